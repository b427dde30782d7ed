package io.waybillguard.events.topics;

import io.waybillguard.events.types.Checks;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One topic: its name, what its values are and by what they are keyed. Every topic has the same
 * number of partitions and is stamped by the broker ({@code LogAppendTime}).
 *
 * @param name as on the broker
 * @param family the sealed interface of its events; {@code byte[]} where the value is kept as it
 *     came
 * @param key what the record key is, in words
 * @param keyOf the record key of an event; null where no event tells it
 * @param retention how long records are kept; null when the topic is compacted
 * @param audience whether others than our services read or write it
 */
public record Topic<V>(
        String name,
        Class<V> family,
        String key,
        @Nullable Function<V, String> keyOf,
        @Nullable Duration retention,
        Audience audience) {

    /** Who may know a topic. */
    public enum Audience {
        PUBLIC,
        INTERNAL
    }

    public Topic {
        Checks.required("name", name);
        Checks.required("family", family);
        Checks.required("key", key);
        Checks.required("audience", audience);
    }

    public boolean isCompacted() {
        return retention == null;
    }

    /**
     * The record key under which {@code event} is written.
     *
     * @throws IllegalStateException for a topic whose events do not tell it
     */
    public String keyFor(V event) {
        if (keyOf == null) {
            throw new IllegalStateException(name + " is not keyed by its events");
        }
        return keyOf.apply(event);
    }

    /** Where records go that nobody could understand, with the reason in their headers. */
    public Topic<byte[]> deadLetters() {
        return new Topic<>(
                name + Topics.DEAD_LETTER_SUFFIX,
                byte[].class,
                "as the source",
                null,
                Topics.DEAD_LETTERS_KEPT,
                Audience.PUBLIC);
    }
}
