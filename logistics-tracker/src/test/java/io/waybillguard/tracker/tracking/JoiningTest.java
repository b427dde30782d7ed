package io.waybillguard.tracker.tracking;

import static io.waybillguard.events.parcel.ScanKind.*;
import static io.waybillguard.tracker.Scans.PARCEL;
import static io.waybillguard.tracker.Scans.claim;
import static io.waybillguard.tracker.Scans.hour;
import static io.waybillguard.tracker.Scans.problem;
import static io.waybillguard.tracker.Scans.scan;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.events.parcel.MilestoneEvent.MilestoneReached;
import io.waybillguard.events.parcel.ParcelClaim.ParcelClaimed;
import io.waybillguard.events.parcel.ParcelClaim.ParcelReleased;
import io.waybillguard.events.parcel.ParcelClaim.ParcelSettled;
import io.waybillguard.events.parcel.ProblemReason;
import io.waybillguard.events.parcel.Scan;
import io.waybillguard.events.parcel.Stage;
import io.waybillguard.events.parcel.StallEvent;
import io.waybillguard.events.parcel.StallEvent.StallCleared;
import io.waybillguard.events.parcel.StallEvent.StallDetected;
import io.waybillguard.events.parcel.StallEvent.StallEscalated;
import io.waybillguard.events.parcel.StallEvent.StallReviewed;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.tracker.Scans;
import io.waybillguard.tracker.stall.DefaultThresholds;
import io.waybillguard.tracker.stall.Filings;
import io.waybillguard.tracker.stall.StallJudge;
import io.waybillguard.tracker.stall.ThresholdTable;
import io.waybillguard.tracker.tracking.Change.Fate;
import io.waybillguard.tracker.tracking.Tracking.Limits;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JoiningTest {

    private static final ParcelId RIGHT = ParcelId.of("YTO", PARCEL.waybill());

    private final Tracking tracking =
            new Tracking(
                    new StallJudge(new ThresholdTable(List.of(), DefaultThresholds.STANDARD)),
                    Retention.STANDARD,
                    new Limits(300, 2));
    private final List<MilestoneReached> milestones = new ArrayList<>();
    private final List<StallEvent> stalls = new ArrayList<>();
    private Parcel wrong = Parcel.unknown(PARCEL, hour(0));
    private Parcel right = Parcel.unknown(RIGHT, hour(0));
    private Outlook outlook = Outlook.CLEAR;

    @Test
    void anOrderIsToldOfTheRightCouriersScansByTheIdItKnows() {
        claimed("o-1", 0);
        right = reported(right, scan(COLLECTED, 1), scan(DEPARTED, 2));

        joined(3);

        MilestoneReached told = milestones.getLast();
        assertThat(told.orderId()).isEqualTo(new OrderId("o-1"));
        assertThat(told.parcel().id()).isEqualTo(PARCEL);
        assertThat(told.parcel().movedTo()).isEqualTo(RIGHT);
        assertThat(told.parcel().stage()).isEqualTo(Stage.IN_TRANSIT);
        assertThat(told.previous()).isEqualTo(Stage.REGISTERED);
    }

    @Test
    void anOrderIsToldWhereItsParcelIsEvenIfItStandsAsItStood() {
        claimed("o-1", 0);

        joined(3);

        assertThat(milestones).hasSize(2);
        assertThat(milestones.getLast().parcel().movedTo()).isEqualTo(RIGHT);
    }

    @Test
    void nothingIsKnownTwiceAndNothingIsToldTwice() {
        claimed("o-1", 0);
        wrong = reported(wrong, scan(COLLECTED, 1));
        right = reported(right, scan(COLLECTED, 1), scan(DEPARTED, 2));
        Parcel come = wrong;
        joined(3);

        assertThat(right.journey().scans()).isEqualTo(2);
        assertThat(tracking.joined(right, come, hour(4), outlook).fate()).isEqualTo(Fate.UNCHANGED);
        assertThat(
                        tracking.joined(
                                        right,
                                        tracking.heard(
                                                PARCEL, List.of(scan(COLLECTED, 1)), hour(4)),
                                        hour(4),
                                        outlook)
                                .fate())
                .isEqualTo(Fate.UNCHANGED);
    }

    @Test
    void theWarningOfAParcelThatWasOnlySoughtWithTheWrongCourierClears() {
        claimed("o-1", 0);
        wrong = take(tracking.due(wrong, hour(24), outlook));
        right = reported(right, scan(COLLECTED, 1), scan(DEPARTED, 20));

        joined(25);

        assertThat(stalls).hasExactlyElementsOfTypes(StallDetected.class, StallCleared.class);
        assertThat(stalls).allSatisfy(told -> assertThat(told.stall().parcel()).isEqualTo(PARCEL));
        assertThat(stalls).extracting(told -> told.stall().episode()).containsOnly(1);
    }

    @Test
    void aStallThatStandsComesAlongWithoutBeingRaisedAgain() {
        claimed("o-1", 0);
        wrong = reported(wrong, scan(DEPARTED, 0));
        wrong = take(tracking.due(wrong, hour(48), outlook));

        joined(50);
        assertThat(stalls).hasExactlyElementsOfTypes(StallDetected.class);

        right = take(tracking.due(right, hour(120), outlook));
        right = reported(right, scan(ARRIVED, 121));
        assertThat(stalls)
                .hasExactlyElementsOfTypes(
                        StallDetected.class, StallEscalated.class, StallCleared.class);
        assertThat(stalls).extracting(told -> told.stall().episode()).containsOnly(1);
        assertThat(stalls.getLast().stall().movedTo()).isEqualTo(RIGHT);
        assertThat(stalls).extracting(StallEvent::revision).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void twoOpenStallsEndAndAreFoundAgainAsOneOfANumberThatIsNobodys() {
        claimed("o-1", 0);
        wrong = reported(wrong, scan(DEPARTED, 0));
        wrong = take(tracking.due(wrong, hour(48), outlook));
        right = take(tracking.claimed(right, under(RIGHT, "o-2", 0), hour(0), outlook));
        right = take(tracking.due(right, hour(24), outlook));

        joined(50);
        right = take(tracking.due(right, hour(50), outlook));

        assertThat(stalls)
                .hasExactlyElementsOfTypes(
                        StallDetected.class,
                        StallDetected.class,
                        StallCleared.class,
                        StallCleared.class,
                        StallDetected.class,
                        StallDetected.class);
        assertThat(stalls.subList(4, 6)).extracting(told -> told.stall().episode()).containsOnly(2);
        assertThat(stalls.subList(4, 6))
                .extracting(told -> told.orderId().value() + " " + told.stall().parcel())
                .containsExactlyInAnyOrder("o-1 " + PARCEL, "o-2 " + RIGHT);
    }

    @Test
    void anOrderThatComesIsToldOfTheStallThatStandsHere() {
        claimed("o-1", 0);
        right = take(tracking.claimed(right, under(RIGHT, "o-2", 0), hour(0), outlook));
        right = reported(right, scan(DEPARTED, 1), problem(ProblemReason.LOST, 2));

        joined(3);

        assertThat(stalls).hasExactlyElementsOfTypes(StallDetected.class, StallDetected.class);
        assertThat(stalls.getLast().orderId()).isEqualTo(new OrderId("o-1"));
        assertThat(stalls.getLast().stall().parcel()).isEqualTo(PARCEL);
    }

    @Test
    void theRightCouriersDeadFeedStandsAgainstTheStallThatComes() {
        claimed("o-1", 0);
        wrong = reported(wrong, scan(DEPARTED, 0));
        wrong = take(tracking.due(wrong, hour(48), outlook));
        outlook = new Outlook(Filings.NONE, Set.of(RIGHT.courier()));

        joined(50);

        assertThat(stalls).hasExactlyElementsOfTypes(StallDetected.class, StallReviewed.class);
        assertThat(stalls.getLast().stall().feedSuspect()).isTrue();
    }

    @Test
    void anOrderThatKnowsBothIdsIsToldOfBoth() {
        claimed("o-1", 0);
        right = take(tracking.claimed(right, under(RIGHT, "o-1", 1), hour(1), outlook));
        joined(2);
        milestones.clear();

        right = reported(right, scan(COLLECTED, 3));

        assertThat(milestones)
                .extracting(told -> told.parcel().id())
                .containsExactlyInAnyOrder(PARCEL, RIGHT);
        assertThat(milestones).extracting(MilestoneReached::revision).doesNotHaveDuplicates();
    }

    @Test
    void whatAnOrderSaysByTheOldIdHoldsForItsClaim() {
        claimed("o-1", 0);
        joined(1);
        OrderId order = new OrderId("o-1");

        right =
                take(
                        tracking.told(
                                right,
                                new ParcelSettled(PARCEL, order, hour(2)),
                                hour(2),
                                outlook));
        assertThat(right.awaiting()).isEmpty();

        right = take(tracking.told(right, claim("o-1", 3), hour(3), outlook));
        right =
                take(
                        tracking.told(
                                right,
                                new ParcelReleased(PARCEL, order, hour(4)),
                                hour(4),
                                outlook));
        assertThat(right.claims()).isEmpty();
    }

    @Test
    void whatIsLeftBehindRaisesNothingAndIsKeptAsLongAsASilentParcel() {
        claimed("o-1", 0);
        wrong = reported(wrong, scan(SIGNED, 1));

        joined(2);

        assertThat(wrong.claims()).isEmpty();
        assertThat(wrong.successor()).isEqualTo(RIGHT);
        assertThat(tracking.deadline(wrong, outlook))
                .isEqualTo(hour(2).plus(Retention.STANDARD.silent()));
    }

    private void claimed(String order, double hour) {
        wrong = take(tracking.claimed(wrong, claim(order, hour), hour(hour), outlook));
    }

    private static ParcelClaimed under(ParcelId parcel, String order, double hour) {
        return Scans.under(parcel, claim(order, hour));
    }

    private Parcel reported(Parcel parcel, Scan... scans) {
        Instant at = List.of(scans).getLast().receivedAt();
        return take(tracking.reported(parcel, List.of(scans), at, outlook));
    }

    private void joined(double hour) {
        Parcel come = wrong;
        wrong = take(tracking.moved(come, RIGHT, hour(hour)));
        right = take(tracking.joined(right, come, hour(hour), outlook));
    }

    private Parcel take(Change change) {
        change.milestones().forEach(told -> milestones.add((MilestoneReached) told));
        stalls.addAll(change.stalls());
        return change.parcel();
    }
}
