package io.waybillguard.aftersales.trial;

import io.waybillguard.aftersales.backtest.Recorded;
import io.waybillguard.events.json.EventJson;
import io.waybillguard.events.json.Read;
import io.waybillguard.events.topics.Topic;
import io.waybillguard.events.topics.Topics;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The past as a file tells it, a line each: either facts with a request, which is one case by
 * itself and judged at its instant alone, or an event of one of the engine's inputs, {@code
 * {"topic":"orders.v1","at":"…","event":{…}}}, as many as there are. The first line is the
 * backtest's own and passed over here.
 */
final class RecordedFile implements Source {

    private static final Map<String, Topic<?>> INPUTS =
            Stream.<Topic<?>>of(
                            Topics.ORDERS,
                            Topics.AFTERSALES_REQUESTS,
                            Topics.PARCEL_MILESTONES,
                            Topics.PARCEL_STALLS,
                            Topics.INTERCEPTION_RESULTS,
                            Topics.PAYOUT_RESULTS)
                    .collect(Collectors.toUnmodifiableMap(Topic::name, Function.identity()));

    private final Path file;
    private final int recordsAtMost;
    private final Instant now;
    private Instant latest = Instant.MIN;

    /**
     * A file in UTF-8.
     *
     * @param now stands for instants that its facts leave out
     */
    RecordedFile(Path file, int recordsAtMost, Instant now) {
        this.file = file;
        this.recordsAtMost = recordsAtMost;
        this.now = now;
    }

    @Override
    public void read(Orders orders, Progress progress) throws IOException {
        progress.of(Files.size(file));
        Gathered events = new Gathered(recordsAtMost);
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            String header = lines.readLine();
            progress.more(header == null ? 0 : header.length());
            int number = 1;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    line(line, number, orders, events);
                }
                progress.more(line.length() + 1L);
            }
        }
        events.bring(orders, latest.isAfter(Instant.MIN) ? latest.plusMillis(1) : now);
    }

    private void line(String line, int number, Orders orders, Gathered events) throws IOException {
        try {
            JsonNode node = EventJson.mapper().readTree(line);
            if (node.has("topic")) {
                events.add(event(node));
            } else {
                facts(line, orders);
            }
        } catch (InvalidInputException e) {
            throw new InvalidInputException(
                    "line " + number + (e.field().isEmpty() ? "" : ": " + e.field()),
                    String.valueOf(e.getMessage()));
        } catch (JacksonException e) {
            throw new InvalidInputException("line " + number, "is not JSON");
        }
    }

    private Recorded event(JsonNode node) {
        Topic<?> topic = INPUTS.get(node.path("topic").asString(""));
        if (topic == null) {
            throw new InvalidInputException("topic", "is not one of " + INPUTS.keySet());
        }
        Instant at = at(node.path("at").asString(""));
        latest = at.isAfter(latest) ? at : latest;
        byte[] bytes = EventJson.mapper().writeValueAsBytes(node.path("event"));
        return switch (EventJson.read(topic, bytes)) {
            case Read.Event<?>(var event) -> Recorded.of(at, event);
            case Read.Unreadable<?>(_, var detail) ->
                    throw new InvalidInputException("event", detail);
        };
    }

    private static Instant at(String text) {
        try {
            return Instant.parse(text);
        } catch (java.time.format.DateTimeParseException e) {
            throw new InvalidInputException("at", "is not an instant");
        }
    }

    private void facts(String line, Orders orders) throws IOException {
        GivenFacts given = Documents.read(line.getBytes(StandardCharsets.UTF_8), GivenFacts.class);
        if (given.policy() != null) {
            throw new InvalidInputException("policy", "belongs to the first line alone");
        }
        Instant at = given.at(now);
        List<Recorded> records = new ArrayList<>();
        given.events(now).forEach(event -> records.add(Recorded.of(at, event)));
        records.add(Recorded.of(at, given.requested(now)));
        orders.take(given.order().orderId(), records, at.plusMillis(1));
    }
}
