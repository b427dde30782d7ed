package io.waybillguard.events.parcel;

/** How bad a stall is. */
public enum StallLevel {
    STALLED,
    SUSPECTED_LOST
}
