package io.waybillguard.events.parcel;

/** Which way a parcel goes for its order. */
public enum ParcelRole {
    /** From the shop to the buyer. */
    DELIVERY,
    /** From the buyer back to the shop. */
    RETURN
}
