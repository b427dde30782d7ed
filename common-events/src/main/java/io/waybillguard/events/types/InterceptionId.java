package io.waybillguard.events.types;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * One interception (物流拦截) of one refund request: the id under which the courier is asked, and asked
 * about, for ever.
 *
 * @param value {@code ic-} and the refund's id
 * @throws IllegalArgumentException for any other text
 */
public record InterceptionId(@JsonValue String value) {

    private static final String PREFIX = "ic-";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public InterceptionId {
        if (!Checks.required("interception id", value).startsWith(PREFIX)) {
            throw new IllegalArgumentException("interception id must start with " + PREFIX);
        }
        new RefundId(value.substring(PREFIX.length()));
    }

    /** The one interception of {@code refund}. */
    public static InterceptionId of(RefundId refund) {
        return new InterceptionId(PREFIX + refund.value());
    }

    /** The refund request it was made for. */
    public RefundId refund() {
        return new RefundId(value.substring(PREFIX.length()));
    }

    @Override
    public String toString() {
        return value;
    }
}
