package io.waybillguard.local.sandbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the couriers' book: a request that was made, or its outcome.
 *
 * @param status {@code ACCEPTED} when it was made; {@code SUCCEEDED}, {@code FAILED} or {@code
 *     CANCELLED} in the end
 * @param outcomeAt when the outcome comes; null: never
 * @param outcome what it is going to be
 * @param told whether the outcome is called back
 * @param dialect in whose words it was asked for; null for our own
 * @param salt the callback is signed with; null where none was given
 */
public record CourierLine(
        String courier,
        String requestId,
        String waybill,
        String orderId,
        Interception.Status status,
        @Nullable String reason,
        Instant at,
        String callbackUrl,
        @Nullable Instant outcomeAt,
        Interception.Status outcome,
        boolean told,
        @Nullable String dialect,
        @Nullable String salt) {

    Interception view() {
        return new Interception(requestId, waybill, orderId, status, reason, at);
    }

    /** The line of the outcome. */
    CourierLine ended(Instant now) {
        return ended(outcome, now);
    }

    /** The line of its end before the outcome. */
    CourierLine cancelled(Instant now) {
        return ended(Interception.Status.CANCELLED, now);
    }

    private CourierLine ended(Interception.Status end, Instant now) {
        return new CourierLine(
                courier,
                requestId,
                waybill,
                orderId,
                end,
                end == Interception.Status.FAILED ? "PARCEL_NOT_FOUND_AT_BRANCH" : null,
                now,
                callbackUrl,
                outcomeAt,
                outcome,
                told,
                dialect,
                salt);
    }
}
