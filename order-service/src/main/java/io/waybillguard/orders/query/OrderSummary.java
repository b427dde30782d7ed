package io.waybillguard.orders.query;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order in a list.
 *
 * @param amountFen to be paid; null while only its shipment is known
 */
public record OrderSummary(
        String orderId,
        String shopId,
        String buyerId,
        String platform,
        OrderState state,
        @Nullable Long amountFen,
        @Nullable Long paidFen,
        @Nullable Instant placedAt,
        @Nullable Instant paidAt,
        @Nullable Instant receivedAt,
        @Nullable Instant closedAt,
        @Nullable String closeReason) {}
