package io.waybillguard.tracker.stream;

import static io.waybillguard.tracker.Scans.PARCEL;
import static io.waybillguard.tracker.Scans.claim;
import static io.waybillguard.tracker.Scans.hour;
import static io.waybillguard.tracker.Scans.scan;
import static io.waybillguard.tracker.kuaidi100.Pushes.corrected;
import static io.waybillguard.tracker.kuaidi100.Pushes.node;
import static io.waybillguard.tracker.kuaidi100.Pushes.push;
import static io.waybillguard.tracker.kuaidi100.Pushes.signed;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.events.parcel.CourierReport.ScansReported;
import io.waybillguard.events.parcel.MilestoneEvent.MilestoneReached;
import io.waybillguard.events.parcel.ParcelClaim.ParcelSettled;
import io.waybillguard.events.parcel.ParcelSnapshot;
import io.waybillguard.events.parcel.Scan;
import io.waybillguard.events.parcel.ScanEvent.ScanRecorded;
import io.waybillguard.events.parcel.ScanKind;
import io.waybillguard.events.parcel.Stage;
import io.waybillguard.events.parcel.StallEvent.StallCleared;
import io.waybillguard.events.parcel.StallEvent.StallDetected;
import io.waybillguard.events.topics.Topics;
import io.waybillguard.events.types.CourierCode;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.ParcelId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A parcel that an order registered with one courier, and that is with another. */
class CorrectedCourierTest {

    private static final ParcelId YTO = ParcelId.of("YTO", PARCEL.waybill());

    private final TopologyFixture tracker = new TopologyFixture();

    @AfterEach
    void close() {
        tracker.close();
    }

    @Test
    void aCorrectedPushReachesTheOrderOfTheWrongCourier() {
        tracker.event(Topics.TRACKER_CLAIMS, claim("o-1", 0), hour(0));
        byte[] push =
                signed(
                        corrected(
                                push(
                                        "yuantong",
                                        PARCEL.waybill(),
                                        "0",
                                        node("2026-11-11 13:00:00", "【城东】已揽收", "103", "已揽收")),
                                "zhongtong",
                                "yuantong"));

        tracker.webhook("main", push, hour(2));
        tracker.webhook("main", push, hour(3));

        List<ParcelSnapshot> told = snapshots();
        assertThat(told)
                .extracting(ParcelSnapshot::stage)
                .containsExactly(Stage.REGISTERED, Stage.REGISTERED, Stage.COLLECTED);
        assertThat(told).extracting(ParcelSnapshot::id).containsOnly(PARCEL);
        assertThat(told).extracting(ParcelSnapshot::movedTo).containsExactly(null, YTO, YTO);
        assertThat(tracker.told(Topics.PARCEL_SCANS))
                .as("the order's timeline goes by the id it knows")
                .extracting(told1 -> ((ScanRecorded) told1).parcel())
                .containsExactly(YTO, PARCEL);
    }

    @Test
    void anOrderThatComesAfterTheCorrectionIsBroughtAlong() {
        reported(YTO, "ZTO", 1, scan(ScanKind.COLLECTED, 1));

        tracker.event(Topics.TRACKER_CLAIMS, claim("o-1", 0), hour(2));
        reported(YTO, null, 3, scan(ScanKind.DEPARTED, 3));
        tracker.now(hour(51));
        tracker.event(
                Topics.TRACKER_CLAIMS,
                new ParcelSettled(PARCEL, new OrderId("o-1"), hour(52)),
                hour(52));

        assertThat(snapshots())
                .extracting(ParcelSnapshot::stage)
                .containsExactly(Stage.COLLECTED, Stage.IN_TRANSIT);
        assertThat(tracker.told(Topics.PARCEL_STALLS))
                .hasExactlyElementsOfTypes(StallDetected.class, StallCleared.class)
                .allSatisfy(told -> assertThat(told.stall().parcel()).isEqualTo(PARCEL));
        assertThat(tracker.counted("parcel.stalls", "courier", "YTO")).isEqualTo(1);
    }

    @Test
    void scansThatStillComeUnderTheWrongCourierCountOnce() {
        tracker.event(Topics.TRACKER_CLAIMS, claim("o-1", 0), hour(0));
        reported(YTO, "ZTO", 1, scan(ScanKind.COLLECTED, 1));

        reported(PARCEL, null, 2, scan(ScanKind.DEPARTED, 2));
        reported(PARCEL, null, 3, scan(ScanKind.DEPARTED, 2));
        reported(YTO, "ZTO", 4, scan(ScanKind.DEPARTED, 2), scan(ScanKind.COLLECTED, 1));

        assertThat(snapshots())
                .extracting(ParcelSnapshot::stage)
                .containsExactly(
                        Stage.REGISTERED, Stage.REGISTERED, Stage.COLLECTED, Stage.IN_TRANSIT);
    }

    @Test
    void theLatestOfTwoCorrectionsThatContradictHolds() {
        tracker.event(Topics.TRACKER_CLAIMS, claim("o-1", 0), hour(0));
        for (int i = 0; i < 20; i++) {
            reported(YTO, "ZTO", 1 + i, scan(ScanKind.ARRIVED, 1 + i));
            reported(PARCEL, "YTO", 1.5 + i, scan(ScanKind.DEPARTED, 1.5 + i));
        }
        snapshots();

        reported(PARCEL, null, 40, scan(ScanKind.SIGNED, 40));

        assertThat(snapshots())
                .singleElement()
                .satisfies(told -> {
                    assertThat(told.stage()).isEqualTo(Stage.SIGNED);
                    assertThat(told.scans()).isEqualTo(41);
                    assertThat(told.movedTo()).isNull();
                });
    }

    @Test
    void aChainOfCorrectionsEndsSomewhereAndNothingIsLost() {
        tracker.event(Topics.TRACKER_CLAIMS, claim("o-1", 0), hour(0));
        String last = "ZTO";
        for (int i = 0; i < 12; i++) {
            ParcelId next = ParcelId.of("C" + i, PARCEL.waybill());
            reported(next, last, 1 + i, scan(ScanKind.ARRIVED, 1 + i));
            last = next.courier().value();
        }

        List<ParcelSnapshot> told = snapshots();

        assertThat(told.getLast().id()).isEqualTo(PARCEL);
        assertThat(told.getLast().movedTo()).isEqualTo(ParcelId.of("C7", PARCEL.waybill()));
        tracker.event(Topics.TRACKER_CLAIMS, claim("o-2", 0), hour(20));
        assertThat(snapshots())
                .singleElement()
                .satisfies(late -> assertThat(late.scans()).isEqualTo(8));
    }

    @Test
    void aCorrectionThatCorrectsNothingChangesNothing() {
        tracker.event(Topics.TRACKER_CLAIMS, claim("o-1", 0), hour(0));

        reported(PARCEL, "ZTO", 1, scan(ScanKind.COLLECTED, 1));

        assertThat(snapshots()).extracting(ParcelSnapshot::movedTo).containsExactly(null, null);
        assertThat(tracker.parcels()).isEqualTo(1);
    }

    private void reported(ParcelId parcel, @Nullable String wrong, double hour, Scan... scans) {
        Instant at = hour(hour);
        tracker.event(
                Topics.COURIER_SCANS,
                new ScansReported(
                        parcel,
                        "warehouse",
                        List.of(scans),
                        at,
                        wrong == null ? null : new CourierCode(wrong),
                        null),
                at);
    }

    private List<ParcelSnapshot> snapshots() {
        return tracker.told(Topics.PARCEL_MILESTONES).stream()
                .map(told -> ((MilestoneReached) told).parcel())
                .toList();
    }
}
