package io.waybillguard.aftersales.rules;

import io.waybillguard.aftersales.order.OrderFacts;
import io.waybillguard.aftersales.order.Purchase;
import io.waybillguard.events.policy.ShopPolicy;
import io.waybillguard.events.policy.ShopRule;
import io.waybillguard.events.refund.RefundLine;
import io.waybillguard.events.types.CourierCode;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.ParcelId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All that the refund table may look at.
 *
 * @param earlier what earlier requests of the order were paid or promised
 * @param earlierItems what of it they named the items of
 * @param askedToStop parcels of the order that couriers were asked to stop, for whatever request
 * @param stoppedBefore couriers that already stopped a parcel of the order
 * @param policy of the shop as it holds now
 * @param at when it is asked: what holds from a date on is looked at by it
 * @param history of the buyer at the shop; null while it is not known
 */
public record RefundQuestion(
        RefundRequest request,
        OrderFacts order,
        Money earlier,
        List<RefundLine> earlierItems,
        Set<ParcelId> askedToStop,
        Set<CourierCode> stoppedBefore,
        ShopPolicy policy,
        Instant at,
        @Nullable BuyerHistory history) {

    /** Nothing is known of the buyer. */
    public RefundQuestion(
            RefundRequest request,
            OrderFacts order,
            Money earlier,
            List<RefundLine> earlierItems,
            Set<ParcelId> askedToStop,
            Set<CourierCode> stoppedBefore,
            ShopPolicy policy,
            Instant at) {
        this(request, order, earlier, earlierItems, askedToStop, stoppedBefore, policy, at, null);
    }

    /** Asked at once, as the request came, and no earlier request named items. */
    public RefundQuestion(
            RefundRequest request,
            OrderFacts order,
            Money earlier,
            Set<ParcelId> askedToStop,
            Set<CourierCode> stoppedBefore,
            ShopPolicy policy) {
        this(
                request,
                order,
                earlier,
                List.of(),
                askedToStop,
                stoppedBefore,
                policy,
                request.askedAt());
    }

    /** The shop's rules ask for the buyer's refunds, and they are not known. */
    public boolean lacksHistory() {
        return history == null
                && !policy.rules().isEmpty()
                && order.purchase() != null
                && policy.rules().stream().anyMatch(ShopRule::asksBuyer);
    }

    /** What was ordered, the goods only that are asked about; null when the order is unknown. */
    @Nullable Purchase asked() {
        Purchase purchase = order.purchase();
        return purchase == null || request.lines().isEmpty()
                ? purchase
                : purchase.only(
                        request.lines().stream()
                                .map(RefundLine::sku)
                                .collect(Collectors.toUnmodifiableSet()));
    }
}
