package io.waybillguard.local.demo;

import io.waybillguard.events.refund.CaseOutcome;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.RefundId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What shops and buyers agreed on against how the cases ended and what the book has. */
final class OfferChecks {

    private OfferChecks() {}

    /** What each request should be paid, should it be: the part agreed on, else what was asked. */
    static Map<RefundId, Money> owed(Findings findings) {
        Map<RefundId, Money> owed = new HashMap<>();
        findings.asked().forEach(asked -> owed.putIfAbsent(asked.refund(), asked.amount()));
        findings.bargains().stream()
                .filter(Bargain::accepted)
                .forEach(bargain -> {
                    if (bargain.part() != null) {
                        owed.put(bargain.refund(), bargain.part());
                    }
                });
        return owed;
    }

    /** Of each kind there is one, and each ended as agreed, to the fen. */
    static Check kept(Findings findings) {
        Map<RefundId, Money> owed = owed(findings);
        Map<String, Money> booked =
                findings.books().refunds().stream()
                        .collect(
                                Collectors.toMap(
                                        Books.Refund::reference,
                                        Books.Refund::amount,
                                        Money::plus));
        List<String> differences = new ArrayList<>();
        seen(findings, OfferChecks::isPartTaken, "no part of the money was accepted", differences);
        seen(findings, OfferChecks::isGoodsTaken, "no goods once more were accepted", differences);
        seen(findings, bargain -> !bargain.accepted(), "no offer was declined", differences);
        for (Bargain bargain : findings.bargains()) {
            CaseOutcome wanted =
                    isGoodsTaken(bargain) ? CaseOutcome.RESHIPPED : CaseOutcome.REFUNDED;
            Money due = isGoodsTaken(bargain) ? null : owed.get(bargain.refund());
            compare(
                    bargain,
                    new CaseEnd(wanted, due),
                    findings.tally().cases().endsOf(bargain.refund()),
                    booked.get(bargain.refund().value()),
                    differences);
        }
        return Check.of(
                "offers-kept",
                "%d parts paid to the fen, %d reshipments without money, %d declined and settled"
                        .formatted(
                                count(findings, OfferChecks::isPartTaken),
                                count(findings, OfferChecks::isGoodsTaken),
                                count(findings, bargain -> !bargain.accepted())),
                differences);
    }

    private static void compare(
            Bargain bargain,
            CaseEnd wanted,
            List<CaseEnd> ends,
            @Nullable Money booked,
            List<String> differences) {
        if (!ends.equals(List.of(wanted)) || !Objects.equals(booked, wanted.paid())) {
            differences.add(
                    "%s (%s) should end %s with %s: ended %s, in the book %s"
                            .formatted(
                                    bargain.refund(),
                                    bargain.scenario(),
                                    wanted.outcome(),
                                    wanted.paid(),
                                    ends,
                                    booked));
        }
    }

    private static void seen(
            Findings findings, Predicate<Bargain> kind, String missing, List<String> differences) {
        if (count(findings, kind) == 0) {
            differences.add(missing);
        }
    }

    private static long count(Findings findings, Predicate<Bargain> kind) {
        return findings.bargains().stream().filter(kind).count();
    }

    private static boolean isPartTaken(Bargain bargain) {
        return bargain.accepted() && bargain.part() != null;
    }

    private static boolean isGoodsTaken(Bargain bargain) {
        return bargain.accepted() && bargain.part() == null;
    }
}
