package io.waybillguard.events.refund;

/** How a case ended. */
public enum CaseOutcome {
    REFUNDED,
    REFUSED,
    /** The shop sends the goods once more. */
    RESHIPPED,
    WITHDRAWN,
    EXPIRED
}
