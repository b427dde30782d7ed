package io.waybillguard.kit.kafka;

import io.waybillguard.events.json.EventJson;
import java.time.Clock;
import java.util.Set;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes an event as JSON with its CloudEvents headers. Headers that came along from the record
 * that caused it are left behind, but those named. No event is a tombstone: no bytes, and no
 * CloudEvents headers.
 *
 * <p>The headers are changed in place, as Kafka has it: forward a record of its own to each sink
 * whose kept headers differ.
 */
public final class EventSerializer implements Serializer<Object> {

    private final String source;
    private final Set<String> kept;
    private final Clock clock;

    /**
     * A serializer of the events of one service.
     *
     * @param source the service that writes
     * @param kept names of headers to keep
     */
    public EventSerializer(String source, String... kept) {
        this.source = source;
        this.kept = Set.of(kept);
        this.clock = Clock.systemUTC();
    }

    @Override
    public byte @Nullable [] serialize(String topic, @Nullable Object event) {
        return event == null ? null : EventJson.write(event);
    }

    @Override
    public byte @Nullable [] serialize(String topic, Headers headers, @Nullable Object event) {
        for (Header header : headers.toArray()) {
            if (!kept.contains(header.key())) {
                headers.remove(header.key());
            }
        }
        if (event == null) {
            return null;
        }
        byte[] bytes = EventJson.write(event);
        CloudEvents.put(headers, source, event, bytes, clock.instant());
        return bytes;
    }
}
