package io.waybillguard.tracker;

import io.waybillguard.events.order.OrderEvent.OrderShipped;
import io.waybillguard.events.parcel.CourierReport.ScansReported;
import io.waybillguard.events.parcel.ParcelClaim.ParcelClaimed;
import io.waybillguard.events.parcel.ParcelRole;
import io.waybillguard.events.parcel.ProblemReason;
import io.waybillguard.events.parcel.Scan;
import io.waybillguard.events.parcel.ScanEvidence;
import io.waybillguard.events.parcel.ScanKind;
import io.waybillguard.events.parcel.SignedBy;
import io.waybillguard.events.types.BuyerId;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.events.types.Region;
import io.waybillguard.events.types.ShopId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Scans and claims as nouns. */
public final class Scans {

    public static final Instant NOON = Instant.parse("2026-11-11T04:00:00Z");
    public static final ParcelId PARCEL = ParcelId.of("ZTO", "78900000001");

    private Scans() {}

    /** The instant {@code hours} after noon. */
    public static Instant hour(double hours) {
        return NOON.plus(Duration.ofMillis(Math.round(hours * 3_600_000)));
    }

    public static Scan scan(ScanKind kind, double hour) {
        return scan(kind, hour(hour), "");
    }

    public static Scan at(String place, ScanKind kind, double hour) {
        return scan(kind, hour(hour), place);
    }

    public static Scan scan(ScanKind kind, Instant happened, String place) {
        return full(kind, null, happened, place, kind + "@" + place, null);
    }

    public static Scan problem(ProblemReason reason, double hour) {
        return full(ScanKind.PROBLEM, reason, hour(hour), "", "problem " + reason, null);
    }

    public static Scan failed(ProblemReason reason, double hour) {
        return full(ScanKind.DELIVERY_FAILED, reason, hour(hour), "", "failed " + reason, null);
    }

    public static Scan signed(SignedBy by, double hour) {
        return full(ScanKind.SIGNED, null, hour(hour), "", "signed " + by, by);
    }

    public static Scan worded(ScanKind kind, double hour, String text) {
        return full(kind, null, hour(hour), "", text, null);
    }

    public static Scan full(
            ScanKind kind,
            @Nullable ProblemReason reason,
            Instant happened,
            String place,
            String text,
            @Nullable SignedBy by) {
        return new Scan(
                kind,
                reason,
                happened,
                happened.plusSeconds(60),
                place,
                text,
                "",
                ScanEvidence.REPORTED,
                by);
    }

    /** An order tells that it sent a parcel. */
    public static OrderShipped shipped(OrderId order, ParcelId parcel, Instant at) {
        return new OrderShipped(
                order,
                new ShopId("shop-1"),
                new BuyerId("buyer-1"),
                parcel,
                "KUAISHOU",
                "",
                Region.of("浙江"),
                true,
                at);
    }

    /** A report of one scan. */
    public static ScansReported report(ParcelId parcel, ScanKind kind, Instant at) {
        return new ScansReported(parcel, "warehouse", List.of(scan(kind, at, "somewhere")), at);
    }

    public static ParcelClaimed claim(String order, double shippedHour) {
        return claim(order, shippedHour, ParcelRole.DELIVERY, Region.of("浙江"));
    }

    public static ParcelClaimed claim(
            String order, double shippedHour, ParcelRole role, @Nullable Region destination) {
        return claim(order, shippedHour, new ShopId("shop-1"), role, destination);
    }

    public static ParcelClaimed claim(String order, double shippedHour, ShopId shop) {
        return claim(order, shippedHour, shop, ParcelRole.DELIVERY, Region.of("浙江"));
    }

    /** The same claim on another parcel. */
    public static ParcelClaimed under(ParcelId parcel, ParcelClaimed claim) {
        return claim.under(parcel);
    }

    private static ParcelClaimed claim(
            String order,
            double shippedHour,
            ShopId shop,
            ParcelRole role,
            @Nullable Region destination) {
        return new ParcelClaimed(
                PARCEL,
                new OrderId(order),
                shop,
                new BuyerId("buyer-1"),
                role,
                "KUAISHOU",
                "",
                destination,
                hour(shippedHour));
    }
}
