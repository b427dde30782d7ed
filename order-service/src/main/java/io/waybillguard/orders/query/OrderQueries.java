package io.waybillguard.orders.query;

import static io.waybillguard.orders.query.Columns.instant;
import static io.waybillguard.orders.query.Columns.number;
import static io.waybillguard.orders.query.Columns.text;

import io.waybillguard.events.order.OrderLine;
import io.waybillguard.events.types.Region;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;

/** Orders, one or many. An order counts as known once its shop is. */
@Component
public class OrderQueries {
    static final TypeReference<List<OrderLine>> LINES = new TypeReference<>() {};

    private static final String COLUMNS =
            """
            o.*, case when o.closed_at is not null then 'CLOSED'
                      when o.received_at is not null then 'RECEIVED'
                      when exists (select 1 from shipments s where s.order_id = o.order_id
                                   and s.role = 'DELIVERY' and s.cancelled_at is null)
                           then 'SHIPPED'
                      when o.paid_at is not null then 'PAID'
                      else 'PLACED' end as state
            """;

    private final JdbcClient jdbc;
    private final ParcelQueries parcels;
    private final CaseQueries cases;
    private final NoticeQueries notices;

    OrderQueries(JdbcClient jdbc, ParcelQueries parcels, CaseQueries cases, NoticeQueries notices) {
        this.jdbc = jdbc;
        this.parcels = parcels;
        this.cases = cases;
        this.notices = notices;
    }

    /** The whole order, as of one instant; what other shops told under its id is left out. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Optional<OrderView> find(String orderId) {
        return jdbc.sql(
                        "select "
                                + COLUMNS
                                + " from orders o where o.order_id = :id and o.shop_id is not null")
                .param("id", orderId)
                .query((row, _) -> view(row))
                .optional()
                .map(this::complete);
    }

    public Page<OrderSummary> page(@Nullable String shop, PageRequest page) {
        return new Filter()
                .always("o.shop_id is not null")
                .equal("o.shop_id", "shop", shop)
                .page(
                        jdbc,
                        COLUMNS,
                        "orders o",
                        "o.placed_at desc nulls last, o.order_id",
                        page,
                        (row, _) -> summary(row));
    }

    private OrderView complete(OrderView order) {
        String id = order.summary().orderId();
        String shop = order.summary().shopId();
        return new OrderView(
                order.summary(),
                order.lines(),
                order.destination(),
                order.crossBorder(),
                parcels.ofOrder(id, shop),
                cases.ofOrder(id, shop),
                notices.ofOrder(id, shop));
    }

    private static OrderView view(ResultSet row) throws SQLException {
        String province = text(row, "province");
        String city = text(row, "city");
        return new OrderView(
                summary(row),
                Columns.list(row, "lines", LINES),
                province == null ? null : new Region(province, city == null ? "" : city),
                row.getBoolean("cross_border"),
                List.of(),
                List.of(),
                List.of());
    }

    private static OrderSummary summary(ResultSet row) throws SQLException {
        return new OrderSummary(
                row.getString("order_id"),
                row.getString("shop_id"),
                row.getString("buyer_id"),
                row.getString("platform"),
                OrderState.valueOf(row.getString("state")),
                number(row, "amount_fen"),
                number(row, "paid_fen"),
                instant(row, "placed_at"),
                instant(row, "paid_at"),
                instant(row, "received_at"),
                instant(row, "closed_at"),
                text(row, "close_reason"));
    }
}
