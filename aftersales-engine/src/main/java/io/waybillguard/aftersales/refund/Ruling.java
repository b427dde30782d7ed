package io.waybillguard.aftersales.refund;

import io.waybillguard.aftersales.rules.Verdict;
import io.waybillguard.events.refund.Decision;
import io.waybillguard.events.refund.Explanation;

/** What the table answered, and why. */
record Ruling(Verdict verdict, Explanation explanation) {

    Decision decision() {
        return verdict.decision();
    }
}
