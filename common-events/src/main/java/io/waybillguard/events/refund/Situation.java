package io.waybillguard.events.refund;

/** The situations the shop's people know. */
public enum Situation {
    /** Agree. */
    NOT_SHIPPED,
    /** Moving as it should. */
    ON_THE_WAY,
    /** Intercept, else agree. */
    STALLED_AFTER_PICKUP,
    /** Intercept, else reject-then-refund. */
    ABNORMAL_IN_TRANSIT,
    /** Call courier and buyer, reject-then-refund, no interception. */
    ABNORMAL_AT_DELIVERY,
    /** Return-and-refund, or refund once the return is confirmed. */
    SIGNED_OR_RETURNING
}
