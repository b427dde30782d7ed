package io.waybillguard.tracker.tracking;

import static io.waybillguard.events.parcel.ScanKind.*;
import static io.waybillguard.tracker.Scans.PARCEL;
import static io.waybillguard.tracker.Scans.claim;
import static io.waybillguard.tracker.Scans.hour;
import static io.waybillguard.tracker.Scans.problem;
import static io.waybillguard.tracker.Scans.scan;
import static io.waybillguard.tracker.Scans.worded;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.events.parcel.MilestoneEvent;
import io.waybillguard.events.parcel.MilestoneEvent.MilestoneReached;
import io.waybillguard.events.parcel.ParcelClaim.ParcelClaimed;
import io.waybillguard.events.parcel.ParcelRole;
import io.waybillguard.events.parcel.ParcelSnapshot;
import io.waybillguard.events.parcel.ProblemReason;
import io.waybillguard.events.parcel.Scan;
import io.waybillguard.events.parcel.ScanKind;
import io.waybillguard.events.parcel.Stage;
import io.waybillguard.events.parcel.StallEvent;
import io.waybillguard.events.parcel.StallEvent.StallCleared;
import io.waybillguard.events.parcel.StallEvent.StallDetected;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.tracker.stall.DefaultThresholds;
import io.waybillguard.tracker.stall.StallJudge;
import io.waybillguard.tracker.stall.ThresholdTable;
import io.waybillguard.tracker.tracking.Change.Fate;
import io.waybillguard.tracker.tracking.Tracking.Limits;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A number that a courier uses again, with the default of 60 days. */
class ReuseTest {

    private static final double SIXTY_DAYS = 60 * 24;
    private static final double NINETY_DAYS = 90 * 24;
    private static final double MS = 1 / 3_600_000.0;

    private final Tracking tracking = tracking(300);
    private final List<MilestoneEvent> milestones = new ArrayList<>();
    private final List<StallEvent> stalls = new ArrayList<>();
    private Parcel parcel = Parcel.unknown(PARCEL, hour(0));

    @ParameterizedTest(name = "{0} ms beside sixty days")
    @CsvSource({"-1, 2", "0, 1", "1, 1"})
    void aScanSixtyDaysAfterTheLastOfAnEndedParcelIsAnothers(int millis, int scans) {
        claimed(claim("o-1", 0));
        reported(scan(SIGNED, 5));

        reported(scan(COLLECTED, 5 + SIXTY_DAYS + millis * MS));

        assertThat(parcel.journey().scans()).isEqualTo(scans);
        assertThat(parcel.journey().stage()).isEqualTo(scans == 1 ? Stage.COLLECTED : Stage.SIGNED);
        assertThat(parcel.claims()).hasSize(scans - 1);
    }

    @ParameterizedTest(name = "{0} ms beside sixty days")
    @CsvSource({"-1, SIGNED, 2", "0, REGISTERED, 1", "1, REGISTERED, 1"})
    void aShipmentSixtyDaysAfterTheLastScanOfAnEndedParcelIsAnothers(
            int millis, Stage stage, int claims) {
        claimed(claim("o-1", 0));
        reported(scan(SIGNED, 5));

        claimed(claim("o-2", 5 + SIXTY_DAYS + millis * MS));

        assertThat(last("o-2").stage()).isEqualTo(stage);
        assertThat(parcel.claims()).hasSize(claims);
    }

    @ParameterizedTest
    @EnumSource(names = {"SIGNED", "REFUSED", "RETURNED", "CANCELLED"})
    void aParcelEndsInAnyOfFourWays(ScanKind end) {
        reported(scan(end, 5));

        reported(scan(COLLECTED, 5 + SIXTY_DAYS));

        assertThat(parcel.journey().stage()).isEqualTo(Stage.COLLECTED);
    }

    @Test
    void aParcelThatHasNotEndedIsTheSameHoweverLongItWasSilent() {
        claimed(claim("o-1", 0));
        reported(scan(DEPARTED, 5));

        reported(scan(ARRIVED, 5 + 2 * SIXTY_DAYS));
        claimed(claim("o-2", 5 + 4 * SIXTY_DAYS));

        assertThat(parcel.journey().scans()).isEqualTo(2);
        assertThat(parcel.claims()).hasSize(2);
    }

    @Test
    void aParcelThatItsOrderNoLongerWaitsForHasEnded() {
        claimed(claim("o-1", 0));
        reported(scan(DEPARTED, 5));
        take(tracking.settled(parcel, new OrderId("o-1"), hour(90), Outlook.CLEAR));

        reported(scan(COLLECTED, 5 + SIXTY_DAYS));

        assertThat(parcel.journey().stage()).isEqualTo(Stage.COLLECTED);
        assertThat(parcel.claims()).isEmpty();
    }

    @Test
    void anOrderThatEndedAfterALongSilenceIsStillToldHowTheParcelEnds() {
        claimed(claim("o-1", 0));
        reported(scan(DEPARTED, 5));
        reported(scan(ARRIVED, 5 + SIXTY_DAYS));
        take(tracking.settled(parcel, new OrderId("o-1"), hour(2000), Outlook.CLEAR));

        reported(scan(SIGNED, 9 + SIXTY_DAYS));

        assertThat(parcel.journey().scans()).isEqualTo(3);
        assertThat(last("o-1").stage()).isEqualTo(Stage.SIGNED);
    }

    /** Before its first movement it is not said by an instant where its stalls begin. */
    @Test
    void whatWasToldOfTheParcelBeforeIsNotTakenForTheNewOnes() {
        claimed(claim("o-1", 0));
        reported(scan(COLLECTED, 1), problem(ProblemReason.HELD, 2), scan(SIGNED, 5));
        claimed(claim("o-2", 5 + SIXTY_DAYS));
        reported(scan(COLLECTED, 7 + SIXTY_DAYS));
        stalls.clear();

        reported(problem(ProblemReason.DELAYED, 6 + SIXTY_DAYS));

        assertThat(stalls).hasExactlyElementsOfTypes(StallDetected.class, StallCleared.class);
        assertThat(stalls).extracting(told -> told.stall().episode()).containsOnly(2);
        assertThat(stalls).extracting(told -> told.orderId().value()).containsOnly("o-2");
    }

    @Test
    void theNewParcelStartsBlankAndItsNumbersGoOn() {
        claimed(claim("o-1", 0));
        reported(scan(DEPARTED, 1), problem(ProblemReason.HELD, 2), scan(SIGNED, 5));
        long revision = parcel.revision();
        milestones.clear();
        stalls.clear();

        reported(scan(COLLECTED, 5 + SIXTY_DAYS), problem(ProblemReason.LOST, 6 + SIXTY_DAYS));
        assertThat(milestones).as("the first order is told nothing of it").isEmpty();
        claimed(claim("o-2", 4 + SIXTY_DAYS));

        assertThat(stalls).singleElement().isInstanceOf(StallDetected.class);
        assertThat(stalls.getFirst().orderId().value()).isEqualTo("o-2");
        assertThat(stalls.getFirst().stall().episode()).isEqualTo(2);
        assertThat(milestones)
                .extracting(told -> ((MilestoneReached) told).revision())
                .containsExactly(revision + 1);
        assertThat(last("o-2").collectedAt()).isEqualTo(hour(5 + SIXTY_DAYS));
    }

    /** As aggregators do who send the whole list. */
    @Test
    void linesOfTheParcelBeforeAreNeitherNewsNorTakenForTheNewOnes() {
        claimed(claim("o-1", 0));
        reported(scan(COLLECTED, 1), scan(SIGNED, 5));
        reported(scan(COLLECTED, 5 + NINETY_DAYS));

        Change again =
                report(
                        scan(COLLECTED, 1),
                        scan(SIGNED, 5),
                        worded(STORED, 6, "never heard before"),
                        scan(COLLECTED, 5 + NINETY_DAYS),
                        scan(DEPARTED, 6 + NINETY_DAYS));

        assertThat(again.fresh()).containsExactly(false, false, false, false, true);
        assertThat(parcel.journey().scans()).isEqualTo(2);
        assertThat(parcel.journey().stage()).isEqualTo(Stage.IN_TRANSIT);
    }

    @Test
    void aWholeListOfBothParcelsToOneThatWasForgottenIsOfTheNewOne() {
        claimed(claim("o-2", 4 + SIXTY_DAYS));
        reported(scan(COLLECTED, 5 + SIXTY_DAYS));
        reported(
                scan(DEPARTED, 6 + SIXTY_DAYS),
                scan(SIGNED, 5),
                problem(ProblemReason.HELD, 2),
                scan(COLLECTED, 1));

        assertThat(parcel.journey().scans()).isEqualTo(2);
        assertThat(last("o-2").stage()).isEqualTo(Stage.IN_TRANSIT);
        assertThat(milestones)
                .as("never taken for signed")
                .extracting(told -> ((MilestoneReached) told).parcel().stage())
                .containsExactly(Stage.REGISTERED, Stage.COLLECTED, Stage.IN_TRANSIT);
        assertThat(stalls).isEmpty();
    }

    /** A feed that was dead from before the signature until the number was used again. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoSentTheParcelBeforeIsToldHowItEndedWhenOneReportTellsBoth(boolean claimedFirst) {
        claimed(claim("o-1", 0));
        reported(scan(OUT_FOR_DELIVERY, 1));
        due(hour(25));
        if (claimedFirst) {
            claimed(claim("o-2", 4 + SIXTY_DAYS));
        }

        reported(scan(SIGNED, 2), scan(COLLECTED, 5 + SIXTY_DAYS));

        assertThat(last("o-1").stage()).isEqualTo(Stage.SIGNED);
        List<StallEvent> ofFirst =
                stalls.stream().filter(told -> told.orderId().value().equals("o-1")).toList();
        assertThat(ofFirst).hasSize(2).last().isInstanceOf(StallCleared.class);
        assertThat(parcel.watch().open()).isNull();
        if (!claimedFirst) {
            claimed(claim("o-2", 4 + SIXTY_DAYS));
        }
        assertThat(last("o-2").stage()).isEqualTo(Stage.COLLECTED);
        assertThat(parcel.claims()).extracting(kept -> kept.order().value()).containsExactly("o-2");
        due(hour(5 + SIXTY_DAYS + 24));
        assertThat(stalls.getLast())
                .isInstanceOfSatisfying(
                        StallDetected.class,
                        raised -> assertThat(raised.orderId().value()).isEqualTo("o-2"));
    }

    @Test
    void anEndThatIsHeardOfAfterTheNextShipmentStartsTheNextParcel() {
        claimed(claim("o-1", 0));
        reported(scan(OUT_FOR_DELIVERY, 1));
        claimed(claim("o-2", 4 + SIXTY_DAYS));

        reported(scan(SIGNED, 2));

        assertThat(last("o-1").stage()).isEqualTo(Stage.SIGNED);
        assertThat(last("o-2").stage()).isEqualTo(Stage.REGISTERED);
        due(hour(4 + SIXTY_DAYS + 24));
        assertThat(stalls.getLast().orderId().value()).isEqualTo("o-2");
    }

    @Test
    void theOldOrdersWordsDoNotReachTheNewParcel() {
        claimed(claim("o-1", 0));
        reported(scan(SIGNED, 5));
        claimed(claim("o-2", 5 + SIXTY_DAYS));

        ParcelClaimed again = claim("o-1", 0.5);
        assertThat(tracking.claimed(parcel, again, hour(9 + SIXTY_DAYS), Outlook.CLEAR).fate())
                .isEqualTo(Fate.UNCHANGED);
        OrderId old = new OrderId("o-1");
        assertThat(tracking.released(parcel, old, hour(9 + SIXTY_DAYS), Outlook.CLEAR).fate())
                .isEqualTo(Fate.UNCHANGED);
        assertThat(tracking.settled(parcel, old, hour(9 + SIXTY_DAYS), Outlook.CLEAR).fate())
                .isEqualTo(Fate.UNCHANGED);
    }

    @Test
    void aReturnUnderItsOwnNumberIsTheSameParcelHoweverLateItIsTold() {
        claimed(claim("o-1", 0));
        reported(scan(SIGNED, 5));
        claimed(claim("o-1", 6 + SIXTY_DAYS / 2, ParcelRole.RETURN, null));

        reported(scan(RETURNING, 7 + SIXTY_DAYS / 2));

        assertThat(parcel.journey().stage()).isEqualTo(Stage.RETURNING);
        assertThat(parcel.journey().scans()).isEqualTo(2);
    }

    @Test
    void aParcelWhoseScansWereFoldedIsFollowedByAnother() {
        Tracking narrow = tracking(3);
        take(
                narrow.reported(
                        parcel,
                        List.of(
                                scan(COLLECTED, 1),
                                scan(DEPARTED, 2),
                                scan(ARRIVED, 3),
                                scan(OUT_FOR_DELIVERY, 4),
                                scan(SIGNED, 5)),
                        hour(6),
                        Outlook.CLEAR));

        take(
                narrow.reported(
                        parcel,
                        List.of(scan(COLLECTED, 5 + SIXTY_DAYS)),
                        hour(6 + SIXTY_DAYS),
                        Outlook.CLEAR));

        assertThat(parcel.journey().scans()).isEqualTo(1);
        assertThat(parcel.journey().stage()).isEqualTo(Stage.COLLECTED);
    }

    private static Tracking tracking(int scans) {
        return new Tracking(
                new StallJudge(new ThresholdTable(List.of(), DefaultThresholds.STANDARD)),
                Retention.STANDARD,
                new Limits(scans, 2));
    }

    private ParcelSnapshot last(String order) {
        return ((MilestoneReached)
                        milestones.stream()
                                .filter(told -> told.orderId().value().equals(order))
                                .toList()
                                .getLast())
                .parcel();
    }

    private void claimed(ParcelClaimed claim) {
        take(tracking.claimed(parcel, claim, claim.shippedAt(), Outlook.CLEAR));
    }

    private void reported(Scan... scans) {
        report(scans);
    }

    private Change report(Scan... scans) {
        Instant at = hour(0).plus(Duration.ofDays(100));
        Change change = tracking.reported(parcel, List.of(scans), at, Outlook.CLEAR);
        take(change);
        return change;
    }

    private void due(Instant now) {
        take(tracking.due(parcel, now, Outlook.CLEAR));
    }

    private void take(Change change) {
        parcel = change.parcel();
        milestones.addAll(change.milestones());
        stalls.addAll(change.stalls());
    }
}
