package io.waybillguard.orders.order;

import io.waybillguard.events.refund.AftersalesRequest;
import io.waybillguard.events.refund.AftersalesRequest.RefundChanged;
import io.waybillguard.events.refund.AftersalesRequest.RefundRequested;
import io.waybillguard.events.refund.CaseState;
import io.waybillguard.events.refund.Offer;
import io.waybillguard.events.types.BuyerId;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.events.types.RefundId;
import io.waybillguard.events.types.ShopId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A refund request as a command finds it.
 *
 * @param asked null when the engine's word came before the request itself
 * @param state null until the engine has decided
 * @param movedAt when it came into the state; null until the engine has decided
 * @param acts what buyer and shop did since
 * @param deliveries parcels that brought the goods
 * @param offer what the shop offers, while the buyer is to answer
 */
public record KnownRefund(
        RefundId refundId,
        OrderId orderId,
        ShopId shopId,
        BuyerId buyerId,
        @Nullable RefundRequested asked,
        @Nullable CaseState state,
        @Nullable Instant movedAt,
        List<AftersalesRequest> acts,
        Set<ParcelId> deliveries,
        @Nullable Offer offer) {

    /** What the buyer asks for by now, as far as it is on record; null as {@link #asked} is. */
    @Nullable RefundChanged changed() {
        return acts.stream()
                .filter(RefundChanged.class::isInstance)
                .map(RefundChanged.class::cast)
                .max(Comparator.comparing(RefundChanged::at))
                .orElse(null);
    }
}
