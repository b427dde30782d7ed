package io.waybillguard.orders.query;

import static io.waybillguard.orders.query.Columns.instant;
import static io.waybillguard.orders.query.Columns.name;
import static io.waybillguard.orders.query.Columns.text;
import static io.waybillguard.orders.query.Columns.theInstant;
import static io.waybillguard.orders.query.Columns.theName;

import io.waybillguard.events.parcel.ParcelRole;
import io.waybillguard.events.parcel.ProblemReason;
import io.waybillguard.events.parcel.ScanKind;
import io.waybillguard.events.parcel.Stage;
import io.waybillguard.events.parcel.StallCause;
import io.waybillguard.events.parcel.StallKind;
import io.waybillguard.events.parcel.StallLevel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stalls of an order, or of many. */
@Component
public class StallQueries {
    private final JdbcClient jdbc;

    StallQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<StallView> ofOrder(String orderId, String shop) {
        return jdbc.sql(
                        """
                        select * from stalls where order_id = :order and shop_id = :shop
                        order by courier, waybill, episode
                        """)
                .param("order", orderId)
                .param("shop", shop)
                .query((row, _) -> stall(row))
                .list();
    }

    /** Stalls, the latest silence first. */
    public Page<StallView> page(StallFilter asked, PageRequest page) {
        String courier = asked.courier();
        return new Filter()
                .equal("shop_id", "shop", asked.shop())
                .equal("kind", "kind", asked.kind())
                .equal(
                        "courier",
                        "courier",
                        courier == null ? null : courier.toUpperCase(Locale.ROOT))
                .equal("level", "level", asked.level())
                .equal("cause", "cause", asked.cause())
                .equal("(cleared_at is null)", "active", asked.active())
                .page(
                        jdbc,
                        "*",
                        "stalls",
                        "since desc, courier, waybill, episode, order_id",
                        page,
                        (row, _) -> stall(row));
    }

    private static StallView stall(ResultSet row) throws SQLException {
        Instant cleared = instant(row, "cleared_at");
        return new StallView(
                row.getString("order_id"),
                row.getString("shop_id"),
                row.getString("buyer_id"),
                row.getString("courier"),
                row.getString("waybill"),
                row.getInt("episode"),
                theName(row, "role", ParcelRole.class),
                theName(row, "kind", StallKind.class),
                theName(row, "cause", StallCause.class),
                name(row, "problem", ProblemReason.class),
                theName(row, "level", StallLevel.class),
                cleared == null,
                theInstant(row, "since"),
                Duration.ofMillis(row.getLong("threshold_ms")),
                row.getString("threshold_row"),
                theInstant(row, "deadline"),
                theName(row, "stage", Stage.class),
                row.getString("last_place"),
                text(row, "province"),
                text(row, "city"),
                row.getBoolean("feed_suspect"),
                text(row, "exempt"),
                instant(row, "raised_at"),
                instant(row, "escalated_at"),
                cleared,
                name(row, "cleared_by", ScanKind.class));
    }
}
