package io.waybillguard.aftersales.dispatch.payout;

/** What the payment side says of a reference. */
sealed interface LookupAnswer permits Found, LookupAnswer.NeverSeen, Unreadable, NothingKnown {

    /** Nothing was done under it so far. */
    record NeverSeen() implements LookupAnswer {}
}
