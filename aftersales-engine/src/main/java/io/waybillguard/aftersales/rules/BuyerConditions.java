package io.waybillguard.aftersales.rules;

import static io.waybillguard.aftersales.rules.Condition.that;

import java.util.function.IntPredicate;

/** Conditions on what the shop paid the buyer of late: what is not known holds for nobody. */
final class BuyerConditions {

    private BuyerConditions() {}

    static Condition refundsFrom(int least) {
        return that(
                Phrase.of(Asks.BUYER_REFUNDS_FROM, least),
                q -> known(q, refunds -> refunds >= least),
                q -> why(q, Reason.BUYER_REFUNDS_LESS, least));
    }

    static Condition refundsUnder(int limit) {
        return that(
                Phrase.of(Asks.BUYER_REFUNDS_UNDER, limit),
                q -> known(q, refunds -> refunds < limit),
                q -> why(q, Reason.BUYER_REFUNDS_NOT_UNDER, limit));
    }

    private static boolean known(RefundQuestion question, IntPredicate holds) {
        BuyerHistory history = question.history();
        return history != null && holds.test(history.refunds());
    }

    private static Phrase why(RefundQuestion question, Reason otherwise, int figure) {
        BuyerHistory history = question.history();
        return history == null
                ? Phrase.of(Reason.BUYER_REFUNDS_UNKNOWN)
                : Phrase.of(otherwise, history.refunds(), figure);
    }
}
