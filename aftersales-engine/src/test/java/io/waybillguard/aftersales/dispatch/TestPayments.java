package io.waybillguard.aftersales.dispatch;

import io.waybillguard.events.json.EventJson;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/** A payment side that keeps a book and pays again for a key it has forgotten. */
public final class TestPayments extends TestServer {

    /** One payment. */
    public record Entry(String reference, String orderId, long amountFen) {

        String json() {
            return """
            {"reference":"%s","orderId":"%s","amountFen":%d,"status":"PAID",\
            "paymentId":"pay-%s","paidAt":"2026-11-20T08:00:00Z","channel":"balance"}\
            """
                    .formatted(reference, orderId, amountFen, reference);
        }
    }

    private static final String BY_DAY = "/refunds?day=";

    private final List<Entry> book = new CopyOnWriteArrayList<>();
    private final Map<String, String> keys = new ConcurrentHashMap<>();
    private final Set<String> failingOrders = ConcurrentHashMap.newKeySet();
    private final Deque<Oddity> oddities = new ConcurrentLinkedDeque<>();
    private final AtomicInteger answered = new AtomicInteger();
    private volatile Optional<Answer> always = Optional.empty();

    /** What only a payment side does to a POST. */
    public enum Oddity {
        NONE,
        /** 409, and nothing done. */
        CONFLICT,
        /** Pays, and answers 409. */
        PAY_THEN_CONFLICT,
        /** Pays, and tells another amount. */
        TELL_ANOTHER_AMOUNT
    }

    /** What the next POSTs meet besides their modes. */
    public void onPosts(Oddity... next) {
        oddities.addAll(List.of(next));
    }

    /** How many posts it has answered by paying, or by telling that it had. */
    public int answered() {
        return answered.get();
    }

    public List<Entry> book() {
        return book;
    }

    public List<Entry> bookOf(String reference) {
        return book.stream().filter(entry -> entry.reference().equals(reference)).toList();
    }

    public void hasPaid(String reference, String orderId, long amountFen) {
        book.add(new Entry(reference, orderId, amountFen));
    }

    public void forgetsKeys() {
        keys.clear();
    }

    public void answersPosts(int status, String body) {
        always = Optional.of(Answer.of(status, body));
    }

    public void failsFor(String orderId) {
        failingOrders.add(orderId);
    }

    public void recovers() {
        failingOrders.clear();
    }

    @Override
    protected synchronized Answer post(Post post) {
        Oddity oddity = oddities.poll();
        return switch (oddity == null ? Oddity.NONE : oddity) {
            case NONE -> paid(post);
            case CONFLICT -> Answer.of(409, "");
            case PAY_THEN_CONFLICT -> {
                paid(post);
                yield Answer.of(409, "");
            }
            case TELL_ANOTHER_AMOUNT -> {
                Answer answer = paid(post);
                yield Answer.of(
                        answer.status(),
                        answer.body().replace("\"amountFen\":", "\"amountFen\":1"));
            }
        };
    }

    private Answer paid(Post post) {
        JsonNode body = EventJson.mapper().readTree(post.body());
        String orderId = body.get("orderId").asString();
        if (always.isPresent()) {
            return always.get();
        }
        if (failingOrders.contains(orderId)) {
            return Answer.of(500, "");
        }
        String reference = body.get("reference").asString();
        String before = keys.putIfAbsent(post.key(), post.body());
        if (before != null && !before.equals(post.body())) {
            return Answer.of(422, "{}");
        }
        answered.incrementAndGet();
        if (before != null) {
            return new Answer(200, bookOf(reference).getFirst().json(), true);
        }
        Entry entry = new Entry(reference, orderId, body.get("amountFen").asLong());
        book.add(entry);
        return Answer.of(201, entry.json());
    }

    @Override
    protected synchronized Answer get(String pathAndQuery) {
        if (pathAndQuery.startsWith("/refunds?orderId=")) {
            String order = pathAndQuery.substring("/refunds?orderId=".length());
            return Answer.of(200, listing(order));
        }
        if (pathAndQuery.startsWith(BY_DAY)) {
            return Answer.of(200, dayPage(pathAndQuery));
        }
        String reference = pathAndQuery.substring("/refunds/".length());
        return bookOf(reference).stream()
                .findFirst()
                .map(entry -> Answer.of(200, entry.json()))
                .orElseGet(() -> Answer.of(404, "{}"));
    }

    /** All is paid today; one entry a page. */
    private String dayPage(String pathAndQuery) {
        boolean today =
                pathAndQuery.startsWith(BY_DAY + LocalDate.now(ZoneOffset.UTC)) && !book.isEmpty();
        if (!today) {
            return "{\"refunds\":[],\"next\":null}";
        }
        int cursor = pathAndQuery.indexOf("cursor=");
        int index =
                cursor < 0
                        ? 0
                        : Integer.parseInt(pathAndQuery.substring(cursor + "cursor=".length()));
        String next = index + 1 < book.size() ? "\"" + (index + 1) + "\"" : "null";
        return "{\"refunds\":[%s],\"next\":%s}"
                .formatted(
                        book.get(index)
                                .json()
                                .replace("2026-11-20T08:00:00Z", Instant.now().toString()),
                        next);
    }

    private String listing(String order) {
        List<String> entries =
                book.stream()
                        .filter(entry -> entry.orderId().equals(order))
                        .map(Entry::json)
                        .toList();
        return "{\"refunds\":[" + String.join(",", entries) + "]}";
    }
}
