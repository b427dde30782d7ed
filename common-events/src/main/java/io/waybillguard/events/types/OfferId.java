package io.waybillguard.events.types;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * One offer of a shop within a refund case: who accepts, declines or takes it back names it.
 *
 * @param value 1 to 64 letters, digits and {@code . _ : -}
 * @throws IllegalArgumentException for any other text
 */
public record OfferId(@JsonValue String value) implements Comparable<OfferId> {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public OfferId {
        Checks.id("offer id", value);
    }

    @Override
    public int compareTo(OfferId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
