package io.waybillguard.orders.order;

import static io.waybillguard.orders.order.RefusalCode.CLOSED_DIFFERENTLY;
import static io.waybillguard.orders.order.RefusalCode.ORDER_CLOSED;
import static io.waybillguard.orders.order.RefusalCode.ORDER_ID_TAKEN;
import static io.waybillguard.orders.order.RefusalCode.ORDER_NOT_PAID;
import static io.waybillguard.orders.order.RefusalCode.ORDER_NOT_SHIPPED;
import static io.waybillguard.orders.order.RefusalCode.ORDER_PAID;
import static io.waybillguard.orders.order.RefusalCode.ORDER_RECEIVED;
import static io.waybillguard.orders.order.RefusalCode.ORDER_SHIPPED;
import static io.waybillguard.orders.order.RefusalCode.PAID_DIFFERENTLY;
import static io.waybillguard.orders.order.RefusalCode.PARCEL_UNKNOWN;
import static io.waybillguard.orders.order.RefusalCode.SHIPPED_DIFFERENTLY;

import io.waybillguard.events.order.CloseReason;
import io.waybillguard.events.order.OrderEvent;
import io.waybillguard.events.order.OrderEvent.OrderClosed;
import io.waybillguard.events.order.OrderEvent.OrderPaid;
import io.waybillguard.events.order.OrderEvent.OrderPlaced;
import io.waybillguard.events.order.OrderEvent.OrderReceived;
import io.waybillguard.events.order.OrderEvent.OrderShipped;
import io.waybillguard.events.order.OrderEvent.ShipmentCancelled;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.orders.order.Verdict.Publish;
import io.waybillguard.orders.order.Verdict.Refused;
import io.waybillguard.orders.order.Verdict.Repeated;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What may be done with an order: placed, paid, shipped, received, closed; each at most once. */
public final class OrderCommands {
    private OrderCommands() {}

    /** A new order under a free id; the instant of a repeat does not matter. */
    public static Verdict<OrderEvent> place(OrderPlaced asked, @Nullable KnownOrder known) {
        if (known == null) {
            return new Publish<>(asked);
        }
        OrderPlaced placed = known.placed();
        OrderPlaced sameInstant =
                new OrderPlaced(
                        asked.orderId(),
                        asked.shopId(),
                        asked.buyerId(),
                        asked.platform(),
                        asked.amount(),
                        asked.lines(),
                        asked.destination(),
                        asked.crossBorder(),
                        placed.at());
        return placed.equals(sameInstant)
                ? new Repeated<>()
                : new Refused<>(ORDER_ID_TAKEN, "the order id is in use for another order");
    }

    public static Verdict<OrderEvent> pay(KnownOrder order, Money paid, Instant now) {
        if (order.paid() != null) {
            return order.paid().equals(paid)
                    ? new Repeated<>()
                    : new Refused<>(PAID_DIFFERENTLY, "another amount was paid already");
        }
        if (order.closed() != null) {
            return new Refused<>(ORDER_CLOSED, "the order is closed");
        }
        return new Publish<>(new OrderPaid(order.placed().orderId(), paid, now));
    }

    /**
     * A parcel on its way.
     *
     * @param shippedAt null: now
     * @param window how far from now it may be
     */
    public static Verdict<OrderEvent> ship(
            KnownOrder order,
            ParcelId parcel,
            String service,
            boolean platformWaybill,
            @Nullable Instant shippedAt,
            Instant now,
            ShippingWindow window) {
        KnownShipment earlier = order.shipment(parcel);
        if (earlier != null && !earlier.cancelled()) {
            boolean same =
                    earlier.service().equals(service)
                            && earlier.platformWaybill() == platformWaybill
                            && (shippedAt == null || shippedAt.equals(earlier.shippedAt()));
            return same
                    ? new Repeated<>()
                    : new Refused<>(SHIPPED_DIFFERENTLY, "the parcel was shipped otherwise");
        }
        Refused<OrderEvent> refused = notToBeShipped(order);
        if (refused != null) {
            return refused;
        }
        Instant at = shippedAt == null ? now : shippedAt;
        Optional<Refused<OrderEvent>> absurd = window.refusal(at, now);
        return absurd.isPresent()
                ? absurd.get()
                : new Publish<>(shipped(order.placed(), parcel, service, platformWaybill, at));
    }

    private static OrderShipped shipped(
            OrderPlaced placed,
            ParcelId parcel,
            String service,
            boolean platformWaybill,
            Instant shippedAt) {
        return new OrderShipped(
                placed.orderId(),
                placed.shopId(),
                placed.buyerId(),
                parcel,
                placed.platform(),
                service,
                placed.destination(),
                platformWaybill,
                shippedAt);
    }

    private static @Nullable Refused<OrderEvent> notToBeShipped(KnownOrder order) {
        if (order.closed() != null) {
            return new Refused<>(ORDER_CLOSED, "the order is closed");
        }
        if (order.received()) {
            return new Refused<>(ORDER_RECEIVED, "the buyer confirmed the receipt");
        }
        return order.paid() == null ? new Refused<>(ORDER_NOT_PAID, "the order is not paid") : null;
    }

    /** A wrong number, or called back before pickup. */
    public static Verdict<OrderEvent> cancelShipment(
            KnownOrder order, ParcelId parcel, Instant now) {
        KnownShipment shipment = order.shipment(parcel);
        if (shipment == null) {
            return new Refused<>(PARCEL_UNKNOWN, "the order has no such parcel");
        }
        if (shipment.cancelled()) {
            return new Repeated<>();
        }
        if (order.received()) {
            return new Refused<>(ORDER_RECEIVED, "the buyer confirmed the receipt");
        }
        return new Publish<>(new ShipmentCancelled(order.placed().orderId(), parcel, now));
    }

    public static Verdict<OrderEvent> receive(KnownOrder order, Instant now) {
        if (order.received()) {
            return new Repeated<>();
        }
        if (order.closed() != null) {
            return new Refused<>(ORDER_CLOSED, "the order is closed");
        }
        if (!order.isShipped()) {
            return new Refused<>(ORDER_NOT_SHIPPED, "no parcel of the order is on its way");
        }
        return new Publish<>(new OrderReceived(order.placed().orderId(), now));
    }

    public static Verdict<OrderEvent> close(KnownOrder order, CloseReason reason, Instant now) {
        if (order.closed() != null) {
            return order.closed() == reason
                    ? new Repeated<>()
                    : new Refused<>(CLOSED_DIFFERENTLY, "closed for another reason already");
        }
        Refused<OrderEvent> refused =
                switch (reason) {
                    case UNPAID ->
                            order.paid() == null
                                    ? null
                                    : new Refused<>(ORDER_PAID, "the order is paid");
                    case CANCELLED ->
                            order.isShipped()
                                    ? new Refused<>(ORDER_SHIPPED, "a parcel is on its way")
                                    : null;
                    case REFUNDED, OTHER -> null;
                };
        return refused == null
                ? new Publish<>(new OrderClosed(order.placed().orderId(), reason, now))
                : refused;
    }
}
