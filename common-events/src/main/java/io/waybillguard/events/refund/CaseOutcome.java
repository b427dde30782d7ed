package io.waybillguard.events.refund;

/** How a case ended. */
public enum CaseOutcome {
    REFUNDED,
    REFUSED,
    WITHDRAWN,
    EXPIRED
}
