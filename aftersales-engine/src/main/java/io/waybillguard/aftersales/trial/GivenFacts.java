package io.waybillguard.aftersales.trial;

import io.waybillguard.events.allowance.AllowanceAnswer.BuyerRefundsCounted;
import io.waybillguard.events.order.GoodsTrait;
import io.waybillguard.events.order.OrderEvent.OrderPaid;
import io.waybillguard.events.order.OrderEvent.OrderPlaced;
import io.waybillguard.events.order.OrderEvent.OrderReceived;
import io.waybillguard.events.order.OrderLine;
import io.waybillguard.events.policy.ShopPolicy;
import io.waybillguard.events.refund.AftersalesRequest.RefundRequested;
import io.waybillguard.events.refund.RefundKind;
import io.waybillguard.events.refund.RefundReason;
import io.waybillguard.events.types.BuyerId;
import io.waybillguard.events.types.Checks;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.RefundId;
import io.waybillguard.events.types.Region;
import io.waybillguard.events.types.ShopId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Facts of an order and a request on it, as a caller gives them. Money is in fen.
 *
 * @param parcels none where it is left out: not shipped
 * @param buyer what is known of the buyer; null: nothing
 * @param policy null: the shop's own
 * @param at when the request comes; null: when it is read
 */
record GivenFacts(
        GivenOrder order,
        @Nullable List<GivenParcel> parcels,
        @Nullable GivenBuyer buyer,
        GivenRequest request,
        @Nullable ShopPolicy policy,
        @Nullable Instant at) {

    private static final BuyerId SOMEBODY = new BuyerId("somebody");
    private static final RefundId ASKED = new RefundId("asked");
    private static final Region SOMEWHERE = Region.of("浙江");

    /** Ten thousand million yuan: sums of what a file may hold stay countable. */
    private static final Money MOST = Money.yuan(10_000_000_000L);

    GivenFacts {
        Checks.required("order", order);
        parcels = Checks.list("parcels", parcels, 100);
        Checks.required("request", request);
    }

    /**
     * The order.
     *
     * @param paid null: the amount
     */
    record GivenOrder(
            OrderId orderId,
            ShopId shopId,
            @Nullable BuyerId buyerId,
            Money amount,
            @Nullable Money paid,
            @Nullable List<GivenGoods> goods,
            @Nullable Region destination,
            @Nullable Boolean crossBorder,
            @Nullable Instant placedAt,
            @Nullable Instant receivedAt) {
        GivenOrder {
            Checks.required("orderId", orderId);
            Checks.required("shopId", shopId);
            atMost("amount", Checks.required("amount", amount));
            atMost("paid", paid == null ? Money.ZERO : paid);
            goods = Checks.list("goods", goods, 500);
        }

        BuyerId buyer() {
            return buyerId == null ? SOMEBODY : buyerId;
        }
    }

    /** One line of the order. */
    record GivenGoods(@Nullable String category, @Nullable Set<GoodsTrait> traits) {
        OrderLine line() {
            return new OrderLine(
                    "",
                    "",
                    category == null ? "" : category,
                    1,
                    Money.ZERO,
                    traits == null ? Set.of() : traits);
        }
    }

    /**
     * The refunds that the shop paid the buyer.
     *
     * @param refunds how many, after {@code since}
     */
    record GivenBuyer(int refunds, Instant since) {
        GivenBuyer {
            if (refunds < 0) {
                throw new IllegalArgumentException("refunds must not be negative");
            }
            Checks.required("since", since);
        }
    }

    /** What the buyer asks. */
    record GivenRequest(
            @Nullable RefundId refundId,
            RefundKind kind,
            Money amount,
            @Nullable RefundReason reason) {
        GivenRequest {
            Checks.required("kind", kind);
            atMost("amount", Checks.required("amount", amount));
            if (amount.isZero()) {
                throw new IllegalArgumentException("amount is nothing");
            }
        }
    }

    private static void atMost(String name, Money amount) {
        if (amount.isOver(MOST)) {
            throw new IllegalArgumentException(name + " is over " + MOST + " yuan");
        }
    }

    /** When the request comes. */
    Instant at(Instant now) {
        return at == null ? now : at;
    }

    /** The request. */
    RefundRequested requested(Instant now) {
        return new RefundRequested(
                order.orderId(),
                request.refundId() == null ? ASKED : request.refundId(),
                request.kind(),
                request.amount(),
                request.reason() == null ? RefundReason.OTHER : request.reason(),
                List.of(),
                at(now));
    }

    /** What the book of shop and buyer says; null: nothing. */
    @Nullable BuyerRefundsCounted buyerRefunds(Instant now) {
        RefundRequested asked = requested(now);
        return buyer == null
                ? null
                : new BuyerRefundsCounted(
                        asked.orderId(),
                        asked.refundId(),
                        buyer.refunds(),
                        buyer.since(),
                        asked.at());
    }

    /**
     * The facts as the events that would have told them.
     *
     * @throws InvalidInputException when no event can tell them
     */
    List<Object> events(Instant now) {
        try {
            return told(now);
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException("", String.valueOf(e.getMessage()));
        }
    }

    private List<Object> told(Instant now) {
        Instant placed = order.placedAt() == null ? at(now) : order.placedAt();
        List<Object> events = new ArrayList<>();
        events.add(
                new OrderPlaced(
                        order.orderId(),
                        order.shopId(),
                        order.buyer(),
                        "",
                        order.amount(),
                        Checks.list(order.goods()).stream().map(GivenGoods::line).toList(),
                        destination(),
                        Boolean.TRUE.equals(order.crossBorder()),
                        placed));
        Money paid = order.paid() == null ? order.amount() : order.paid();
        events.add(new OrderPaid(order.orderId(), paid, placed));
        Checks.list(parcels)
                .forEach(parcel -> events.addAll(parcel.events(order, destination(), at(now))));
        if (order.receivedAt() != null) {
            events.add(new OrderReceived(order.orderId(), order.receivedAt()));
        }
        return events;
    }

    private Region destination() {
        return order.destination() == null ? SOMEWHERE : order.destination();
    }
}
