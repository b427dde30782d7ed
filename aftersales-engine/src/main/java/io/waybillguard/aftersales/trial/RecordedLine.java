package io.waybillguard.aftersales.trial;

import io.waybillguard.aftersales.backtest.Recorded;
import io.waybillguard.events.json.EventJson;
import io.waybillguard.events.json.Read;
import io.waybillguard.events.topics.Topic;
import io.waybillguard.events.topics.Topics;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * An event in a file, with the topic it was on and when: {@code
 * {"topic":"orders.v1","at":"…","event":{…}}}.
 */
final class RecordedLine {

    private static final Map<String, Topic<?>> INPUTS = new TreeMap<>();

    static {
        Stream.<Topic<?>>of(
                        Topics.ORDERS,
                        Topics.AFTERSALES_REQUESTS,
                        Topics.PARCEL_MILESTONES,
                        Topics.PARCEL_STALLS,
                        Topics.INTERCEPTION_RESULTS,
                        Topics.PAYOUT_RESULTS)
                .forEach(topic -> INPUTS.put(topic.name(), topic));
    }

    private RecordedLine() {}

    /**
     * What the line tells.
     *
     * @throws InvalidInputException that names the part which cannot be taken
     */
    static Recorded event(JsonNode line) {
        Topic<?> topic = INPUTS.get(line.path("topic").asString(""));
        if (topic == null) {
            throw new InvalidInputException("topic", "is not one of " + INPUTS.keySet());
        }
        Instant at = at(line.path("at").asString(""));
        byte[] bytes = EventJson.mapper().writeValueAsBytes(line.path("event"));
        return switch (EventJson.read(topic, bytes)) {
            case Read.Event<?>(var event) -> Recorded.of(at, event);
            case Read.Unreadable<?>(_, var detail) ->
                    throw new InvalidInputException("event", detail);
        };
    }

    private static Instant at(String text) {
        Instant at;
        try {
            at = Instant.parse(text);
        } catch (DateTimeException e) {
            throw new InvalidInputException("at", "is not an instant");
        }
        if (at.isBefore(EventJson.EARLIEST) || !at.isBefore(EventJson.LATEST)) {
            throw new InvalidInputException("at", "must be from 2000-01-01 to before 2100-01-01");
        }
        return at;
    }
}
