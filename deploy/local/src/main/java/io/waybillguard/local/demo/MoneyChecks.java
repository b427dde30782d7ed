package io.waybillguard.local.demo;

import io.waybillguard.events.refund.CaseOutcome;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.RefundId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the platform says that it paid against what the payment side's book says. */
final class MoneyChecks {

    private MoneyChecks() {}

    static Check book(Findings findings) {
        List<Books.Refund> book = findings.books().refunds();
        List<String> differences =
                new ArrayList<>(
                        Repeated.in(
                                "reference", book.stream().map(Books.Refund::reference).toList()));
        differences.addAll(againstEvents(booked(book), findings.tally().payouts()));
        differences.addAll(pastWhatWasPaid(book, findings.paid()));
        return Check.of(
                "payouts-equal-the-book",
                book.size()
                        + " payments in the book, each once, each an event, none past what was"
                        + " paid",
                differences);
    }

    /** What was asked for, or agreed on instead, is what was commanded, paid and told. */
    static Check amounts(Findings findings) {
        PayoutTally payouts = findings.tally().payouts();
        Map<RefundId, Money> owed = OfferChecks.owed(findings);
        List<String> differences = new ArrayList<>();
        payouts.asked()
                .forEach((refund, amounts) -> {
                    Money wanted = owed.get(refund);
                    if (wanted == null) {
                        differences.add(refund + " is to be paid, but nobody asked for it");
                    } else if (!amounts.equals(List.of(wanted))) {
                        differences.add(
                                "%s: asked for %s, to be paid %s"
                                        .formatted(refund, wanted, amounts));
                    }
                });
        payouts.paid().keySet().stream()
                .filter(refund -> !payouts.asked().containsKey(refund))
                .forEach(refund -> differences.add(refund + " was paid, but not commanded"));
        return Check.of(
                "amounts",
                payouts.asked().size() + " payouts of exactly what was asked for or agreed on",
                differences);
    }

    /** Where money went out the case ended so, with that amount; elsewhere none went out. */
    static Check ends(Findings findings) {
        CaseTally cases = findings.tally().cases();
        Map<String, Money> booked = booked(findings.books().refunds());
        List<String> differences = new ArrayList<>();
        cases.moving()
                .forEach(refund ->
                        differences.add(refund + " still is " + cases.states().get(refund)));
        new TreeMap<>(byName(cases.ends()))
                .forEach((refund, ends) -> {
                    if (ends.size() > 1) {
                        differences.add("%s ended %d times".formatted(refund, ends.size()));
                    }
                    CaseEnd end = ends.getFirst();
                    Money amount = booked.get(refund);
                    boolean refunded = end.outcome() == CaseOutcome.REFUNDED;
                    if (!Objects.equals(end.paid(), amount) || refunded != (amount != null)) {
                        differences.add(
                                "%s ended %s with %s, in the book %s"
                                        .formatted(refund, end.outcome(), end.paid(), amount));
                    }
                });
        booked.keySet().stream()
                .filter(refund -> cases.endsOf(new RefundId(refund)).isEmpty())
                .forEach(refund -> differences.add(refund + " was paid, but its case goes on"));
        return Check.of(
                "cases-end",
                "%d of %d cases ended, with the money that the book has; the others wait for"
                                .formatted(cases.ends().size(), cases.decisions().size())
                        + " somebody",
                differences);
    }

    private static Map<String, List<CaseEnd>> byName(Map<RefundId, List<CaseEnd>> ends) {
        return ends.entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().value(), Map.Entry::getValue));
    }

    private static Map<String, Money> booked(List<Books.Refund> book) {
        return book.stream()
                .collect(
                        Collectors.toMap(
                                Books.Refund::reference, Books.Refund::amount, Money::plus));
    }

    private static List<String> againstEvents(Map<String, Money> booked, PayoutTally payouts) {
        List<String> differences = new ArrayList<>();
        payouts.paid()
                .forEach((refund, amounts) -> {
                    Money amount = booked.get(refund.value());
                    if (amount == null) {
                        differences.add(refund + " is an event, but not in the book");
                    } else if (!amounts.stream().allMatch(amount::equals)) {
                        differences.add("%s: event %s, book %s".formatted(refund, amounts, amount));
                    }
                });
        booked.keySet().stream()
                .filter(reference -> !payouts.paid().containsKey(new RefundId(reference)))
                .forEach(reference -> differences.add(reference + " is in the book, but no event"));
        return differences;
    }

    private static List<String> pastWhatWasPaid(List<Books.Refund> book, Map<OrderId, Money> paid) {
        Map<OrderId, Money> sums = new HashMap<>();
        book.forEach(line -> sums.merge(new OrderId(line.orderId()), line.amount(), Money::plus));
        return sums.entrySet().stream()
                .filter(sum -> sum.getValue().isOver(paid.getOrDefault(sum.getKey(), Money.ZERO)))
                .map(sum ->
                        "order %s got %s back, but paid %s"
                                .formatted(
                                        sum.getKey(),
                                        sum.getValue(),
                                        paid.getOrDefault(sum.getKey(), Money.ZERO)))
                .toList();
    }
}
