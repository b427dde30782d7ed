package io.waybillguard.events.types;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * One message to one buyer: the channel's idempotency key.
 *
 * @param value 1 to 64 letters, digits and {@code . _ : -}
 * @throws IllegalArgumentException for any other text
 */
public record NoticeId(@JsonValue String value) implements Comparable<NoticeId> {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public NoticeId {
        Checks.id("notice id", value);
    }

    @Override
    public int compareTo(NoticeId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
