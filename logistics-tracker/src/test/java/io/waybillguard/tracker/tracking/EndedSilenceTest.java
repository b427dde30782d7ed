package io.waybillguard.tracker.tracking;

import static io.waybillguard.events.parcel.ScanKind.*;
import static io.waybillguard.tracker.Scans.NOON;
import static io.waybillguard.tracker.Scans.PARCEL;
import static io.waybillguard.tracker.Scans.at;
import static io.waybillguard.tracker.Scans.claim;
import static io.waybillguard.tracker.Scans.hour;
import static io.waybillguard.tracker.Scans.problem;
import static io.waybillguard.tracker.Scans.scan;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.events.parcel.ProblemReason;
import io.waybillguard.events.parcel.Scan;
import io.waybillguard.events.parcel.Stage;
import io.waybillguard.events.parcel.StallKind;
import io.waybillguard.events.types.FilingId;
import io.waybillguard.tracker.stall.DefaultThresholds;
import io.waybillguard.tracker.stall.Filing;
import io.waybillguard.tracker.stall.Filings;
import io.waybillguard.tracker.stall.Learning;
import io.waybillguard.tracker.stall.Scope;
import io.waybillguard.tracker.stall.StallJudge;
import io.waybillguard.tracker.stall.ThresholdRow;
import io.waybillguard.tracker.stall.ThresholdTable;
import io.waybillguard.tracker.tracking.Tracking.Limits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EndedSilenceTest {

    private final Tracking tracking =
            tracking(row(Scope.of(StallKind.IN_TRANSIT)), row(Scope.of(Stage.STORED)));
    private final List<EndedSilence> ended = new ArrayList<>();
    private Parcel parcel = Parcel.unknown(PARCEL, NOON);
    private Outlook outlook = Outlook.CLEAR;

    @Test
    void theSilenceBeforeAMovementIsLearnedAsItHappened() {
        claimed();
        reported(at("成都转运中心", DEPARTED, 1));
        reported(at("武汉转运中心", ARRIVED, 31));

        assertThat(ended)
                .containsExactly(
                        new EndedSilence(
                                PARCEL.courier(),
                                "四川",
                                "浙江",
                                Stage.IN_TRANSIT,
                                hour(1),
                                Duration.ofHours(30)));
    }

    @Test
    void aListToldAtOnceAndAgainCountsEachSilenceOnce() {
        claimed();
        Scan[] list = {
            scan(ARRIVED, 40), scan(DEPARTED, 12), scan(ARRIVED, 10), scan(DEPARTED, 1),
        };
        reported(list);
        assertThat(hours()).containsExactly(9L, 2L, 28L);

        reported(list);
        reported(scan(DEPARTED, 12));
        assertThat(ended).hasSize(3);
    }

    @Test
    void aScanThatIsHeardTooLateCountsForNothing() {
        claimed();
        reported(scan(DEPARTED, 1));
        reported(scan(ARRIVED, 41));
        reported(scan(DEPARTED, 20));

        assertThat(hours()).containsExactly(40L);
    }

    @Test
    void aSignOfLifeEndsTheSilenceAndIsNoMovement() {
        claimed();
        reported(scan(DEPARTED, 1));
        reported(problem(ProblemReason.DELAYED, 11));
        reported(scan(OTHER, 21));
        assertThat(ended).isEmpty();

        reported(scan(ARRIVED, 51));
        assertThat(hours()).containsExactly(30L);
    }

    @Test
    void nothingIsLearnedBeforeThePickupOrOfRowsWithFixedHoursOrOfACancelledWaybill() {
        claimed();
        reported(scan(ORDERED, 0));
        reported(scan(COLLECTED, 20));
        reported(scan(DEPARTED, 30));
        reported(scan(OUT_FOR_DELIVERY, 45));
        reported(scan(STORED, 50));
        reported(scan(CANCELLED, 90));

        assertThat(hours()).as("in transit alone").containsExactly(15L);
    }

    @Test
    void aParcelThatNobodyWaitsForTeachesNothing() {
        reported(scan(DEPARTED, 1), scan(ARRIVED, 31));

        assertThat(ended).isEmpty();
    }

    @Test
    void aDeadFeedTeachesNothing() {
        claimed();
        reported(scan(DEPARTED, 1));
        outlook = new Outlook(Filings.NONE, Set.of(PARCEL.courier()));
        reported(scan(ARRIVED, 41));
        outlook = Outlook.CLEAR;
        reported(scan(DEPARTED, 44));

        assertThat(hours()).containsExactly(3L);
    }

    @Test
    void whatAFilingTouchesTeachesNothing() {
        claimed();
        outlook = new Outlook(new Filings(List.of(filing(20, 30))), Set.of());
        reported(scan(DEPARTED, 1), scan(ARRIVED, 19), scan(DEPARTED, 25));
        reported(scan(ARRIVED, 29), scan(DEPARTED, 36), scan(ARRIVED, 37));

        assertThat(hours()).containsExactly(18L, 1L);
    }

    @Test
    void withoutALearnedRowNothingIsLookedAt() {
        Tracking fixed = tracking();
        assertThat(fixed.learns()).isFalse();
        Parcel before = parcel;
        claimed();
        reported(scan(DEPARTED, 1), scan(ARRIVED, 31));

        assertThat(fixed.ended(before, parcel, outlook)).isEmpty();
    }

    private List<Long> hours() {
        return ended.stream().map(silence -> silence.length().toHours()).toList();
    }

    private void claimed() {
        parcel = tracking.claimed(parcel, claim("o-1", 0), hour(0), outlook).parcel();
    }

    private void reported(Scan... scans) {
        Parcel after = tracking.reported(parcel, List.of(scans), hour(100), outlook).parcel();
        ended.addAll(tracking.ended(parcel, after, outlook));
        parcel = after;
    }

    private static Filing filing(double from, double until) {
        return new Filing(
                new FilingId("storm"), null, Set.of("浙江"), Set.of(), hour(from), hour(until), null);
    }

    private static ThresholdRow row(Scope scope) {
        return new ThresholdRow(
                "learned-" + scope.kinds() + scope.stages(),
                scope,
                Duration.ofHours(48),
                null,
                new Learning(200, Duration.ofHours(12), Duration.ofHours(96)));
    }

    private static Tracking tracking(ThresholdRow... own) {
        return new Tracking(
                new StallJudge(new ThresholdTable(List.of(own), DefaultThresholds.STANDARD)),
                Retention.STANDARD,
                new Limits(300, 2));
    }
}
