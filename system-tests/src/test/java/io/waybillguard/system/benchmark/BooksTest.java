package io.waybillguard.system.benchmark;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waybillguard.events.parcel.CourierReport;
import io.waybillguard.events.parcel.CourierReport.ScansReported;
import io.waybillguard.events.parcel.MilestoneEvent;
import io.waybillguard.events.parcel.MilestoneEvent.MilestoneReached;
import io.waybillguard.events.parcel.ParcelRole;
import io.waybillguard.events.parcel.ParcelSnapshot;
import io.waybillguard.events.parcel.Scan;
import io.waybillguard.events.parcel.ScanEvent;
import io.waybillguard.events.parcel.ScanEvent.ScanRecorded;
import io.waybillguard.events.parcel.ScanEvidence;
import io.waybillguard.events.parcel.ScanKind;
import io.waybillguard.events.parcel.Stage;
import io.waybillguard.events.parcel.StallCause;
import io.waybillguard.events.parcel.StallDetails;
import io.waybillguard.events.parcel.StallEvent;
import io.waybillguard.events.parcel.StallEvent.StallCleared;
import io.waybillguard.events.parcel.StallEvent.StallDetected;
import io.waybillguard.events.parcel.StallKind;
import io.waybillguard.events.parcel.StallLevel;
import io.waybillguard.events.types.BuyerId;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.events.types.ShopId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The books notice what the fault tests look for. */
class BooksTest {

    private static final Duration ALLOWED = Duration.ofSeconds(4);
    private static final Duration SLACK = Duration.ofSeconds(2);
    private static final Instant START = Instant.parse("2026-05-01T08:00:00Z");
    private static final ParcelId PARCEL = ParcelId.of("ZTO", "BOOKS1");
    private static final OrderId ORDER = new OrderId("o-1");
    private static final ShopId SHOP = new ShopId("shop-1");
    private static final BuyerId BUYER = new BuyerId("b-1");

    private final List<Told<CourierReport>> reports = new ArrayList<>();
    private final List<Told<ScanEvent>> scans = new ArrayList<>();
    private final List<Told<MilestoneEvent>> milestones = new ArrayList<>();
    private final List<Told<StallEvent>> stalls = new ArrayList<>();

    /** Collected at 0 s and departed at 1 s; silent, a stall; arrived at 20 s; silent for good. */
    BooksTest() {
        milestone(1, null, Stage.REGISTERED, -1);
        scan(ScanKind.COLLECTED, 0, Stage.COLLECTED);
        milestone(2, Stage.REGISTERED, Stage.COLLECTED, 0);
        scan(ScanKind.DEPARTED, 1, Stage.IN_TRANSIT);
        milestone(3, Stage.COLLECTED, Stage.IN_TRANSIT, 1);
        raised(4, 1, 1);
        scan(ScanKind.AT_DESTINATION, 20, Stage.AT_DESTINATION);
        milestone(5, Stage.IN_TRANSIT, Stage.AT_DESTINATION, 20);
        cleared(6, 1, 1, 20);
        raised(7, 2, 20);
    }

    @Test
    void whatIsRightAgrees() {
        assertThatCode(this::compare).doesNotThrowAnyException();
    }

    @Test
    void aReportThatCameTwiceIsADuplicate() {
        reports.add(reports.getFirst());

        assertThatCode(() -> books().assertAgree(4)).doesNotThrowAnyException();
    }

    @Test
    void aReportThatWasNotWrittenIsMissed() {
        assertThatThrownBy(() -> books().assertAgree(4)).hasMessageContaining("on its topic, once");
    }

    @Test
    void aScanThatWasNotToldIsMissed() {
        scans.removeFirst();

        assertThatThrownBy(this::compare).hasMessageContaining("too often");
    }

    @Test
    void aScanToldTwiceIsNoticed() {
        scans.add(scans.getFirst());

        assertThatThrownBy(this::compare).hasMessageContaining("too often");
    }

    @Test
    void aMilestoneThatIsMissingIsMissed() {
        milestones.remove(1);

        assertThatThrownBy(this::compare).hasMessageContaining("revisions of ZTO/BOOKS1");
    }

    @Test
    void aMilestoneToldTwiceIsNoticed() {
        milestones.add(2, milestones.get(1));

        assertThatThrownBy(this::compare).hasMessageContaining("revisions of ZTO/BOOKS1");
    }

    @Test
    void theSameStageUnderAnotherRevisionIsNoticed() {
        milestone(8, Stage.AT_DESTINATION, Stage.AT_DESTINATION, 20);
        milestone(9, Stage.IN_TRANSIT, Stage.AT_DESTINATION, 20);

        assertThatThrownBy(this::compare).hasMessageContaining("before revision 9");
    }

    @Test
    void aStageThatIsNotTheLastScansIsNoticed() {
        milestone(8, Stage.AT_DESTINATION, Stage.IN_TRANSIT, 20);

        assertThatThrownBy(this::compare).hasMessageContaining("last stage");
    }

    @Test
    void aStallThatIsMissingIsMissed() {
        stalls.removeLast();

        assertThatThrownBy(this::compare).hasMessageContaining("stalls of ZTO/BOOKS1");
    }

    @Test
    void aStallRaisedTwiceIsNoticed() {
        raised(8, 2, 20);

        assertThatThrownBy(this::compare).hasMessageContaining("episodes of ZTO/BOOKS1");
    }

    @Test
    void aStallThatMovementHadPreventedIsNoticed() {
        raised(8, 3, 0);

        assertThatThrownBy(this::compare).hasMessageContaining("what the input makes of");
    }

    @Test
    void aStallToldBeforeItsTimeIsNoticed() {
        Told<StallEvent> late = stalls.removeLast();
        stalls.add(new Told<>(late.event(), at(20).plus(ALLOWED).plus(SLACK).minusMillis(1)));

        assertThatThrownBy(this::compare).hasMessageContaining("by the broker's clock");
    }

    @Test
    void aStallThatStaysOpenAfterMovementIsNoticed() {
        stalls.remove(1);
        stalls.removeLast();
        raised(6, 2, 20);

        assertThatThrownBy(this::compare).hasMessageContaining("that movement ended");
    }

    private void compare() {
        books().assertAgree(3);
    }

    private Books books() {
        return new Books(reports, scans, milestones, stalls, ALLOWED, SLACK);
    }

    private static Instant at(int second) {
        return START.plusSeconds(second);
    }

    private void scan(ScanKind kind, int second, Stage stage) {
        Scan scan =
                new Scan(
                        kind,
                        null,
                        at(second),
                        at(second),
                        "",
                        "",
                        "",
                        ScanEvidence.REPORTED,
                        null);
        reports.add(told(new ScansReported(PARCEL, "test", List.of(scan), at(second)), at(second)));
        scans.add(told(new ScanRecorded(PARCEL, scan, stage), at(second)));
    }

    private void milestone(int revision, @Nullable Stage previous, Stage stage, int second) {
        ParcelSnapshot parcel =
                new ParcelSnapshot(
                        PARCEL,
                        ParcelRole.DELIVERY,
                        stage,
                        0,
                        null,
                        null,
                        null,
                        null,
                        "",
                        null,
                        null,
                        false,
                        null);
        milestones.add(
                told(
                        new MilestoneReached(
                                ORDER, SHOP, BUYER, parcel, previous, revision, at(second)),
                        at(second)));
    }

    private void raised(int revision, int episode, int since) {
        Instant told = at(since).plus(ALLOWED).plus(SLACK);
        stalls.add(
                told(
                        new StallDetected(
                                ORDER, SHOP, BUYER, stall(episode, since), revision, told),
                        told));
    }

    private void cleared(int revision, int episode, int since, int second) {
        stalls.add(
                told(
                        new StallCleared(
                                ORDER,
                                SHOP,
                                BUYER,
                                stall(episode, since),
                                ScanKind.AT_DESTINATION,
                                revision,
                                at(second)),
                        at(second)));
    }

    private static StallDetails stall(int episode, int since) {
        return new StallDetails(
                PARCEL,
                ParcelRole.DELIVERY,
                episode,
                StallKind.IN_TRANSIT,
                StallCause.SILENCE,
                null,
                StallLevel.STALLED,
                at(since),
                ALLOWED,
                "in-transit",
                at(since).plus(ALLOWED),
                Stage.IN_TRANSIT,
                "",
                null,
                false,
                null);
    }

    private static <V> Told<V> told(V event, Instant appended) {
        return new Told<>(event, appended);
    }
}
