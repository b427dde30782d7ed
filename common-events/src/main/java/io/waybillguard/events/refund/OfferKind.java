package io.waybillguard.events.refund;

/** What a shop offers instead of the refund that was asked for. */
public enum OfferKind {
    /** The goods once more, and no money. */
    RESHIPMENT,
    /** A part of the money; the buyer keeps the goods. */
    PARTIAL_REFUND
}
