package io.waybillguard.orders.query;

import static io.waybillguard.orders.query.Columns.text;
import static io.waybillguard.orders.query.Columns.theInstant;
import static io.waybillguard.orders.query.Columns.theName;

import io.waybillguard.events.notice.NoticeScene;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What buyers were told of an order. */
@Component
class NoticeQueries {
    private static final String OF_ORDER =
            """
            select n.* from notices n
            where n.shop_id = :shop
              and (n.order_id = :order
                   or n.refund_id in (select refund_id from cases where order_id = :order))
            order by n.at, n.id, n.subject
            """;
    private static final String SUPPRESSED = "SUPPRESSED";

    private final JdbcClient jdbc;

    NoticeQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<NoticeView> ofOrder(String orderId, String shop) {
        return jdbc.sql(OF_ORDER)
                .param("order", orderId)
                .param("shop", shop)
                .query((row, _) -> notice(row))
                .list();
    }

    private static NoticeView notice(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        return new NoticeView(
                outcome.equals(SUPPRESSED) ? null : row.getString("id"),
                theName(row, "scene", NoticeScene.class),
                outcome,
                row.getString("channel"),
                row.getString("detail"),
                text(row, "courier"),
                text(row, "waybill"),
                row.getInt("episode"),
                text(row, "refund_id"),
                theInstant(row, "at"));
    }
}
