package io.waybillguard.orders.order;

import io.waybillguard.events.order.CloseReason;
import io.waybillguard.events.order.GoodsTrait;
import io.waybillguard.events.order.OrderEvent.OrderPlaced;
import io.waybillguard.events.order.OrderLine;
import io.waybillguard.events.refund.AftersalesRequest;
import io.waybillguard.events.refund.AftersalesRequest.RefundRequested;
import io.waybillguard.events.refund.CaseState;
import io.waybillguard.events.refund.Offer;
import io.waybillguard.events.refund.OfferKind;
import io.waybillguard.events.refund.RefundKind;
import io.waybillguard.events.refund.RefundReason;
import io.waybillguard.events.types.BuyerId;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.OfferId;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.events.types.RefundId;
import io.waybillguard.events.types.Region;
import io.waybillguard.events.types.ShopId;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Orders and refunds as commands find them. */
final class Fixtures {
    static final Instant NOON = Instant.parse("2026-11-11T04:00:00Z");
    static final OrderId ORDER = new OrderId("o-1");
    static final RefundId REFUND = new RefundId("r-1");
    static final ShopId SHOP = new ShopId("shop-1");
    static final BuyerId BUYER = new BuyerId("buyer-1");
    static final ParcelId PARCEL = ParcelId.of("ZTO", "73500001");

    private Fixtures() {}

    static OrderPlaced placed(Instant at) {
        return new OrderPlaced(
                ORDER,
                SHOP,
                BUYER,
                "KUAISHOU",
                Money.yuan(99),
                List.of(
                        new OrderLine(
                                "sku-1",
                                "a cup",
                                "home",
                                1,
                                Money.yuan(99),
                                Set.of(GoodsTrait.SEVEN_DAY_RETURN))),
                new Region("浙江", "杭州"),
                false,
                at);
    }

    static final Offer OFFER =
            new Offer(new OfferId("of-1"), OfferKind.PARTIAL_REFUND, Money.yuan(40), NOON);

    static KnownOrder anUnpaidOrder() {
        return new KnownOrder(placed(NOON), null, false, null, List.of());
    }

    static KnownOrder aPaidOrder() {
        return new KnownOrder(placed(NOON), Money.yuan(99), false, null, List.of());
    }

    static KnownOrder aShippedOrder() {
        return shipped(false, false, null);
    }

    static KnownOrder shipped(boolean cancelled, boolean received, CloseReason closed) {
        return new KnownOrder(
                placed(NOON),
                Money.yuan(99),
                received,
                closed,
                List.of(new KnownShipment(PARCEL, "", true, NOON, cancelled)));
    }

    static RefundRequested asked(Money amount, Instant at) {
        return new RefundRequested(
                ORDER,
                REFUND,
                RefundKind.REFUND_ONLY,
                amount,
                RefundReason.NO_MOVEMENT,
                List.of(),
                at);
    }

    static KnownRefund aRefund(CaseState state, AftersalesRequest... acts) {
        return new KnownRefund(
                REFUND,
                ORDER,
                SHOP,
                BUYER,
                asked(Money.yuan(99), NOON),
                state,
                state == null ? null : NOON,
                List.of(acts),
                Set.of(PARCEL),
                state == CaseState.OFFERED ? OFFER : null);
    }
}
