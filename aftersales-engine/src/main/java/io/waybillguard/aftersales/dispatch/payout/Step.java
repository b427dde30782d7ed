package io.waybillguard.aftersales.dispatch.payout;

import io.waybillguard.events.payout.PayoutResult;

/** What to do next about a payout. */
sealed interface Step {

    /** Ask what was ever paid for the order. */
    record ReadLedger(PayoutAttempt attempt) implements Step {}

    /** Ask the payment side to pay. */
    record Post(PayoutAttempt attempt) implements Step {}

    /** Ask what became of the reference. */
    record LookUp(PayoutAttempt attempt) implements Step {}

    /** Nothing: it has an end. */
    record Settled(PayoutResult result) implements Step {}

    /**
     * Wait, and begin again later.
     *
     * @param why a few fixed words
     */
    record Wait(String why) implements Step {}
}
