package io.waybillguard.events.parcel;

/** Why a stall was raised. */
public enum StallCause {
    /** No scan for longer than the threshold. */
    SILENCE,
    /** A problem scan, at once. */
    PROBLEM,
    /** The parcel visits a place it had left twice or more. */
    DETOUR
}
