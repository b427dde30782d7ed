package io.waybillguard.events.types;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * One refund request, for ever: the idempotency keys of its payout and interception derive from it.
 *
 * @param value 1 to 64 letters, digits and {@code . _ : -}
 * @throws IllegalArgumentException for any other text
 */
public record RefundId(@JsonValue String value) implements Comparable<RefundId> {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RefundId {
        Checks.id("refund id", value);
    }

    @Override
    public int compareTo(RefundId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
