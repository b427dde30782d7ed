package io.waybillguard.aftersales.dispatch.payout;

/**
 * No answer, or none that says anything: it may or may not have been done.
 *
 * @param why a few fixed words
 */
record NothingKnown(String why) implements LedgerAnswer, PostAnswer, LookupAnswer {}
