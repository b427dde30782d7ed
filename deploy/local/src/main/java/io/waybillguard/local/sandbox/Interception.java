package io.waybillguard.local.sandbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A request as the courier tells of it. */
public record Interception(
        String requestId,
        String waybill,
        String orderId,
        Status status,
        @Nullable String reason,
        Instant at) {

    /** How far it is. */
    public enum Status {
        ACCEPTED,
        SUCCEEDED,
        FAILED
    }
}
