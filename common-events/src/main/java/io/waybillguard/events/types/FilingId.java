package io.waybillguard.events.types;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A force majeure filing (报备).
 *
 * @param value 1 to 64 letters, digits and {@code . _ : -}
 * @throws IllegalArgumentException for any other text
 */
public record FilingId(@JsonValue String value) implements Comparable<FilingId> {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public FilingId {
        Checks.id("filing id", value);
    }

    @Override
    public int compareTo(FilingId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
