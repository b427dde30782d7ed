package io.waybillguard.events.policy;

/** Where a filing stands; only an approved one counts. */
public enum FilingStatus {
    SUBMITTED,
    APPROVED,
    REJECTED,
    WITHDRAWN
}
