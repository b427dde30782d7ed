package io.waybillguard.aftersales.rules;

import io.waybillguard.aftersales.order.OrderFacts;
import io.waybillguard.events.policy.ShopPolicy;
import io.waybillguard.events.types.CourierCode;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.ParcelId;
import java.time.Instant;
import java.util.Set;

/**
 * All that the refund table may look at.
 *
 * @param earlier what earlier requests of the order were paid or promised
 * @param askedToStop parcels of the order that couriers were asked to stop, for whatever request
 * @param stoppedBefore couriers that already stopped a parcel of the order
 * @param policy of the shop as it holds now
 * @param at when it is asked: what holds from a date on is looked at by it
 */
public record RefundQuestion(
        RefundRequest request,
        OrderFacts order,
        Money earlier,
        Set<ParcelId> askedToStop,
        Set<CourierCode> stoppedBefore,
        ShopPolicy policy,
        Instant at) {

    /** Asked at once, as the request came. */
    public RefundQuestion(
            RefundRequest request,
            OrderFacts order,
            Money earlier,
            Set<ParcelId> askedToStop,
            Set<CourierCode> stoppedBefore,
            ShopPolicy policy) {
        this(request, order, earlier, askedToStop, stoppedBefore, policy, request.askedAt());
    }
}
