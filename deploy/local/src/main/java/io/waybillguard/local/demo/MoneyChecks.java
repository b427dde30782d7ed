package io.waybillguard.local.demo;

import io.waybillguard.events.types.InterceptionId;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.RefundId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the platform says that it did against what the outside world's books say. */
final class MoneyChecks {

    private MoneyChecks() {}

    static Check book(Findings findings) {
        List<Books.Refund> book = findings.books().refunds();
        List<String> differences =
                new ArrayList<>(
                        Repeated.in(
                                "reference", book.stream().map(Books.Refund::reference).toList()));
        differences.addAll(againstEvents(book, findings.tally()));
        differences.addAll(pastWhatWasPaid(book, findings.paid()));
        return Check.of(
                "payouts-equal-the-book",
                book.size()
                        + " payments in the book, each once, each an event, none past what was"
                        + " paid",
                differences);
    }

    static Check interceptions(Findings findings) {
        Tally tally = findings.tally();
        List<String> differences = new ArrayList<>();
        Set<String> made = made(findings.books());
        tally.interceptions().stream()
                .filter(id -> isOver(tally, id) && !made.contains(id.value()))
                .filter(id -> tally.answers().get(id) == InterceptionAnswer.SUCCEEDED)
                .forEach(id ->
                        differences.add(id + " succeeded, but no courier has it in its book"));
        made.stream()
                .filter(id -> tally.interceptions().stream().noneMatch(a -> a.value().equals(id)))
                .forEach(id ->
                        differences.add(id + " is in a courier's book, but was not asked for"));
        tally.answers().keySet().stream()
                .filter(id -> !tally.interceptions().contains(id))
                .forEach(id -> differences.add(id + " was answered, but not asked for"));
        tally.interceptions().stream()
                .filter(id -> !isOver(tally, id))
                .forEach(id -> differences.add(id + " has no outcome: " + latest(tally, id)));
        differences.addAll(
                Repeated.in(
                        "interception",
                        findings.books().interceptions().stream()
                                .filter(line -> line.status().equals("ACCEPTED"))
                                .map(Books.Interception::requestId)
                                .toList()));
        return Check.of(
                "interceptions-accounted",
                "%d requested = %d succeeded + %d failed"
                        .formatted(
                                tally.interceptions().size(),
                                tally.interceptionsWith(InterceptionAnswer.SUCCEEDED),
                                tally.interceptionsWith(InterceptionAnswer.FAILED)),
                differences);
    }

    private static List<String> againstEvents(List<Books.Refund> book, Tally tally) {
        List<String> differences = new ArrayList<>();
        Map<String, Money> booked =
                book.stream()
                        .collect(
                                Collectors.toMap(
                                        Books.Refund::reference,
                                        Books.Refund::amount,
                                        Money::plus));
        tally.paid()
                .forEach((refund, amounts) -> {
                    Money amount = booked.get(refund.value());
                    if (amount == null) {
                        differences.add(refund + " is an event, but not in the book");
                    } else if (!amount.equals(amounts.getFirst())) {
                        differences.add(
                                "%s: event %s, book %s"
                                        .formatted(refund, amounts.getFirst(), amount));
                    }
                });
        booked.keySet().stream()
                .filter(reference -> !tally.paid().containsKey(new RefundId(reference)))
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

    private static Set<String> made(Books books) {
        return books.interceptions().stream()
                .map(Books.Interception::requestId)
                .collect(Collectors.toSet());
    }

    private static boolean isOver(Tally tally, InterceptionId id) {
        InterceptionAnswer answer = tally.answers().get(id);
        return answer != null && answer.isFinal();
    }

    private static String latest(Tally tally, InterceptionId id) {
        InterceptionAnswer answer = tally.answers().get(id);
        return answer == null ? "never answered" : answer.name();
    }
}
