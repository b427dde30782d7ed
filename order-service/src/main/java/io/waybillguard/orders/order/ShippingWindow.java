package io.waybillguard.orders.order;

import io.waybillguard.events.order.OrderEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How far from now a shipment may be told of.
 *
 * @param behind into the past, inclusive
 * @param ahead into the future, inclusive: clocks differ
 */
public record ShippingWindow(Duration behind, Duration ahead) {

    /** Why a shipment of that instant is not taken; empty when it is. */
    Optional<Verdict.Refused<OrderEvent>> refusal(Instant shippedAt, Instant now) {
        if (shippedAt.isAfter(now.plus(ahead))) {
            return Optional.of(
                    new Verdict.Refused<>(
                            RefusalCode.SHIPPED_IN_FUTURE, "shippedAt is in the future"));
        }
        if (shippedAt.isBefore(now.minus(behind))) {
            return Optional.of(
                    new Verdict.Refused<>(
                            RefusalCode.SHIPPED_LONG_AGO, "shippedAt is too long ago"));
        }
        return Optional.empty();
    }
}
