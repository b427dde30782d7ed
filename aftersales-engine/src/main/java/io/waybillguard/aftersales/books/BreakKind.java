package io.waybillguard.aftersales.books;

import java.util.Locale;

/** In which way the books differ. */
public enum BreakKind {
    /** Decided, commanded or told as paid, and not in the payment side's list. */
    MISSING,
    /** Paid or commanded though nobody may have: there is nothing that led to it. */
    EXTRA,
    /** Paid, told or closed with another amount than was commanded. */
    AMOUNT,
    /** More than one payment under one refund. */
    DUPLICATE,
    /** Commanded long ago, and nobody told what became of it. */
    STUCK;

    /** As it stands in a metric. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
