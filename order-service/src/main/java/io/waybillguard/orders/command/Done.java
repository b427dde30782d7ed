package io.waybillguard.orders.command;

/** What became of a command that was not refused. */
public enum Done {
    /** Said, and seen by the projection. */
    SEEN,
    /** Said; the projection has not seen it in time. */
    PENDING,
    /** Said before. */
    REPEATED
}
