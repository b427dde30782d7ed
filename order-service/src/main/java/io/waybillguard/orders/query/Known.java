package io.waybillguard.orders.query;

import static io.waybillguard.orders.query.Columns.instant;
import static io.waybillguard.orders.query.Columns.name;
import static io.waybillguard.orders.query.Columns.number;
import static io.waybillguard.orders.query.Columns.theInstant;

import io.waybillguard.events.order.CloseReason;
import io.waybillguard.events.order.OrderEvent.OrderPlaced;
import io.waybillguard.events.policy.ShopPolicy;
import io.waybillguard.events.refund.CaseState;
import io.waybillguard.events.types.BuyerId;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.events.types.RefundId;
import io.waybillguard.events.types.Region;
import io.waybillguard.events.types.ShopId;
import io.waybillguard.orders.order.KnownOrder;
import io.waybillguard.orders.order.KnownRefund;
import io.waybillguard.orders.order.KnownShipment;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What commands need to know. An order counts as known once it was placed. */
@Component
public class Known {
    private static final String OWNERS =
            """
            select shop_id from orders where order_id = :id and shop_id is not null
            union select shop_id from parcels where order_id = :id
            union select shop_id from stalls where order_id = :id
            union select shop_id from cases where order_id = :id and shop_id is not null
            union select shop_id from notices where order_id = :id
            """;

    private final JdbcClient jdbc;
    private final CaseQueries cases;

    Known(JdbcClient jdbc, CaseQueries cases) {
        this.jdbc = jdbc;
        this.cases = cases;
    }

    public Optional<KnownOrder> order(String orderId) {
        List<KnownShipment> shipments = shipments(orderId);
        return jdbc.sql("select * from orders where order_id = :id and placed_at is not null")
                .param("id", orderId)
                .query((row, _) -> order(row, shipments))
                .optional();
    }

    /** Whose an order id is, by any word on any topic: an order need not be placed to be known. */
    public Set<ShopId> ownersOf(String orderId) {
        return Set.copyOf(
                jdbc.sql(OWNERS)
                        .param("id", orderId)
                        .query((row, _) -> new ShopId(row.getString("shop_id")))
                        .list());
    }

    /** The order that a refund id is in use for, though its shop may not be known yet. */
    public Optional<OrderId> orderOfRefund(String refundId) {
        return jdbc.sql("select order_id from cases where refund_id = :id")
                .param("id", refundId)
                .query((row, _) -> new OrderId(row.getString("order_id")))
                .optional();
    }

    public Optional<KnownRefund> refund(String refundId) {
        return jdbc.sql(
                        "select "
                                + CaseQueries.COLUMNS
                                + " from "
                                + CaseQueries.FROM
                                + " where c.refund_id = :id"
                                + " and coalesce(c.shop_id, o.shop_id) is not null")
                .param("id", refundId)
                .query((row, _) -> refund(row))
                .optional();
    }

    /** The shop's policy, or none of version 0. */
    public ShopPolicy policy(ShopId shop) {
        return jdbc.sql("select policy from shop_policies where shop_id = :shop")
                .param("shop", shop.value())
                .query((row, _) -> Columns.json(row, "policy", ShopPolicy.class))
                .optional()
                .orElseGet(() -> ShopPolicy.none(shop));
    }

    private List<KnownShipment> shipments(String orderId) {
        return jdbc.sql(
                        """
                        select * from shipments where order_id = :id and role = 'DELIVERY'
                        order by shipped_at, courier, waybill
                        """)
                .param("id", orderId)
                .query((row, _) ->
                        new KnownShipment(
                                parcel(row),
                                row.getString("service"),
                                row.getBoolean("platform_waybill"),
                                theInstant(row, "shipped_at"),
                                instant(row, "cancelled_at") != null))
                .list();
    }

    private static ParcelId parcel(ResultSet row) throws SQLException {
        return ParcelId.of(row.getString("courier"), row.getString("waybill"));
    }

    private static KnownOrder order(ResultSet row, List<KnownShipment> shipments)
            throws SQLException {
        Long paid = number(row, "paid_fen");
        OrderPlaced placed =
                new OrderPlaced(
                        new OrderId(row.getString("order_id")),
                        new ShopId(row.getString("shop_id")),
                        new BuyerId(row.getString("buyer_id")),
                        row.getString("platform"),
                        Money.fen(row.getLong("amount_fen")),
                        Columns.list(row, "lines", OrderQueries.LINES),
                        new Region(row.getString("province"), row.getString("city")),
                        row.getBoolean("cross_border"),
                        theInstant(row, "placed_at"));
        return new KnownOrder(
                placed,
                paid == null ? null : Money.fen(paid),
                instant(row, "received_at") != null,
                name(row, "close_reason", CloseReason.class),
                shipments);
    }

    private KnownRefund refund(ResultSet row) throws SQLException {
        String refundId = row.getString("refund_id");
        String orderId = row.getString("order_id");
        Set<ParcelId> deliveries = new HashSet<>();
        CaseState state = name(row, "state", CaseState.class);
        shipments(orderId).forEach(shipment -> deliveries.add(shipment.parcel()));
        return new KnownRefund(
                new RefundId(refundId),
                new OrderId(orderId),
                new ShopId(row.getString("the_shop")),
                new BuyerId(row.getString("the_buyer")),
                Asking.first(row),
                state,
                instant(row, "moved_at"),
                cases.acts(refundId),
                deliveries,
                cases.offer(refundId, state));
    }
}
