package io.waybillguard.aftersales.dispatch.payout;

/**
 * An answer to a question that is none: it would be the same however often it is asked.
 *
 * @param why a few fixed words
 */
record Unreadable(String why) implements LedgerAnswer, LookupAnswer {}
