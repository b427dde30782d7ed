package io.waybillguard.events.order;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.waybillguard.events.types.BuyerId;
import io.waybillguard.events.types.Checks;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.events.types.Region;
import io.waybillguard.events.types.ShopId;
import java.time.Instant;
import java.util.List;

/** What happened to an order. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface OrderEvent {

    /** The order it is about: the key of its topic. */
    OrderId orderId();

    /** When it happened, as told by whoever wrote the event. */
    Instant at();

    /**
     * A buyer ordered.
     *
     * @param platform the shop platform's code, such as {@code KUAISHOU}
     * @param amount what is to be paid
     */
    @JsonTypeName("order.placed.v1")
    record OrderPlaced(
            OrderId orderId,
            ShopId shopId,
            BuyerId buyerId,
            String platform,
            Money amount,
            List<OrderLine> lines,
            Region destination,
            boolean crossBorder,
            Instant at)
            implements OrderEvent {
        public OrderPlaced {
            Checks.required("orderId", orderId);
            Checks.required("shopId", shopId);
            Checks.required("buyerId", buyerId);
            platform = Checks.text("platform", platform, 512);
            Checks.required("amount", amount);
            lines = Checks.list(lines);
            Checks.required("destination", destination);
            Checks.required("at", at);
        }
    }

    /** The buyer paid. */
    @JsonTypeName("order.paid.v1")
    record OrderPaid(OrderId orderId, Money paid, Instant at) implements OrderEvent {
        public OrderPaid {
            Checks.required("orderId", orderId);
            Checks.required("paid", paid);
            Checks.required("at", at);
        }
    }

    /**
     * The shop says that a parcel is on its way; one event a parcel.
     *
     * @param service the courier's product; empty for its normal one
     * @param platformWaybill the waybill is the platform's own e-waybill (电子面单)
     */
    @JsonTypeName("order.shipped.v1")
    record OrderShipped(
            OrderId orderId,
            ShopId shopId,
            BuyerId buyerId,
            ParcelId parcel,
            String platform,
            String service,
            Region destination,
            boolean platformWaybill,
            Instant at)
            implements OrderEvent {
        public OrderShipped {
            Checks.required("orderId", orderId);
            Checks.required("shopId", shopId);
            Checks.required("buyerId", buyerId);
            Checks.required("parcel", parcel);
            platform = Checks.text("platform", platform, 512);
            service = Checks.text("service", service, 512);
            Checks.required("destination", destination);
            Checks.required("at", at);
        }
    }

    /** The parcel is no longer the order's: a wrong number, or called back before pickup. */
    @JsonTypeName("order.shipment-cancelled.v1")
    record ShipmentCancelled(OrderId orderId, ParcelId parcel, Instant at) implements OrderEvent {
        public ShipmentCancelled {
            Checks.required("orderId", orderId);
            Checks.required("parcel", parcel);
            Checks.required("at", at);
        }
    }

    /** The buyer confirmed the receipt. */
    @JsonTypeName("order.received.v1")
    record OrderReceived(OrderId orderId, Instant at) implements OrderEvent {
        public OrderReceived {
            Checks.required("orderId", orderId);
            Checks.required("at", at);
        }
    }

    /** The order ended without success. */
    @JsonTypeName("order.closed.v1")
    record OrderClosed(OrderId orderId, CloseReason reason, Instant at) implements OrderEvent {
        public OrderClosed {
            Checks.required("orderId", orderId);
            Checks.required("reason", reason);
            Checks.required("at", at);
        }
    }
}
