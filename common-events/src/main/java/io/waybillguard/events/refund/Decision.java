package io.waybillguard.events.refund;

/** What the engine answers to a refund request. */
public enum Decision {
    AUTO_REFUND,
    /** The return, not yet the money. */
    APPROVE_RETURN,
    INTERCEPT,
    REJECT_THEN_REFUND,
    MANUAL
}
