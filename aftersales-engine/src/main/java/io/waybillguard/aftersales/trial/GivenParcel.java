package io.waybillguard.aftersales.trial;

import io.waybillguard.aftersales.trial.GivenFacts.GivenOrder;
import io.waybillguard.events.order.OrderEvent.OrderShipped;
import io.waybillguard.events.parcel.MilestoneEvent.MilestoneReached;
import io.waybillguard.events.parcel.ParcelRole;
import io.waybillguard.events.parcel.ParcelSnapshot;
import io.waybillguard.events.parcel.Stage;
import io.waybillguard.events.parcel.StallCause;
import io.waybillguard.events.parcel.StallDetails;
import io.waybillguard.events.parcel.StallEvent.StallDetected;
import io.waybillguard.events.parcel.StallKind;
import io.waybillguard.events.parcel.StallLevel;
import io.waybillguard.events.types.Checks;
import io.waybillguard.events.types.FilingId;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.events.types.Region;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One parcel of the order, on its way to the buyer.
 *
 * @param platformWaybill whether the waybill is the platform's e-waybill; null: it is
 * @param stage null: registered
 */
record GivenParcel(
        ParcelId parcel,
        @Nullable Boolean platformWaybill,
        @Nullable Stage stage,
        @Nullable Instant shippedAt,
        @Nullable Instant collectedAt,
        @Nullable Instant lastMovedAt,
        @Nullable Instant signedAt,
        @Nullable Boolean intercepted,
        @Nullable GivenStall stall) {

    GivenParcel {
        Checks.required("parcel", parcel);
    }

    /**
     * A stall that stands.
     *
     * @param cause null: silence
     * @param level null: stalled
     * @param since null: when the parcel moved last
     */
    record GivenStall(
            StallKind kind,
            @Nullable StallCause cause,
            @Nullable StallLevel level,
            @Nullable Instant since,
            @Nullable Boolean feedSuspect,
            @Nullable FilingId exempt) {
        GivenStall {
            Checks.required("kind", kind);
        }
    }

    List<Object> events(GivenOrder order, Region destination, Instant now) {
        List<Object> events = new ArrayList<>();
        events.add(
                new OrderShipped(
                        order.orderId(),
                        order.shopId(),
                        order.buyer(),
                        parcel,
                        "",
                        "",
                        destination,
                        !Boolean.FALSE.equals(platformWaybill),
                        shippedAt == null ? now : shippedAt));
        events.add(
                new MilestoneReached(
                        order.orderId(), order.shopId(), order.buyer(), snapshot(), null, 1, now));
        if (stall != null) {
            events.add(
                    new StallDetected(
                            order.orderId(),
                            order.shopId(),
                            order.buyer(),
                            details(stall, now),
                            2,
                            now));
        }
        return events;
    }

    private ParcelSnapshot snapshot() {
        return new ParcelSnapshot(
                parcel,
                ParcelRole.DELIVERY,
                reached(),
                0,
                shippedAt,
                collectedAt,
                lastMovedAt,
                null,
                "",
                signedAt,
                null,
                Boolean.TRUE.equals(intercepted),
                null);
    }

    private Stage reached() {
        return stage == null ? Stage.REGISTERED : stage;
    }

    private StallDetails details(GivenStall given, Instant now) {
        Instant moved = lastMovedAt == null ? now : lastMovedAt;
        Instant since = given.since() == null ? moved : given.since();
        return new StallDetails(
                parcel,
                ParcelRole.DELIVERY,
                1,
                given.kind(),
                given.cause() == null ? StallCause.SILENCE : given.cause(),
                null,
                given.level() == null ? StallLevel.STALLED : given.level(),
                since,
                Duration.ZERO,
                "as given",
                since,
                reached(),
                "",
                null,
                Boolean.TRUE.equals(given.feedSuspect()),
                given.exempt());
    }
}
