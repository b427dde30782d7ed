package io.waybillguard.events.types;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A buyer, by the platform's opaque id: never a phone number or a name.
 *
 * @param value 1 to 64 letters, digits and {@code . _ : -}
 * @throws IllegalArgumentException for any other text
 */
public record BuyerId(@JsonValue String value) implements Comparable<BuyerId> {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public BuyerId {
        Checks.id("buyer id", value);
    }

    @Override
    public int compareTo(BuyerId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
