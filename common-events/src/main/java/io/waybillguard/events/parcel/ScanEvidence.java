package io.waybillguard.events.parcel;

/** What a scan's kind was read from. */
public enum ScanEvidence {
    /** The provider's code for this line. */
    CODE,
    /** The words of the line, because it had no code or a code known to lag. */
    TEXT,
    /** A canonical scan whose sender names the kind itself. */
    REPORTED
}
