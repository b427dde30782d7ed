package io.waybillguard.events.types;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A shop of the platform.
 *
 * @param value 1 to 64 letters, digits and {@code . _ : -}
 * @throws IllegalArgumentException for any other text
 */
public record ShopId(@JsonValue String value) implements Comparable<ShopId> {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ShopId {
        Checks.id("shop id", value);
    }

    @Override
    public int compareTo(ShopId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
