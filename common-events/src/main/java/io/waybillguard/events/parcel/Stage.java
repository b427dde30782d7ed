package io.waybillguard.events.parcel;

/** Where a parcel stands: a pure function of the set of its scans. */
public enum Stage {
    /** Shipped by the shop, no pickup scan. */
    REGISTERED,
    COLLECTED,
    IN_TRANSIT,
    AT_DESTINATION,
    OUT_FOR_DELIVERY,
    STORED,
    DELIVERY_FAILED,
    SIGNED,
    REFUSED,
    RETURNING,
    RETURNED,
    CANCELLED
}
