package io.waybillguard.local.demo;

import io.waybillguard.events.types.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * What the sandboxes say that they did for a run's orders.
 *
 * @param refunds every payment that was executed
 * @param interceptions every request that a courier took, by the latest status of each line
 * @param messages every notice id that the channel took, as often as it did
 */
record Books(List<Refund> refunds, List<Interception> interceptions, List<String> messages) {

    Books {
        refunds = List.copyOf(refunds);
        interceptions = List.copyOf(interceptions);
        messages = List.copyOf(messages);
    }

    /** One payment. */
    record Refund(String reference, String orderId, Money amount) {}

    /**
     * One line of the couriers' book: a request made ({@code ACCEPTED}), or its outcome.
     *
     * @param words in whose it was asked for; empty for ours
     */
    record Interception(
            String requestId, String status, String orderId, String courier, String words) {}

    /**
     * Reads the three books.
     *
     * @param ours which order and buyer ids are the run's
     */
    static Books of(JsonNode payment, JsonNode couriers, JsonNode channel, Predicate<String> ours) {
        return new Books(
                lines(payment, "orderId", ours).stream()
                        .map(line ->
                                new Refund(
                                        text(line, "reference"),
                                        text(line, "orderId"),
                                        Money.fen(line.path("amountFen").asLong(0))))
                        .toList(),
                lines(couriers, "orderId", ours).stream()
                        .map(line ->
                                new Interception(
                                        text(line, "requestId"),
                                        text(line, "status"),
                                        text(line, "orderId"),
                                        text(line, "courier"),
                                        text(line, "dialect")))
                        .toList(),
                lines(channel, "buyerId", ours).stream()
                        .map(line -> text(line, "noticeId"))
                        .toList());
    }

    /** How many references were paid more than once, each repetition counted. */
    long paidAgain() {
        Map<String, Long> counts =
                Repeated.counts(refunds.stream().map(Refund::reference).toList());
        return counts.values().stream().mapToLong(count -> count - 1).sum();
    }

    private static List<JsonNode> lines(JsonNode book, String owner, Predicate<String> ours) {
        List<JsonNode> lines = new ArrayList<>();
        for (JsonNode line : book) {
            if (ours.test(text(line, owner))) {
                lines.add(line);
            }
        }
        return lines;
    }

    private static String text(JsonNode line, String name) {
        return line.path(name).asString("");
    }
}
