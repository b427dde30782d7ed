package io.waybillguard.aftersales.refund;

import io.waybillguard.aftersales.rules.RefundQuestion;
import io.waybillguard.aftersales.rules.Verdict;
import io.waybillguard.events.refund.Decision;
import io.waybillguard.events.refund.Explanation;

/** What the table answered to a question. */
record Ruling(RefundQuestion question, Verdict verdict) {

    Decision decision() {
        return verdict.decision();
    }

    /** Why, and what happens in the state that it led to; made only when it is told. */
    Explanation explanation(RefundCase next) {
        return Explanations.of(question, verdict, next);
    }
}
