package io.waybillguard.aftersales.books;

/** What exactly was found. */
public enum BreakDetail {
    /** The case went to be paid, and no command followed. */
    DECIDED_NOT_COMMANDED,
    /** Commanded, not declined, and not in the list. */
    COMMANDED_NOT_LISTED,
    /** Told as paid, and not in the list. */
    TOLD_AS_PAID_NOT_LISTED,
    /** In the list, never commanded. */
    LISTED_NOT_COMMANDED,
    /** In the list for another order than it was commanded for. */
    LISTED_FOR_ANOTHER_ORDER,
    /** In the list, and told as declined. */
    LISTED_BUT_DECLINED,
    /** Commanded by no decision. */
    COMMANDED_NOT_DECIDED,
    /** The list has another amount than the command. */
    LISTED_AMOUNT,
    /** The result has another amount than the command. */
    TOLD_AMOUNT,
    /** The case was closed with another amount than the command. */
    CLOSED_AMOUNT,
    /** The list has the refund more than once. */
    LISTED_MORE_THAN_ONCE,
    /** Commanded, and no result since. */
    NO_RESULT
}
