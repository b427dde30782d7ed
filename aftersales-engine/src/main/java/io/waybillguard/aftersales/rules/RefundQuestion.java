package io.waybillguard.aftersales.rules;

import io.waybillguard.aftersales.order.OrderFacts;
import io.waybillguard.events.policy.ShopPolicy;
import io.waybillguard.events.types.CourierCode;
import io.waybillguard.events.types.Money;
import java.util.Set;

/**
 * All that the refund table may look at.
 *
 * @param earlier what earlier requests of the order were paid or promised
 * @param interceptionAsked a courier was already asked to stop the parcel for this request
 * @param stoppedBefore couriers that already stopped a parcel of the order
 * @param policy of the shop as it holds now
 */
public record RefundQuestion(
        RefundRequest request,
        OrderFacts order,
        Money earlier,
        boolean interceptionAsked,
        Set<CourierCode> stoppedBefore,
        ShopPolicy policy) {}
