package io.waybillguard.aftersales.dispatch.payout;

/** What the payment side says to a request to pay. */
sealed interface PostAnswer permits Found, PostAnswer.Declined, PostAnswer.Refused, NothingKnown {

    /** It will not pay, for good. */
    record Declined(String reason) implements PostAnswer {}

    /** It does not take the request as it is. */
    record Refused(String reason) implements PostAnswer {}
}
