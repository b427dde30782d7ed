package io.waybillguard.tracker.stream;

import static io.waybillguard.tracker.Scans.claim;
import static io.waybillguard.tracker.Scans.hour;
import static io.waybillguard.tracker.Scans.scan;
import static io.waybillguard.tracker.Scans.under;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.events.parcel.CourierReport.ScansReported;
import io.waybillguard.events.parcel.MilestoneEvent.MilestoneReached;
import io.waybillguard.events.parcel.ParcelClaim.ClaimPassedOn;
import io.waybillguard.events.parcel.ParcelClaim.ParcelPassedOn;
import io.waybillguard.events.parcel.ParcelClaim.ParcelSettled;
import io.waybillguard.events.parcel.ParcelRole;
import io.waybillguard.events.parcel.ParcelSnapshot;
import io.waybillguard.events.parcel.Scan;
import io.waybillguard.events.parcel.ScanKind;
import io.waybillguard.events.parcel.Stage;
import io.waybillguard.events.parcel.StallEvent.StallCleared;
import io.waybillguard.events.parcel.StallEvent.StallDetected;
import io.waybillguard.events.topics.Topics;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.kit.streams.Partitions;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A parcel that its courier hands on to another, who gives it another number. */
class RedirectedTest {

    private static final ParcelId OLD = parcel(0, "ZTO");
    private static final ParcelId NEXT = parcel(2, "YTO");

    private TopologyFixture tracker = new TopologyFixture();

    @AfterEach
    void close() {
        tracker.close();
    }

    @ParameterizedTest(name = "of {0} partitions")
    @ValueSource(ints = {1, 4})
    void theOrderIsToldOfTheNextCouriersParcelByTheIdItKnows(int partitions) {
        start(partitions);
        tracker.event(Topics.TRACKER_CLAIMS, under(OLD, claim("o-1", 0)), hour(0));
        reported(OLD, null, 1, scan(ScanKind.COLLECTED, 1));
        reported(OLD, NEXT, 5, scan(ScanKind.REDIRECTED, 4));
        reported(OLD, NEXT, 6, scan(ScanKind.REDIRECTED, 4), scan(ScanKind.COLLECTED, 1));
        reported(OLD, NEXT, 30, scan(ScanKind.OUT_FOR_DELIVERY, 29));

        List<ParcelSnapshot> told = snapshots();

        assertThat(told).extracting(ParcelSnapshot::id).containsOnly(OLD);
        assertThat(told)
                .extracting(ParcelSnapshot::stage)
                .containsExactly(
                        Stage.REGISTERED,
                        Stage.COLLECTED,
                        Stage.IN_TRANSIT,
                        Stage.IN_TRANSIT,
                        Stage.OUT_FOR_DELIVERY);
        assertThat(told)
                .extracting(ParcelSnapshot::movedTo)
                .containsExactly(null, null, null, NEXT, NEXT);
        assertThat(tracker.counted("parcels.moved", "why", "redirected")).isEqualTo(1);
    }

    @ParameterizedTest(name = "of {0} partitions")
    @ValueSource(ints = {1, 4})
    void silenceIsJudgedOnceWhereTheParcelIs(int partitions) {
        start(partitions);
        tracker.event(Topics.TRACKER_CLAIMS, under(OLD, claim("o-1", 0)), hour(0));
        reported(OLD, NEXT, 4, scan(ScanKind.REDIRECTED, 4));

        tracker.now(hour(52).minusMillis(1));
        assertThat(tracker.told(Topics.PARCEL_STALLS)).isEmpty();
        tracker.now(hour(52));
        reported(OLD, NEXT, 60, scan(ScanKind.SIGNED, 59));

        assertThat(tracker.told(Topics.PARCEL_STALLS))
                .hasExactlyElementsOfTypes(StallDetected.class, StallCleared.class)
                .allSatisfy(told -> {
                    assertThat(told.stall().parcel()).isEqualTo(OLD);
                    assertThat(told.stall().movedTo()).isEqualTo(NEXT);
                });
        assertThat(tracker.gauge("parcel.stalls.active")).isZero();
    }

    @ParameterizedTest(name = "of {0} partitions")
    @ValueSource(ints = {1, 4})
    void whatOrdersSayLaterOfTheOldNumberReachesTheNext(int partitions) {
        start(partitions);
        reported(OLD, NEXT, 4, scan(ScanKind.REDIRECTED, 4));

        tracker.event(
                Topics.TRACKER_CLAIMS,
                under(OLD, claim("o-1", 0, ParcelRole.RETURN, null)),
                hour(5));
        tracker.event(Topics.TRACKER_CLAIMS, under(OLD, claim("o-2", 0)), hour(6));
        tracker.event(
                Topics.TRACKER_CLAIMS,
                new ParcelSettled(OLD, new OrderId("o-2"), hour(7)),
                hour(7));
        tracker.now(hour(60));

        assertThat(snapshots())
                .extracting(told -> told.role() + " " + told.stage())
                .containsExactly("RETURN IN_TRANSIT", "DELIVERY IN_TRANSIT");
        assertThat(tracker.told(Topics.PARCEL_STALLS))
                .as("the order that waits no longer is told of none")
                .singleElement()
                .satisfies(told -> assertThat(told.orderId()).isEqualTo(new OrderId("o-1")));
    }

    @Test
    void whatBelongsToAnotherTaskGoesThereOverTheTopic() {
        start(4);
        tracker.event(Topics.TRACKER_CLAIMS, under(OLD, claim("o-1", 0)), hour(0));
        reported(OLD, NEXT, 4, scan(ScanKind.REDIRECTED, 4));
        tracker.event(Topics.TRACKER_CLAIMS, under(OLD, claim("o-2", 0)), hour(5));

        assertThat(tracker.told(Topics.TRACKER_CLAIMS))
                .hasExactlyElementsOfTypes(ParcelPassedOn.class, ClaimPassedOn.class)
                .allSatisfy(told -> assertThat(told.parcel()).isEqualTo(NEXT));
    }

    @Test
    void theNextParcelsOwnScansAreTheOrdersToo() {
        tracker.event(Topics.TRACKER_CLAIMS, under(OLD, claim("o-1", 0)), hour(0));
        reported(NEXT, null, 3, scan(ScanKind.ORDERED, 3));
        reported(OLD, NEXT, 4, scan(ScanKind.REDIRECTED, 4));
        reported(NEXT, null, 9, scan(ScanKind.AT_DESTINATION, 9));

        assertThat(snapshots().getLast().stage()).isEqualTo(Stage.AT_DESTINATION);
        assertThat(snapshots()).isEmpty();
    }

    @Test
    void twoParcelsThatEachGoOnAsTheOtherStayWhereTheyAre() {
        tracker.event(Topics.TRACKER_CLAIMS, under(OLD, claim("o-1", 0)), hour(0));
        reported(OLD, NEXT, 4, scan(ScanKind.REDIRECTED, 4));
        reported(NEXT, OLD, 5, scan(ScanKind.REDIRECTED, 5));
        reported(OLD, NEXT, 6, scan(ScanKind.DEPARTED, 6));
        reported(OLD, OLD, 7, scan(ScanKind.SIGNED, 7));

        assertThat(snapshots().getLast().stage()).isEqualTo(Stage.SIGNED);
        assertThat(tracker.counted("parcels.moved")).isEqualTo(1);
    }

    @Test
    void aChainHasAnEndAndIsCounted() {
        tracker.event(Topics.TRACKER_CLAIMS, under(OLD, claim("o-1", 0)), hour(0));
        ParcelId from = OLD;
        for (int i = 0; i < 12; i++) {
            ParcelId next = ParcelId.of("C" + i, "N" + i);
            reported(from, next, 1 + i, scan(ScanKind.ARRIVED, 1 + i));
            from = next;
        }

        assertThat(snapshots().getLast().movedTo()).isEqualTo(ParcelId.of("C7", "N7"));
        assertThat(tracker.counted("parcels.moved", "why", "too_often")).isEqualTo(1);
    }

    @Test
    void aStateThatCannotBeReadIsPutAside() {
        tracker.event(
                Topics.TRACKER_CLAIMS,
                new ParcelPassedOn(NEXT, List.of(OLD), "no state", hour(1)),
                hour(1));
        tracker.event(
                Topics.TRACKER_CLAIMS,
                new ParcelPassedOn(NEXT, List.of(OLD), "AgEB", hour(1)),
                hour(1));

        assertThat(tracker.counted("dead.letters", "reason", "unreadable-state")).isEqualTo(2);
        assertThat(tracker.parcels()).isZero();
    }

    private void start(int partitions) {
        tracker.close();
        tracker = new TopologyFixture(partitions, true);
    }

    private void reported(ParcelId parcel, @Nullable ParcelId next, double hour, Scan... scans) {
        Instant at = hour(hour);
        tracker.event(
                Topics.COURIER_SCANS,
                new ScansReported(parcel, "warehouse", List.of(scans), at, null, next),
                at);
    }

    private List<ParcelSnapshot> snapshots() {
        return tracker.told(Topics.PARCEL_MILESTONES).stream()
                .map(told -> ((MilestoneReached) told).parcel())
                .toList();
    }

    /** A parcel whose partition among four is the given one. */
    private static ParcelId parcel(int partition, String courier) {
        Partitions four = new Partitions(4);
        return IntStream.iterate(0, i -> i + 1)
                .mapToObj(i -> ParcelId.of(courier, courier + i))
                .filter(parcel -> four.of(parcel.waybill()) == partition)
                .findFirst()
                .orElseThrow();
    }
}
