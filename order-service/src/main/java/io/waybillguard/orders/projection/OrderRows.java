package io.waybillguard.orders.projection;

import io.waybillguard.events.order.OrderEvent;
import io.waybillguard.events.order.OrderEvent.OrderClosed;
import io.waybillguard.events.order.OrderEvent.OrderPaid;
import io.waybillguard.events.order.OrderEvent.OrderPlaced;
import io.waybillguard.events.order.OrderEvent.OrderReceived;
import io.waybillguard.events.order.OrderEvent.OrderShipped;
import io.waybillguard.events.order.OrderEvent.ShipmentCancelled;
import java.util.List;

/**
 * Orders and their shipments; the first word on each fact of an order holds, and the first word on
 * whose it is.
 */
final class OrderRows {
    private static final String PLACED =
            """
            insert into orders (order_id, shop_id, buyer_id, platform, amount_fen, lines, province,
                                city, cross_border, placed_at)
            values (?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?)
            on conflict (order_id) do update set
                shop_id = excluded.shop_id, buyer_id = excluded.buyer_id,
                platform = excluded.platform, amount_fen = excluded.amount_fen,
                lines = excluded.lines, province = excluded.province, city = excluded.city,
                cross_border = excluded.cross_border, placed_at = excluded.placed_at
            where orders.placed_at is null
              and (orders.shop_id is null or orders.shop_id = excluded.shop_id)
            """;
    private static final String PAID =
            """
            insert into orders (order_id, paid_fen, paid_at) values (?, ?, ?)
            on conflict (order_id) do update set
                paid_fen = excluded.paid_fen, paid_at = excluded.paid_at
            where orders.paid_at is null
            """;
    private static final String RECEIVED =
            """
            insert into orders (order_id, received_at) values (?, ?)
            on conflict (order_id) do update set received_at = excluded.received_at
            where orders.received_at is null
            """;
    private static final String CLOSED =
            """
            insert into orders (order_id, closed_at, close_reason) values (?, ?, ?)
            on conflict (order_id) do update set
                closed_at = excluded.closed_at, close_reason = excluded.close_reason
            where orders.closed_at is null
            """;
    private static final String SHIPPED_ORDER =
            """
            insert into orders (order_id, shop_id, buyer_id, platform, province, city)
            values (?, ?, ?, ?, ?, ?)
            on conflict (order_id) do update set
                shop_id = excluded.shop_id, buyer_id = excluded.buyer_id,
                platform = excluded.platform, province = excluded.province, city = excluded.city
            where orders.shop_id is null
            """;
    private static final String SHIPPED =
            """
            insert into shipments (order_id, courier, waybill, role, service, platform_waybill,
                                   shipped_at)
            values (?, ?, ?, 'DELIVERY', ?, ?, ?)
            on conflict (order_id, courier, waybill) do update set
                role = excluded.role, service = excluded.service,
                platform_waybill = excluded.platform_waybill, shipped_at = excluded.shipped_at,
                cancelled_at = null, refund_id = null, given_by = null
            """;
    private static final String CANCELLED =
            """
            update shipments set cancelled_at = ?
            where order_id = ? and courier = ? and waybill = ? and cancelled_at is null
            """;

    private OrderRows() {}

    static List<Write> of(OrderEvent event) {
        String id = event.orderId().value();
        return switch (event) {
            case OrderPlaced placed -> List.of(placed(placed));
            case OrderPaid(_, var paid, var at) -> List.of(order(PAID, id, paid.fen(), at));
            case OrderShipped shipped -> List.of(shippedOrder(shipped), shipped(shipped));
            case ShipmentCancelled(_, var parcel, var at) ->
                    List.of(
                            Write.to(
                                    "shipments",
                                    CANCELLED,
                                    at,
                                    id,
                                    parcel.courier().value(),
                                    parcel.waybill()));
            case OrderReceived(_, var at) -> List.of(order(RECEIVED, id, at));
            case OrderClosed(_, var reason, var at) -> List.of(order(CLOSED, id, at, reason));
        };
    }

    private static Write order(String sql, Object... values) {
        return Write.to("orders", sql, values);
    }

    private static Write placed(OrderPlaced event) {
        return order(
                PLACED,
                event.orderId().value(),
                event.shopId().value(),
                event.buyerId().value(),
                event.platform(),
                event.amount().fen(),
                Json.of(event.lines()),
                event.destination().province(),
                event.destination().city(),
                event.crossBorder(),
                event.at());
    }

    private static Write shippedOrder(OrderShipped event) {
        return order(
                SHIPPED_ORDER,
                event.orderId().value(),
                event.shopId().value(),
                event.buyerId().value(),
                event.platform(),
                event.destination().province(),
                event.destination().city());
    }

    private static Write shipped(OrderShipped event) {
        return Write.to(
                "shipments",
                SHIPPED,
                event.orderId().value(),
                event.parcel().courier().value(),
                event.parcel().waybill(),
                event.service(),
                event.platformWaybill(),
                event.at());
    }
}
