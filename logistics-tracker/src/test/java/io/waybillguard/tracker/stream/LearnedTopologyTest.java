package io.waybillguard.tracker.stream;

import static io.waybillguard.tracker.Scans.PARCEL;
import static io.waybillguard.tracker.Scans.at;
import static io.waybillguard.tracker.Scans.hour;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.waybillguard.events.parcel.CourierReport.ScansReported;
import io.waybillguard.events.parcel.LearnedSilence;
import io.waybillguard.events.parcel.ParcelClaim.ParcelClaimed;
import io.waybillguard.events.parcel.ParcelRole;
import io.waybillguard.events.parcel.Scan;
import io.waybillguard.events.parcel.ScanKind;
import io.waybillguard.events.parcel.Stage;
import io.waybillguard.events.parcel.StallDetails;
import io.waybillguard.events.parcel.StallEvent;
import io.waybillguard.events.parcel.StallEvent.StallDetected;
import io.waybillguard.events.parcel.StallKind;
import io.waybillguard.events.topics.Topics;
import io.waybillguard.events.types.BuyerId;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.events.types.Region;
import io.waybillguard.events.types.ShopId;
import io.waybillguard.tracker.silence.Lane;
import io.waybillguard.tracker.silence.SilenceRules;
import io.waybillguard.tracker.stall.DefaultThresholds;
import io.waybillguard.tracker.stall.Learning;
import io.waybillguard.tracker.stall.Scope;
import io.waybillguard.tracker.stall.ThresholdRow;
import io.waybillguard.tracker.stall.ThresholdTable;
import io.waybillguard.tracker.stall.UsualSilences;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Hours that are learned, with ten samples and the median: 20 h and 30 h are usual here. */
class LearnedTopologyTest {

    private static final SilenceRules RULES =
            new SilenceRules(0.5, Duration.ofDays(30), Duration.ofMinutes(1), 1);

    /** One part in a hundred of 30 h. */
    private static final Duration NEARLY = Duration.ofMinutes(18);

    private final TopologyFixture tracker = new TopologyFixture(table(true), RULES);

    private List<StallEvent> raised = List.of();
    private double settled = 90;
    private int reports;

    @AfterEach
    void close() {
        tracker.close();
    }

    @Test
    void aParcelIsStalledByTheHoursOfItsLaneAndTheStallNamesTheFigures() {
        usual("成都转运中心", 10, 20);
        silent("成都转运中心", 100);

        tracker.now(hour(120).minus(NEARLY));
        assertThat(stalls()).isEmpty();
        tracker.now(hour(120).plus(NEARLY));

        StallDetails stall = theStall();
        assertThat(stall.row()).isEqualTo("learned");
        assertThat(stall.threshold()).isCloseTo(Duration.ofHours(20), NEARLY);
        assertThat(stall.deadline()).isEqualTo(hour(100).plus(stall.threshold()));
        assertThat(stall.learned())
                .isEqualTo(new LearnedSilence(0.5, 10, stall.threshold(), "四川", "浙江"));
    }

    @Test
    void aLaneWithTooFewSamplesStandsOnItsCouriers() {
        usual("成都转运中心", 9, 20);
        usual("武汉转运中心", 11, 30);
        silent("成都转运中心", 100);

        tracker.now(hour(140));

        StallDetails stall = theStall();
        assertThat(stall.learned())
                .isEqualTo(new LearnedSilence(0.5, 20, stall.threshold(), "", ""));
        assertThat(stall.threshold()).isCloseTo(Duration.ofHours(30), NEARLY);
        assertThat(tracker.counted("silences.learned", "outcome", "kept")).isEqualTo(9);
        assertThat(tracker.counted("silences.learned", "outcome", "no_room")).isEqualTo(11);
        assertThat(tracker.gauge("silence.sketches")).isEqualTo(2);
    }

    @Test
    void withTooFewSamplesTheFixedHoursHoldAndTheStallHasNoFigures() {
        usual("成都转运中心", 9, 20);
        silent("成都转运中心", 100);

        tracker.now(hour(148).minusMillis(1));
        assertThat(stalls()).isEmpty();
        tracker.now(hour(148));

        assertThat(theStall().threshold()).isEqualTo(Duration.ofHours(48));
        assertThat(theStall().learned()).isNull();
    }

    @Test
    void aDeadlineThatWasSetByFewerHoursIsPutOffWhenMoreAreLearned() {
        usual("成都转运中心", 10, 20);
        silent("成都转运中心", 100);
        usual("成都转运中心", 30, 30);

        tracker.now(hour(125));
        assertThat(stalls()).isEmpty();
        tracker.now(hour(131));
        assertThat(theStall().threshold()).isCloseTo(Duration.ofHours(30), NEARLY);
    }

    /** What came of the parcel while its courier's feed was dead may never be told. */
    @Test
    void aSilenceThatReachesIntoTheDeathOfAFeedTeachesNothing() {
        tracker.event(Topics.TRACKER_CLAIMS, claim(PARCEL), hour(0));
        feed(2, 44);
        reported(tracker, PARCEL, at("成都转运中心", ScanKind.DEPARTED, 44));
        for (int quarter = 45 * 4; quarter < 51 * 4; quarter++) {
            tracker.now(hour(quarter / 4.0));
        }
        assertThat(tracker.gauge("courier.feeds.suspect", "courier", "ZTO")).isEqualTo(1);
        feed(51, 54);
        assertThat(tracker.gauge("courier.feeds.suspect", "courier", "ZTO")).isZero();

        reported(tracker, PARCEL, at("武汉转运中心", ScanKind.ARRIVED, 55));
        assertThat(tracker.counted("silences.learned")).isZero();
        reported(tracker, PARCEL, at("武汉转运中心", ScanKind.DEPARTED, 60));
        assertThat(tracker.counted("silences.learned")).isEqualTo(1);
    }

    /** Twenty scans an hour of parcels that nobody waits for. */
    private void feed(int from, int until) {
        for (int twentieth = from * 20; twentieth < until * 20; twentieth++) {
            double now = twentieth / 20.0;
            ParcelId other = ParcelId.of("ZTO", "F" + twentieth);
            reported(tracker, other, at("成都转运中心", ScanKind.DEPARTED, now));
            tracker.now(hour(now));
        }
    }

    @Test
    void withoutALearnedRowNothingIsKept() {
        try (TopologyFixture fixed = new TopologyFixture(table(false), RULES)) {
            report(fixed, ParcelId.of("ZTO", "OTHER"), "成都转运中心", 6, 26);

            fixed.now(hour(99));

            assertThat(fixed.silences().approximateNumEntries()).isZero();
            assertThat(fixed.counted("silences.learned")).isZero();
        }
    }

    @Test
    void whatIsStoredIsWhatJudges() {
        usual("成都转运中心", 10, 20);
        UsualSilences stored = SilenceStore.read(tracker.silences(), RULES);
        SilenceStore again =
                new SilenceStore(
                        tracker.silences(),
                        RULES,
                        new TrackerMetrics(new SimpleMeterRegistry(), Clock.systemUTC()));
        again.restore();

        silent("成都转运中心", 100);
        tracker.now(hour(121));
        LearnedSilence judged = theStall().learned();
        LearnedSilence ofCourier = new LearnedSilence(0.5, 10, judged.silence(), "", "");
        assertThat(stored.of(PARCEL.courier(), "四川", "浙江", Stage.IN_TRANSIT))
                .containsExactly(judged, ofCourier);
        assertThat(again.usual().of(PARCEL.courier(), "四川", "浙江", Stage.IN_TRANSIT))
                .containsExactly(judged, ofCourier);
    }

    @Test
    void aKeyReadIsTheLaneWrittenAndAnUnknownVersionIsRefused() {
        Lane lane = new Lane(PARCEL.courier(), "四川", "Bosnia / Herzegovina", Stage.STORED);
        Lane anywhere = Lane.anywhere(PARCEL.courier(), Stage.IN_TRANSIT);
        assertThat(SilenceStore.laneOf(SilenceStore.keyOf(lane))).isEqualTo(lane);
        assertThat(SilenceStore.laneOf(SilenceStore.keyOf(anywhere))).isEqualTo(anywhere);

        usual("成都转运中心", 1, 20);
        byte[] bytes = tracker.silences().get(SilenceStore.keyOf(anywhere));
        bytes[0] = 2;
        assertThatThrownBy(() -> SilenceStore.read(bytes)).hasMessageContaining("version 2");
    }

    /** So many parcels from there that were silent for so long, and a pulse that settles it. */
    private void usual(String place, int parcels, double hours) {
        for (int i = 0; i < parcels; i++) {
            ParcelId parcel = ParcelId.of("ZTO", "U" + reports++);
            report(tracker, parcel, place, 6, 6 + hours);
        }
        settled += 0.1;
        tracker.now(hour(settled));
        stalls();
    }

    private static void report(
            TopologyFixture to, ParcelId parcel, String place, double from, double until) {
        to.event(Topics.TRACKER_CLAIMS, claim(parcel), hour(0));
        reported(to, parcel, at(place, ScanKind.DEPARTED, from));
        reported(to, parcel, at("杭州转运中心", ScanKind.OUT_FOR_DELIVERY, until));
    }

    private void silent(String place, double since) {
        tracker.event(Topics.TRACKER_CLAIMS, claim(PARCEL), hour(0));
        reported(tracker, PARCEL, at(place, ScanKind.DEPARTED, since));
    }

    private static void reported(TopologyFixture to, ParcelId parcel, Scan scan) {
        to.event(
                Topics.COURIER_SCANS,
                new ScansReported(parcel, "warehouse", List.of(scan), scan.receivedAt()),
                scan.receivedAt());
    }

    private static ParcelClaimed claim(ParcelId parcel) {
        return new ParcelClaimed(
                parcel,
                new OrderId("order-" + Math.abs(parcel.hashCode())),
                new ShopId("shop-1"),
                new BuyerId("buyer-1"),
                ParcelRole.DELIVERY,
                "KUAISHOU",
                "",
                Region.of("浙江"),
                hour(0));
    }

    private static ThresholdTable table(boolean learned) {
        Learning learning =
                learned ? new Learning(10, Duration.ofHours(12), Duration.ofHours(96)) : null;
        return new ThresholdTable(
                List.of(
                        new ThresholdRow(
                                "learned",
                                Scope.of(StallKind.IN_TRANSIT),
                                Duration.ofHours(48),
                                null,
                                learning)),
                DefaultThresholds.STANDARD);
    }

    private List<StallEvent> stalls() {
        raised =
                tracker.told(Topics.PARCEL_STALLS).stream()
                        .filter(told -> told.stall().parcel().equals(PARCEL))
                        .toList();
        return raised;
    }

    private StallDetails theStall() {
        List<StallEvent> now = raised.isEmpty() ? stalls() : raised;
        assertThat(now).singleElement().isInstanceOf(StallDetected.class);
        return now.getFirst().stall();
    }
}
