package io.waybillguard.orders.query;

import static io.waybillguard.orders.query.Columns.instant;
import static io.waybillguard.orders.query.Columns.name;
import static io.waybillguard.orders.query.Columns.number;
import static io.waybillguard.orders.query.Columns.text;
import static io.waybillguard.orders.query.Columns.theInstant;
import static io.waybillguard.orders.query.Columns.theName;

import io.waybillguard.events.parcel.ParcelRole;
import io.waybillguard.events.parcel.ParcelSnapshot;
import io.waybillguard.events.parcel.ProblemReason;
import io.waybillguard.events.parcel.ScanEvidence;
import io.waybillguard.events.parcel.ScanKind;
import io.waybillguard.events.parcel.SignedBy;
import io.waybillguard.events.parcel.Stage;
import io.waybillguard.events.refund.GivenBy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** An order's parcels with timelines and stalls. */
@Component
class ParcelQueries {
    private static final String PARCELS =
            """
            select coalesce(s.courier, p.courier) as courier,
                   coalesce(s.waybill, p.waybill) as waybill,
                   coalesce(s.role, p.snapshot ->> 'role') as role,
                   s.service, s.platform_waybill, s.shipped_at, s.cancelled_at, s.refund_id,
                   s.given_by, p.stage, p.snapshot, p.revision
            from (select * from shipments where order_id = :order) s
            full join (select * from parcels where order_id = :order and shop_id = :shop) p
                on p.courier = s.courier and p.waybill = s.waybill
            order by s.shipped_at nulls last, courier, waybill
            """;
    private static final String SCANS =
            """
            select * from scans where courier = :courier and waybill = :waybill
            order by happened_at, received_at, digest
            """;

    private final JdbcClient jdbc;
    private final StallQueries stalls;

    ParcelQueries(JdbcClient jdbc, StallQueries stalls) {
        this.jdbc = jdbc;
        this.stalls = stalls;
    }

    List<ParcelView> ofOrder(String orderId, String shop) {
        List<StallView> all = stalls.ofOrder(orderId, shop);
        return jdbc
                .sql(PARCELS)
                .param("order", orderId)
                .param("shop", shop)
                .query((row, _) -> parcel(row))
                .list()
                .stream()
                .map(parcel -> complete(parcel, all))
                .toList();
    }

    private ParcelView complete(ParcelView parcel, List<StallView> stallsOfOrder) {
        return new ParcelView(
                parcel.courier(),
                parcel.waybill(),
                parcel.role(),
                parcel.service(),
                parcel.platformWaybill(),
                parcel.shippedAt(),
                parcel.cancelledAt(),
                parcel.refundId(),
                parcel.givenBy(),
                parcel.stage(),
                parcel.snapshot(),
                parcel.revision(),
                timeline(parcel),
                stallsOfOrder.stream().filter(stall -> isOf(stall, parcel)).toList());
    }

    private static boolean isOf(StallView stall, ParcelView parcel) {
        return stall.courier().equals(parcel.courier()) && stall.waybill().equals(parcel.waybill());
    }

    private List<ScanView> timeline(ParcelView parcel) {
        return jdbc.sql(SCANS)
                .param("courier", parcel.courier())
                .param("waybill", parcel.waybill())
                .query((row, _) -> scan(row))
                .list();
    }

    private static ParcelView parcel(ResultSet row) throws SQLException {
        return new ParcelView(
                row.getString("courier"),
                row.getString("waybill"),
                role(text(row, "role")),
                text(row, "service"),
                row.getBoolean("platform_waybill"),
                instant(row, "shipped_at"),
                instant(row, "cancelled_at"),
                text(row, "refund_id"),
                name(row, "given_by", GivenBy.class),
                name(row, "stage", Stage.class),
                Columns.json(row, "snapshot", ParcelSnapshot.class),
                number(row, "revision"),
                List.of(),
                List.of());
    }

    private static ParcelRole role(@Nullable String role) {
        return role == null ? ParcelRole.DELIVERY : ParcelRole.valueOf(role);
    }

    private static ScanView scan(ResultSet row) throws SQLException {
        return new ScanView(
                theName(row, "kind", ScanKind.class),
                name(row, "reason", ProblemReason.class),
                theInstant(row, "happened_at"),
                theInstant(row, "received_at"),
                row.getString("place"),
                row.getString("text"),
                row.getString("code"),
                theName(row, "evidence", ScanEvidence.class),
                name(row, "signed_by", SignedBy.class));
    }
}
