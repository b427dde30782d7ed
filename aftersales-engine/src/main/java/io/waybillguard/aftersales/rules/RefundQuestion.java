package io.waybillguard.aftersales.rules;

import io.waybillguard.aftersales.order.OrderFacts;
import io.waybillguard.events.policy.ShopPolicy;
import io.waybillguard.events.types.CourierCode;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.ParcelId;
import java.util.Set;

/**
 * All that the refund table may look at.
 *
 * @param earlier what earlier requests of the order were paid or promised
 * @param askedToStop parcels of the order that couriers were asked to stop, for whatever request
 * @param stoppedBefore couriers that already stopped a parcel of the order
 * @param policy of the shop as it holds now
 */
public record RefundQuestion(
        RefundRequest request,
        OrderFacts order,
        Money earlier,
        Set<ParcelId> askedToStop,
        Set<CourierCode> stoppedBefore,
        ShopPolicy policy) {}
