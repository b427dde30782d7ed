package io.waybillguard.local.demo;

import io.waybillguard.events.refund.Explanation;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.RefundId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A policy that was tried on the run's past, as the engine tells of it.
 *
 * @param cases those that differ in anything
 */
record Tried(Totals totals, List<Compared> cases) {

    Tried {
        cases = List.copyOf(cases);
    }

    /**
     * What it comes to.
     *
     * @param cases that were replayed
     * @param differing in anything
     * @param decidedOtherwise whose decisions differ
     * @param changes how many by decision then and now
     * @param moneyDifference fen: more where it is over nothing
     * @param withoutPolicy from before the first policy on record
     */
    record Totals(
            long cases,
            long differing,
            long decidedOtherwise,
            Map<String, Long> changes,
            Side then,
            Side would,
            long moneyDifference,
            long withoutPolicy) {

        Totals {
            changes = Map.copyOf(changes);
        }
    }

    /** One policy: what was paid, and how many cases needed a person. */
    record Side(Money paid, long people) {}

    /** One request under both policies. */
    record Compared(RefundId refundId, Money amount, Course then, Course would) {}

    /**
     * What it came to under one of them.
     *
     * @param answers the decision, and each one anew
     * @param person a person had to act
     */
    record Course(
            List<Decided> answers, @Nullable Explanation explanation, Money paid, boolean person) {

        Course {
            answers = List.copyOf(answers);
        }
    }
}
