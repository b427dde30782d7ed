package io.waybillguard.events.types;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * An order of the platform.
 *
 * @param value 1 to 64 letters, digits and {@code . _ : -}
 * @throws IllegalArgumentException for any other text
 */
public record OrderId(@JsonValue String value) implements Comparable<OrderId> {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public OrderId {
        Checks.id("order id", value);
    }

    @Override
    public int compareTo(OrderId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
