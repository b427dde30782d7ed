package io.waybillguard.local.demo;

import io.waybillguard.events.refund.Decision;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.RefundId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a policy that was tried would have changed, against what the demo knows of its stories. */
final class TrialChecks {

    private static final Decided AT_ONCE = new Decided(Decision.AUTO_REFUND, "fast-refund");

    private TrialChecks() {}

    static List<Check> all(Trial trial, Findings findings) {
        return List.of(sameAgain(trial, findings), changes(trial, findings), explained(trial));
    }

    /** Where the engine did not do its part. */
    static Check failed(Exception e) {
        return new Check("backtest", false, String.valueOf(e.getMessage()));
    }

    /** The recorded past under the policy that it had: every request once, money as in the book. */
    static Check sameAgain(Trial trial, Findings findings) {
        Tried.Totals totals = trial.again().totals();
        List<Asked> asked = trial.candidate().asked();
        List<String> differences = new ArrayList<>();
        equal("requests", asked.size(), totals.cases(), differences);
        equal("differing from themselves", 0, totals.differing(), differences);
        equal("without a policy on record", 0, totals.withoutPolicy(), differences);
        equal("fen paid", booked(asked, findings), totals.then().paid().fen(), differences);
        equal(
                "for people",
                asked.stream().filter(one -> one.expected().decision() == Decision.MANUAL).count(),
                totals.then().people(),
                differences);
        return Check.of(
                "backtest-same-again",
                "%d requests of %s under its own policy: none differs, paid as in the book"
                        .formatted(totals.cases(), trial.candidate().shop()),
                differences);
    }

    /** Exactly those that it must, from what was decided to what is known; and what that costs. */
    static Check changes(Trial trial, Findings findings) {
        Candidate candidate = trial.candidate();
        Tried.Totals totals = trial.tried().totals();
        Map<RefundId, Tried.Compared> cases =
                trial.tried().cases().stream()
                        .collect(Collectors.toMap(Tried.Compared::refundId, Function.identity()));
        List<String> differences = new ArrayList<>();
        candidate
                .changes()
                .forEach((refund, would) -> {
                    List<Decided> then = findings.tally().cases().decisionsOn(refund);
                    Tried.Compared one = cases.get(refund);
                    if (one == null) {
                        differences.add(refund + " does not differ");
                    } else if (!one.then().answers().equals(then)
                            || !one.would().answers().equals(List.of(would))) {
                        differences.add(
                                "%s: from %s to %s, not from %s to %s"
                                        .formatted(
                                                refund,
                                                one.then().answers(),
                                                one.would().answers(),
                                                then,
                                                would));
                    }
                });
        cases.keySet().stream()
                .filter(refund -> !candidate.changes().containsKey(refund))
                .forEach(refund -> differences.add(refund + " differs, and should not"));
        List<Asked> changed =
                candidate.asked().stream()
                        .filter(asked -> candidate.changes().containsKey(asked.refund()))
                        .toList();
        int count = changed.size();
        equal("requests", candidate.asked().size(), totals.cases(), differences);
        equal("decided otherwise", count, totals.decidedOtherwise(), differences);
        equal(
                "fewer for people",
                count,
                totals.then().people() - totals.would().people(),
                differences);
        equal(
                "fen more",
                changed.stream().mapToLong(asked -> asked.amount().fen()).sum()
                        - booked(changed, findings),
                totals.moneyDifference(),
                differences);
        if (count == 0) {
            differences.add("there is nothing that it could change");
        }
        return Check.of(
                "backtest-changes",
                "%d of %d requests would be decided otherwise, exactly those that must be"
                        .formatted(count, totals.cases()),
                differences);
    }

    static Check explained(Trial trial) {
        return Check.of(
                "explained",
                "an unshipped shirt would be refunded at once under the candidate",
                trial.beforeShipping().equals(AT_ONCE)
                        ? List.of()
                        : List.of("it would be " + trial.beforeShipping()));
    }

    private static long booked(List<Asked> asked, Findings findings) {
        Set<OrderId> orders = asked.stream().map(Asked::order).collect(Collectors.toSet());
        return findings.books().refunds().stream()
                .filter(line -> orders.contains(new OrderId(line.orderId())))
                .map(Books.Refund::amount)
                .reduce(Money.ZERO, Money::plus)
                .fen();
    }

    private static void equal(String what, long wanted, long told, List<String> differences) {
        if (wanted != told) {
            differences.add("%d %s, not %d".formatted(told, what, wanted));
        }
    }
}
