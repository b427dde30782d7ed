package io.waybillguard.tracker.tracking;

import static io.waybillguard.events.parcel.ScanKind.*;
import static io.waybillguard.tracker.Scans.NOON;
import static io.waybillguard.tracker.Scans.PARCEL;
import static io.waybillguard.tracker.Scans.at;
import static io.waybillguard.tracker.Scans.claim;
import static io.waybillguard.tracker.Scans.failed;
import static io.waybillguard.tracker.Scans.hour;
import static io.waybillguard.tracker.Scans.problem;
import static io.waybillguard.tracker.Scans.scan;
import static io.waybillguard.tracker.Scans.worded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waybillguard.events.parcel.MilestoneEvent;
import io.waybillguard.events.parcel.MilestoneEvent.MilestoneReached;
import io.waybillguard.events.parcel.ParcelClaim.ParcelClaimed;
import io.waybillguard.events.parcel.ParcelRole;
import io.waybillguard.events.parcel.ProblemReason;
import io.waybillguard.events.parcel.Scan;
import io.waybillguard.events.parcel.ScanKind;
import io.waybillguard.events.parcel.Stage;
import io.waybillguard.events.parcel.StallCause;
import io.waybillguard.events.parcel.StallEvent;
import io.waybillguard.events.parcel.StallEvent.StallCleared;
import io.waybillguard.events.parcel.StallEvent.StallDetected;
import io.waybillguard.events.parcel.StallEvent.StallEscalated;
import io.waybillguard.events.parcel.StallEvent.StallReviewed;
import io.waybillguard.events.parcel.StallKind;
import io.waybillguard.events.parcel.StallLevel;
import io.waybillguard.events.types.FilingId;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.Region;
import io.waybillguard.events.types.ShopId;
import io.waybillguard.tracker.stall.DefaultThresholds;
import io.waybillguard.tracker.stall.Filing;
import io.waybillguard.tracker.stall.Filings;
import io.waybillguard.tracker.stall.StallJudge;
import io.waybillguard.tracker.stall.ThresholdTable;
import io.waybillguard.tracker.tracking.Change.Fate;
import io.waybillguard.tracker.tracking.Tracking.Limits;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrackingTest {

    private final Tracking tracking =
            new Tracking(
                    new StallJudge(new ThresholdTable(List.of(), DefaultThresholds.STANDARD)),
                    Retention.STANDARD,
                    new Limits(300, 2));
    private final List<MilestoneEvent> milestones = new ArrayList<>();
    private final List<StallEvent> stalls = new ArrayList<>();
    private Parcel parcel = Parcel.unknown(PARCEL, NOON);
    private Outlook outlook = Outlook.CLEAR;

    @ParameterizedTest(name = "{0}: {1} h, {2}")
    @CsvSource({
        "COLLECTED, 24, AFTER_PICKUP",
        "DEPARTED, 48, IN_TRANSIT",
        "RETURNING, 48, IN_TRANSIT",
        "AT_DESTINATION, 36, AT_DELIVERY",
        "OUT_FOR_DELIVERY, 24, AT_DELIVERY",
        "STORED, 48, AT_DELIVERY",
    })
    void silenceOfExactlyTheThresholdIsAStall(ScanKind last, int hours, StallKind kind) {
        claimed(claim("o-1", 0));
        reported(scan(last, 1));
        Instant deadline = hour(1 + hours);

        due(deadline.minusMillis(1));
        assertThat(stalls).isEmpty();

        due(deadline);
        due(deadline.plusMillis(1));
        assertThat(stalls)
                .singleElement()
                .isInstanceOfSatisfying(
                        StallDetected.class,
                        raised -> {
                            assertThat(raised.stall().kind()).isEqualTo(kind);
                            assertThat(raised.stall().cause()).isEqualTo(StallCause.SILENCE);
                            assertThat(raised.stall().since()).isEqualTo(hour(1));
                            assertThat(raised.stall().deadline()).isEqualTo(deadline);
                            assertThat(raised.stall().threshold())
                                    .isEqualTo(Duration.ofHours(hours));
                            assertThat(raised.stall().episode()).isEqualTo(1);
                        });
    }

    @Test
    void aParcelNobodyCollectsIsToldOfFromTheShippedInstant() {
        claimed(claim("o-1", 0));
        reported(scan(ORDERED, 20));

        due(hour(24).minusMillis(1));
        assertThat(stalls).isEmpty();

        due(hour(24));
        due(hour(500));
        assertThat(stalls).singleElement().isInstanceOf(StallDetected.class);
        assertThat(stalls.getFirst().stall().kind()).isEqualTo(StallKind.NOT_COLLECTED);
    }

    @Test
    void aPickupBeforeTheShippedInstantClearsTheWarning() {
        claimed(claim("o-1", 10));
        due(hour(34));

        reported(scan(COLLECTED, 9));

        assertThat(stalls).hasSize(2);
        assertThat(stalls.getLast())
                .isInstanceOfSatisfying(
                        StallCleared.class,
                        cleared -> assertThat(cleared.by()).isEqualTo(COLLECTED));
    }

    @Test
    void aStallEscalatesOnceAfterFiveDaysOfSilence() {
        claimed(claim("o-1", 0));
        reported(scan(DEPARTED, 0));
        due(hour(48));

        due(hour(120).minusMillis(1));
        assertThat(stalls).hasSize(1);

        due(hour(120));
        due(hour(120).plusMillis(1));
        due(hour(400));
        assertThat(stalls).hasSize(2);
        assertThat(stalls.getLast())
                .isInstanceOfSatisfying(
                        StallEscalated.class,
                        escalated -> {
                            assertThat(escalated.stall().level())
                                    .isEqualTo(StallLevel.SUSPECTED_LOST);
                            assertThat(escalated.stall().episode()).isEqualTo(1);
                        });
    }

    @Test
    void aStallFoundVeryLateIsRaisedAndThenEscalates() {
        claimed(claim("o-1", 0));
        reported(scan(DEPARTED, 0));

        due(hour(200));
        assertThat(stalls).singleElement().isInstanceOf(StallDetected.class);
        assertThat(tracking.deadline(parcel, outlook)).isEqualTo(hour(120));

        due(hour(200));
        assertThat(stalls).hasSize(2).last().isInstanceOf(StallEscalated.class);
    }

    @Test
    void movementClearsAStallAndTheNextOneIsAnotherEpisode() {
        claimed(claim("o-1", 0));
        reported(scan(DEPARTED, 0));
        due(hour(48));
        reported(scan(ARRIVED, 50));
        due(hour(98));

        assertThat(stalls)
                .hasExactlyElementsOfTypes(
                        StallDetected.class, StallCleared.class, StallDetected.class);
        assertThat(stalls).extracting(e -> e.stall().episode()).containsExactly(1, 1, 2);
        assertThat(revisions()).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void aLateScanFromBeforeTheSilenceClearsNothing() {
        claimed(claim("o-1", 0));
        reported(scan(DEPARTED, 5));
        due(hour(53));

        reported(scan(ARRIVED, 4));

        assertThat(stalls).hasSize(1);
    }

    @Test
    void aScanThatArrivesLateMovesTheDeadlineBeforeItFires() {
        claimed(claim("o-1", 0));
        reported(scan(DEPARTED, 0));
        reported(scan(ARRIVED, 40));

        due(hour(48));
        assertThat(stalls).isEmpty();
        assertThat(tracking.deadline(parcel, outlook)).isEqualTo(hour(88));
    }

    @Test
    void aBareSignOfLifeBreaksTheSilenceButClearsNothing() {
        claimed(claim("o-1", 0));
        reported(scan(DEPARTED, 0));
        reported(scan(OTHER, 47));
        due(hour(48));
        assertThat(stalls).isEmpty();

        due(hour(95));
        reported(scan(OTHER, 96));
        assertThat(stalls).singleElement().isInstanceOf(StallDetected.class);
        assertThat(tracking.deadline(parcel, outlook)).isEqualTo(hour(216));
    }

    @ParameterizedTest
    @ValueSource(doubles = {24.4, 33.5, 34.0, 41.9})
    void silenceOfANormalLineHaulIsNoStall(double hours) {
        claimed(claim("o-1", 0));
        reported(scan(COLLECTED, 0), scan(DEPARTED, 1));

        due(hour(1 + hours));

        assertThat(stalls).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {67.5, 67.9})
    void silenceOfTheTwoThatWereStuckIsAStall(double hours) {
        claimed(claim("o-1", 0));
        reported(scan(COLLECTED, 0), scan(DEPARTED, 1));

        due(hour(1 + hours));

        assertThat(stalls).singleElement().isInstanceOf(StallDetected.class);
    }

    @Test
    void aProblemIsAStallAtOnceAndTheSilenceAfterItIsTheSameStall() {
        claimed(claim("o-1", 0));
        reported(scan(DEPARTED, 0), problem(ProblemReason.HELD, 3));

        assertThat(stalls)
                .singleElement()
                .isInstanceOfSatisfying(
                        StallDetected.class,
                        raised -> {
                            assertThat(raised.stall().cause()).isEqualTo(StallCause.PROBLEM);
                            assertThat(raised.stall().problem()).isEqualTo(ProblemReason.HELD);
                            assertThat(raised.stall().kind()).isEqualTo(StallKind.IN_TRANSIT);
                            assertThat(raised.stall().since()).isEqualTo(hour(3));
                        });

        due(hour(3 + 67.9));
        assertThat(stalls).hasSize(1);
    }

    @Test
    void aFailedAttemptIsAStallOnlyAfterADayOfSilence() {
        claimed(claim("o-1", 0));
        reported(scan(OUT_FOR_DELIVERY, 1), failed(ProblemReason.UNREACHABLE, 2));
        due(hour(26).minusMillis(1));
        assertThat(stalls).isEmpty();
        assertThat(((MilestoneReached) milestones.getLast()).parcel().problem())
                .isEqualTo(ProblemReason.UNREACHABLE);

        due(hour(26));
        assertThat(stalls)
                .singleElement()
                .satisfies(raised -> {
                    assertThat(raised.stall().kind()).isEqualTo(StallKind.AT_DELIVERY);
                    assertThat(raised.stall().cause()).isEqualTo(StallCause.SILENCE);
                    assertThat(raised.stall().row()).isEqualTo("delivery-failed");
                });

        reported(scan(OUT_FOR_DELIVERY, 30));
        assertThat(stalls).hasSize(2).last().isInstanceOf(StallCleared.class);
    }

    /** Whether the failed attempt comes in the same report or later. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aFailedAttemptAfterAProblemTakesNothingFromIt(boolean together) {
        claimed(claim("o-1", 0));
        Scan damaged = problem(ProblemReason.DAMAGED, 2);
        Scan failed = failed(ProblemReason.UNREACHABLE, 3);
        if (together) {
            reported(scan(OUT_FOR_DELIVERY, 1), damaged, failed);
        } else {
            reported(scan(OUT_FOR_DELIVERY, 1), damaged);
            reported(failed);
        }

        assertThat(stalls)
                .singleElement()
                .satisfies(raised ->
                        assertThat(raised.stall().problem()).isEqualTo(ProblemReason.DAMAGED));
        assertThat(parcel.journey().trouble()).isEqualTo(ProblemReason.UNREACHABLE);
    }

    /** In whatever order the report lists them. */
    @Test
    void aStallThatCameAndWentWithinOneReportIsToldInOrder() {
        claimed(claim("o-1", 0));
        reported(
                scan(OUT_FOR_DELIVERY, 9),
                problem(ProblemReason.DELAYED, 3),
                scan(COLLECTED, 1),
                problem(ProblemReason.HELD, 7),
                scan(DEPARTED, 5));

        assertThat(stalls)
                .hasExactlyElementsOfTypes(
                        StallDetected.class,
                        StallCleared.class,
                        StallDetected.class,
                        StallCleared.class);
        assertThat(stalls).extracting(e -> e.stall().episode()).containsExactly(1, 1, 2, 2);
        assertThat(stalls)
                .extracting(e -> e.stall().kind())
                .containsExactly(
                        StallKind.AFTER_PICKUP,
                        StallKind.AFTER_PICKUP,
                        StallKind.IN_TRANSIT,
                        StallKind.IN_TRANSIT);
        assertThat(stalls).extracting(StallEvent::revision).isSorted().doesNotHaveDuplicates();
        assertThat(parcel.watch().open()).isNull();
    }

    @Test
    void aProblemThatWasOverBeforeItWasHeardOfIsToldAsItCameAndWent() {
        claimed(claim("o-1", 0));
        reported(scan(COLLECTED, 1), scan(DEPARTED, 5));
        reported(problem(ProblemReason.DELAYED, 3));
        reported(problem(ProblemReason.HELD, 4));

        assertThat(stalls)
                .as("once: the second belongs to the same stall")
                .hasExactlyElementsOfTypes(StallDetected.class, StallCleared.class);
        assertThat(stalls).extracting(e -> e.stall().kind()).containsOnly(StallKind.AFTER_PICKUP);
        assertThat(((StallCleared) stalls.getLast()).by()).isEqualTo(DEPARTED);
        assertThat(parcel.watch().open()).isNull();
    }

    @Test
    void anEarlierProblemHeardLateIsTheSameStallAndCorrectsIt() {
        claimed(claim("o-1", 0));
        reported(problem(ProblemReason.HELD, 5));
        reported(problem(ProblemReason.DELAYED, 4));
        reported(scan(DEPARTED, 1));

        assertThat(stalls)
                .hasExactlyElementsOfTypes(
                        StallDetected.class, StallReviewed.class, StallReviewed.class);
        assertThat(stalls).extracting(e -> e.stall().episode()).containsOnly(1);
        assertThat(stalls)
                .extracting(e -> e.stall().problem())
                .containsExactly(ProblemReason.HELD, ProblemReason.DELAYED, ProblemReason.DELAYED);
        assertThat(stalls)
                .extracting(e -> e.stall().kind())
                .containsExactly(
                        StallKind.NOT_COLLECTED, StallKind.NOT_COLLECTED, StallKind.IN_TRANSIT);
    }

    /** A reader that keeps the latest word only must not take the open stall for over. */
    @Test
    void theOpenStallIsToldAgainAfterAnEarlierOneThatWasHeardOfLate() {
        claimed(claim("o-1", 0));
        reported(scan(COLLECTED, 1), scan(DEPARTED, 5));
        due(hour(53));
        reported(problem(ProblemReason.DELAYED, 3));

        assertThat(stalls)
                .hasExactlyElementsOfTypes(
                        StallDetected.class,
                        StallDetected.class,
                        StallCleared.class,
                        StallReviewed.class);
        assertThat(stalls).extracting(e -> e.stall().episode()).containsExactly(1, 2, 2, 1);
        assertThat(stalls.getLast().stall().cause()).isEqualTo(StallCause.SILENCE);

        reported(scan(ARRIVED, 60));
        due(hour(108));
        assertThat(stalls.getLast().stall().episode()).isEqualTo(3);
    }

    @Test
    void anOpenStallKeepsItsNumberWhenItEscalatesAfterAnEarlierOneThatWasHeardOfLate() {
        claimed(claim("o-1", 0));
        reported(scan(COLLECTED, 1), scan(DEPARTED, 5));
        due(hour(53));
        reported(problem(ProblemReason.DELAYED, 3));
        due(hour(125));
        reported(scan(ARRIVED, 130), problem(ProblemReason.LOST, 131));

        assertThat(stalls)
                .extracting(e -> e.getClass().getSimpleName() + " " + e.stall().episode())
                .containsExactly(
                        "StallDetected 1",
                        "StallDetected 2",
                        "StallCleared 2",
                        "StallReviewed 1",
                        "StallEscalated 1",
                        "StallCleared 1",
                        "StallDetected 3");
    }

    @Test
    void aProblemDuringASilenceThatWasToldAndEndedIsNotTold() {
        claimed(claim("o-1", 0));
        reported(scan(DEPARTED, 1));
        due(hour(49));
        reported(scan(ARRIVED, 60));
        reported(problem(ProblemReason.DELAYED, 20));

        assertThat(stalls).hasExactlyElementsOfTypes(StallDetected.class, StallCleared.class);
    }

    @Test
    void aProblemDuringAWaitForThePickupThatWasToldAndEndedIsNotTold() {
        claimed(claim("o-1", 10));
        due(hour(34));
        reported(scan(COLLECTED, 9));
        reported(problem(ProblemReason.OTHER, 8));

        assertThat(stalls).hasExactlyElementsOfTypes(StallDetected.class, StallCleared.class);
    }

    @Test
    void aProblemThatWasNoneByAClearerTellingIsCleared() {
        claimed(claim("o-1", 0));
        reported(scan(COLLECTED, 1), worded(PROBLEM, 3, "line"));
        reported(worded(CUSTOMS, 3, "line"));

        assertThat(stalls).hasExactlyElementsOfTypes(StallDetected.class, StallCleared.class);
        assertThat(parcel.watch().open()).isNull();
    }

    @Test
    void movementBetweenTwoProblemsHeardLateMakesTwoStalls() {
        claimed(claim("o-1", 0));
        reported(
                scan(COLLECTED, 1), problem(ProblemReason.HELD, 3), problem(ProblemReason.LOST, 7));
        reported(scan(DEPARTED, 5));

        assertThat(stalls)
                .hasExactlyElementsOfTypes(
                        StallDetected.class, StallCleared.class, StallDetected.class);
        assertThat(stalls).extracting(e -> e.stall().episode()).containsExactly(1, 1, 2);
        assertThat(stalls.getLast().stall().problem()).isEqualTo(ProblemReason.LOST);
    }

    /** As if it had claimed the parcel before. */
    @Test
    void theFirstOrderIsToldOfStallsThatWereOverBeforeItClaimedTheParcel() {
        reported(scan(COLLECTED, 1), problem(ProblemReason.HELD, 3), scan(DEPARTED, 5));
        claimed(claim("o-1", 0));
        claimed(claim("o-2", 0.5));

        assertThat(stalls).hasExactlyElementsOfTypes(StallDetected.class, StallCleared.class);
        assertThat(stalls).extracting(e -> e.orderId().value()).containsOnly("o-1");
    }

    @Test
    void whatWasToldLongAgoIsNotToldAgainHoweverManyThereWere() {
        claimed(claim("o-1", 0));
        reported(scan(COLLECTED, 0));
        for (int i = 0; i < 40; i++) {
            reported(worded(PROBLEM, 10 * i + 1, "stands " + i));
            reported(worded(DEPARTED, 10 * i + 9, "moves " + i));
        }
        int told = stalls.size();
        assertThat(told).isEqualTo(80);

        reported(worded(PROBLEM, 5, "late"));
        reported(worded(PROBLEM, 395, "late too"));
        reported(worded(OTHER, 385, "late without a problem"));
        assertThat(stalls).hasSize(told);
    }

    @Test
    void goingInCirclesIsAStallUntilANewHubIsReached() {
        claimed(claim("o-1", 0));
        reported(
                at("A", ARRIVED, 1), at("B", ARRIVED, 2), at("A", ARRIVED, 3), at("B", ARRIVED, 4));
        assertThat(stalls).isEmpty();

        reported(at("A", ARRIVED, 5));
        reported(at("B", ARRIVED, 6));
        assertThat(stalls).singleElement().isInstanceOf(StallDetected.class);
        assertThat(stalls.getFirst().stall().cause()).isEqualTo(StallCause.DETOUR);

        reported(at("C", ARRIVED, 7));
        assertThat(stalls).hasSize(2).last().isInstanceOf(StallCleared.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"SIGNED", "REFUSED", "RETURNED", "CANCELLED"})
    void aParcelThatIsDoneIsNotWatchedAndIsForgottenInTheEnd(ScanKind last) {
        claimed(claim("o-1", 0));
        reported(scan(last, 1));
        Instant arrived = hour(1).plusSeconds(60);

        due(arrived.plus(Duration.ofDays(30)).minusMillis(1));
        assertThat(stalls).isEmpty();
        assertThat(tracking.deadline(parcel, outlook)).isEqualTo(arrived.plus(Duration.ofDays(30)));
        assertThat(tracking.due(parcel, arrived.plus(Duration.ofDays(30)), outlook).fate())
                .isEqualTo(Fate.FORGOTTEN);
    }

    @Test
    void aSignatureClearsAnOpenStall() {
        claimed(claim("o-1", 0));
        reported(scan(STORED, 1));
        due(hour(49));

        reported(scan(SIGNED, 60));

        assertThat(stalls).hasSize(2).last().isInstanceOf(StallCleared.class);
    }

    @Test
    void aParcelNobodyClaimsRaisesNothingUntilItIsClaimed() {
        reported(scan(DEPARTED, 0));
        assertThat(tracking.due(parcel, hour(100), outlook).fate()).isEqualTo(Fate.UNCHANGED);
        assertThat(milestones).isEmpty();

        claimed(claim("o-1", -3));
        assertThat(milestones)
                .singleElement()
                .isInstanceOfSatisfying(
                        MilestoneReached.class,
                        told -> {
                            assertThat(told.previous()).isNull();
                            assertThat(told.parcel().stage()).isEqualTo(Stage.IN_TRANSIT);
                        });
        assertThat(stalls).isEmpty();

        due(hour(100));
        assertThat(stalls).singleElement().isInstanceOf(StallDetected.class);
    }

    @Test
    void aProblemKnownBeforeTheClaimIsToldWithIt() {
        reported(scan(DEPARTED, 0), problem(ProblemReason.LOST, 1));

        claimed(claim("o-1", -3));

        assertThat(stalls).singleElement().isInstanceOf(StallDetected.class);
    }

    @Test
    void twoOrdersOnOneWaybillAreBothTold() {
        claimed(claim("o-1", 0));
        claimed(claim("o-2", 1));
        reported(scan(DEPARTED, 2));
        due(hour(50));
        reported(scan(ARRIVED, 51));

        assertThat(stalls)
                .extracting(e -> e.orderId().value())
                .containsExactly("o-1", "o-2", "o-1", "o-2");
        assertThat(stalls).extracting(e -> e.stall().episode()).containsOnly(1);
        assertThat(revisions()).doesNotHaveDuplicates().hasSize(8);
    }

    @Test
    void anOrderThatJoinsLaterIsToldOfTheOpenStall() {
        claimed(claim("o-1", 0));
        reported(scan(DEPARTED, 2));
        due(hour(50));

        claimed(claim("o-2", 1));

        assertThat(stalls).extracting(e -> e.orderId().value()).containsExactly("o-1", "o-2");
    }

    @Test
    void aReleasedParcelClearsForThatOrderOnly() {
        claimed(claim("o-1", 0));
        claimed(claim("o-2", 1));
        due(hour(24));
        take(tracking.released(parcel, new OrderId("o-1"), hour(25), outlook));

        assertThat(stalls).hasSize(3);
        assertThat(stalls.getLast()).isInstanceOf(StallCleared.class);
        assertThat(stalls.getLast().orderId().value()).isEqualTo("o-1");
        assertThat(parcel.watch().open()).isNotNull();

        take(tracking.released(parcel, new OrderId("o-2"), hour(26), outlook));
        assertThat(stalls).hasSize(4);
        assertThat(parcel.watch().open()).isNull();
    }

    @Test
    void aParcelThatWasClaimedByMistakeAndNeverSeenIsForgotten() {
        claimed(claim("o-1", 0));

        assertThat(tracking.released(parcel, new OrderId("o-1"), hour(1), outlook).fate())
                .isEqualTo(Fate.FORGOTTEN);
    }

    @Test
    void anOrderThatEndedIsToldOfNoStallButOfStages() {
        claimed(claim("o-1", 0));
        reported(scan(OUT_FOR_DELIVERY, 1));
        due(hour(25));

        take(tracking.settled(parcel, new OrderId("o-1"), hour(26), outlook));
        assertThat(stalls).hasSize(2);
        assertThat(stalls.getLast())
                .isInstanceOfSatisfying(
                        StallCleared.class, cleared -> assertThat(cleared.by()).isNull());

        due(hour(400));
        reported(problem(ProblemReason.LOST, 401));
        assertThat(stalls).hasSize(2);

        reported(scan(SIGNED, 402));
        assertThat(((MilestoneReached) milestones.getLast()).parcel().stage())
                .isEqualTo(Stage.SIGNED);
    }

    @Test
    void anOrderThatEndedStaysSoWhateverIsToldAgain() {
        claimed(claim("o-1", 0));
        take(tracking.settled(parcel, new OrderId("o-1"), hour(1), outlook));

        assertThat(tracking.claimed(parcel, claim("o-1", 0), hour(2), outlook).fate())
                .isEqualTo(Fate.UNCHANGED);
        claimed(claim("o-1", 0.5));
        assertThat(tracking.settled(parcel, new OrderId("o-1"), hour(3), outlook).fate())
                .isEqualTo(Fate.UNCHANGED);

        due(hour(100));
        assertThat(stalls).isEmpty();
        assertThat(tracking.deadline(parcel, outlook))
                .isEqualTo(hour(0.5).plus(Duration.ofDays(30)));
    }

    @Test
    void anOrderThatStillWaitsIsToldWhenAnotherOfTheSameParcelHasEnded() {
        claimed(claim("o-1", 0, ParcelRole.DELIVERY, Region.of("新疆")));
        claimed(claim("o-2", 1));
        take(tracking.settled(parcel, new OrderId("o-1"), hour(2), outlook));
        reported(scan(DEPARTED, 3));

        due(hour(51));
        assertThat(stalls)
                .singleElement()
                .satisfies(raised -> {
                    assertThat(raised.orderId().value()).isEqualTo("o-2");
                    assertThat(raised.stall().row()).isEqualTo("in-transit");
                });
    }

    @Test
    void aReturnNeverTakesThePlaceOfTheSameOrdersDelivery() {
        ParcelClaimed back = claim("o-1", 5, ParcelRole.RETURN, null);
        claimed(claim("o-1", 0));

        assertThat(tracking.claimed(parcel, back, hour(5), outlook).fate())
                .isEqualTo(Fate.UNCHANGED);

        take(tracking.released(parcel, new OrderId("o-1"), hour(6), outlook));
        claimed(back);
        claimed(claim("o-1", 0));
        assertThat(parcel.claims())
                .singleElement()
                .satisfies(kept -> assertThat(kept.told().role()).isEqualTo(ParcelRole.DELIVERY));
    }

    @Test
    void theEndOfAnOrderLeavesItsReturnWatched() {
        claimed(claim("o-1", 0, ParcelRole.RETURN, null));

        assertThat(tracking.settled(parcel, new OrderId("o-1"), hour(1), outlook).fate())
                .isEqualTo(Fate.UNCHANGED);
        assertThat(tracking.released(parcel, new OrderId("o-1"), hour(1), outlook).fate())
                .isEqualTo(Fate.UNCHANGED);
    }

    @Test
    void aFiledStallIsToldAsExemptAndAgainWhenTheFilingIsWithdrawn() {
        outlook = filed("storm", null, 40, 90, null);
        claimed(claim("o-1", 0));
        reported(scan(DEPARTED, 2));
        due(hour(50));
        assertThat(stalls).singleElement().isInstanceOf(StallDetected.class);
        assertThat(stalls.getFirst().stall().exempt()).isEqualTo(new FilingId("storm"));
        assertThat(tracking.reviewed(parcel, hour(51), outlook).fate()).isEqualTo(Fate.UNCHANGED);

        outlook = Outlook.CLEAR;
        take(tracking.reviewed(parcel, hour(52), outlook));
        assertThat(tracking.reviewed(parcel, hour(53), outlook).fate()).isEqualTo(Fate.UNCHANGED);
        due(hour(122));

        assertThat(stalls)
                .hasExactlyElementsOfTypes(
                        StallDetected.class, StallReviewed.class, StallEscalated.class);
        assertThat(stalls.get(1).stall().exempt()).isNull();
        assertThat(stalls).extracting(StallEvent::revision).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aFilingOfOneShopIsToldToItsOrdersOnly() {
        claimed(claim("o-1", 0));
        claimed(claim("o-2", 0, new ShopId("shop-2")));
        reported(scan(DEPARTED, 2));
        due(hour(50));

        outlook = filed("fire", new ShopId("shop-2"), 0, 90, null);
        take(tracking.reviewed(parcel, hour(51), outlook));

        assertThat(stalls).hasSize(3);
        assertThat(stalls.getLast().orderId().value()).isEqualTo("o-2");
        claimed(claim("o-3", 1, new ShopId("shop-2")));
        assertThat(stalls.getLast().stall().exempt()).isEqualTo(new FilingId("fire"));
        assertThat(tracking.reviewed(parcel, hour(52), outlook).fate()).isEqualTo(Fate.UNCHANGED);
    }

    @Test
    void aParcelCountsAsShippedAtTheFilingsLatestInstant() {
        outlook = filed("festival", null, 10, 60, hour(70));
        claimed(claim("o-1", 0));
        assertThat(tracking.deadline(parcel, outlook)).isEqualTo(hour(94));

        due(hour(94).minusMillis(1));
        assertThat(stalls).isEmpty();
        due(hour(94));
        assertThat(stalls)
                .singleElement()
                .satisfies(raised -> {
                    assertThat(raised.stall().kind()).isEqualTo(StallKind.NOT_COLLECTED);
                    assertThat(raised.stall().since()).isEqualTo(hour(70));
                    assertThat(raised.stall().exempt()).as("it is late by its own words").isNull();
                });
    }

    @Test
    void aStallOfASilentFeedIsToldAsSuspectUntilTheFeedIsBack() {
        outlook = new Outlook(Filings.NONE, Set.of(PARCEL.courier()));
        claimed(claim("o-1", 0));
        reported(scan(DEPARTED, 2));
        due(hour(50));
        due(hour(122));
        assertThat(stalls).allSatisfy(told -> assertThat(told.stall().feedSuspect()).isTrue());

        outlook = Outlook.CLEAR;
        take(tracking.reviewed(parcel, hour(130), outlook));
        assertThat(stalls).hasSize(3).last().isInstanceOf(StallReviewed.class);
        assertThat(stalls.getLast().stall().feedSuspect()).isFalse();
        assertThat(stalls.getLast().stall().level()).isEqualTo(StallLevel.SUSPECTED_LOST);
    }

    @Test
    void parcelsAreNotForgottenBeforeTheyAreSuspectedLost() {
        assertThatThrownBy(() ->
                        new Tracking(
                                new StallJudge(
                                        new ThresholdTable(List.of(), DefaultThresholds.STANDARD)),
                                new Retention(
                                        Duration.ofDays(1),
                                        Duration.ofDays(1),
                                        Duration.ofDays(5),
                                        Duration.ofDays(60)),
                                new Limits(300, 2)))
                .hasMessageContaining("kept for PT120H, but threshold row")
                .hasMessageContaining("waits for PT120H");
    }

    @Test
    void aNumberIsNotReusedWhileTheFinishedParcelIsStillKept() {
        assertThatThrownBy(() ->
                        new Retention(
                                Duration.ofDays(61),
                                Duration.ofDays(60),
                                Duration.ofDays(180),
                                Duration.ofDays(60)))
                .hasMessageContaining("reused after PT1440H")
                .hasMessageContaining("kept for PT1464H");
    }

    @Test
    void aReturnIsWatchedLikeAnyOther() {
        claimed(claim("o-1", 0, ParcelRole.RETURN, null));
        due(hour(24));

        assertThat(stalls)
                .singleElement()
                .satisfies(e -> {
                    assertThat(e.stall().role()).isEqualTo(ParcelRole.RETURN);
                    assertThat(e.stall().destination()).isNull();
                });
    }

    @Test
    void aClaimToldTwiceChangesNothing() {
        claimed(claim("o-1", 0));

        assertThat(tracking.claimed(parcel, claim("o-1", 0), hour(3), outlook).fate())
                .isEqualTo(Fate.UNCHANGED);
    }

    @Test
    void milestonesTellStagesInterceptionsAndSignatures() {
        claimed(claim("o-1", 0));
        reported(scan(COLLECTED, 1));
        reported(scan(DEPARTED, 2));
        reported(scan(ARRIVED, 3));
        reported(scan(INTERCEPTED, 4));
        reported(scan(RETURNING, 5));
        reported(worded(SIGNED, 6, "one"));
        reported(worded(SIGNED, 7, "two"));

        assertThat(milestones)
                .extracting(e -> ((MilestoneReached) e).parcel().stage())
                .containsExactly(
                        Stage.REGISTERED,
                        Stage.COLLECTED,
                        Stage.IN_TRANSIT,
                        Stage.IN_TRANSIT,
                        Stage.RETURNING,
                        Stage.RETURNED,
                        Stage.RETURNED);
        assertThat(((MilestoneReached) milestones.getLast()).parcel().intercepted()).isTrue();
    }

    @Test
    void aSignatureIsTakenBackWhenTheParcelWasOnlyPutInAStation() {
        claimed(claim("o-1", 0));
        reported(scan(OUT_FOR_DELIVERY, 1));
        reported(worded(SIGNED, 2, "signed by the station"));
        reported(scan(STORED, 4));
        due(hour(52));
        reported(worded(SIGNED, 60, "signed by the buyer"));

        assertThat(stages())
                .containsExactly(
                        Stage.REGISTERED,
                        Stage.OUT_FOR_DELIVERY,
                        Stage.SIGNED,
                        Stage.STORED,
                        Stage.SIGNED);
        assertThat(((MilestoneReached) milestones.get(3)).parcel().signedAt()).isNull();
        assertThat(((MilestoneReached) milestones.getLast()).parcel().signedAt())
                .isEqualTo(hour(60));
        assertThat(stalls)
                .as("it is watched again")
                .hasExactlyElementsOfTypes(StallDetected.class, StallCleared.class);
    }

    /** Both ways: the signature heard last, and the return. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theSendersSignatureIsNotTheBuyersWhicheverIsHeardFirst(boolean returnFirst) {
        claimed(claim("o-1", 0));
        reported(scan(OUT_FOR_DELIVERY, 1));
        Scan returning = scan(RETURNING, 5);
        Scan signed = scan(SIGNED, 30);
        reported(returnFirst ? returning : signed);
        reported(returnFirst ? signed : returning);

        assertThat(stages().getLast()).isEqualTo(Stage.RETURNED);
    }

    @Test
    void aRegistrationAfterTheSignatureTellsTheSignatureOnly() {
        reported(scan(COLLECTED, 1));
        reported(scan(SIGNED, 30));
        claimed(claim("o-1", 0));
        due(hour(500));

        assertThat(stages()).containsExactly(Stage.SIGNED);
        assertThat(((MilestoneReached) milestones.getLast()).previous()).isNull();
        assertThat(((MilestoneReached) milestones.getLast()).parcel().collectedAt())
                .isEqualTo(hour(1));
        assertThat(stalls).isEmpty();
    }

    @Test
    void thresholdsFollowARegistrationThatChanged() {
        claimed(claim("o-1", 0));
        reported(scan(DEPARTED, 1));
        assertThat(tracking.deadline(parcel, outlook)).isEqualTo(hour(49));

        claimed(claim("o-1", 0, ParcelRole.DELIVERY, Region.of("新疆")));
        Instant remote = tracking.deadline(parcel, outlook);
        assertThat(remote).isAfter(hour(49));
        due(remote.minusMillis(1));
        assertThat(stalls).isEmpty();
        due(remote);
        assertThat(stalls)
                .singleElement()
                .satisfies(raised -> {
                    assertThat(raised.stall().row()).isEqualTo("in-transit-remote");
                    assertThat(raised.stall().destination()).isEqualTo(Region.of("新疆"));
                });
        assertThat(milestones).as("the order is told where it stands").hasSize(3);
    }

    @Test
    void aParcelThatWasShippedAgainWaitsForItsPickupFromThen() {
        claimed(claim("o-1", 0));
        claimed(claim("o-1", 20));

        due(hour(44).minusMillis(1));
        assertThat(stalls).isEmpty();
        due(hour(44));
        assertThat(stalls).singleElement().isInstanceOf(StallDetected.class);
    }

    @Test
    void anOpenStallForAProblemNamesTheRowOfTheChangedRegistration() {
        claimed(claim("o-1", 0));
        reported(scan(DEPARTED, 1), problem(ProblemReason.HELD, 2));

        claimed(claim("o-1", 0, ParcelRole.DELIVERY, Region.of("新疆")));

        assertThat(stalls).hasExactlyElementsOfTypes(StallDetected.class, StallReviewed.class);
        assertThat(stalls.getLast().stall().row()).isEqualTo("in-transit-remote");
        assertThat(stalls.getLast().stall().episode()).isEqualTo(1);
    }

    @Test
    void aShipmentCancelledAfterScansIsTrackedOnAndRaisesNothing() {
        claimed(claim("o-1", 0));
        reported(scan(COLLECTED, 1));
        take(tracking.released(parcel, new OrderId("o-1"), hour(2), outlook));
        milestones.clear();

        reported(scan(DEPARTED, 3), problem(ProblemReason.LOST, 4));
        due(hour(300));

        assertThat(milestones).isEmpty();
        assertThat(stalls).isEmpty();
        assertThat(parcel.journey().stage()).isEqualTo(Stage.IN_TRANSIT);
        assertThat(tracking.deadline(parcel, outlook))
                .isEqualTo(hour(4).plusSeconds(60).plus(Duration.ofDays(60)));
    }

    @Test
    void aCancellationThatIsHeardBeforeItsShipmentChangesNothing() {
        Change cancelled = tracking.released(parcel, new OrderId("o-1"), hour(1), outlook);
        assertThat(cancelled.fate()).isEqualTo(Fate.UNCHANGED);

        reported(scan(DEPARTED, 2));
        assertThat(tracking.released(parcel, new OrderId("o-1"), hour(3), outlook).fate())
                .isEqualTo(Fate.UNCHANGED);
    }

    @Test
    void aShipmentThatIsCancelledAndMadeAgainIsToldOfTheStallUnderANewNumber() {
        claimed(claim("o-1", 0));
        reported(scan(DEPARTED, 1), problem(ProblemReason.HELD, 2));
        take(tracking.released(parcel, new OrderId("o-1"), hour(3), outlook));
        claimed(claim("o-1", 4));

        assertThat(stalls)
                .hasExactlyElementsOfTypes(
                        StallDetected.class, StallCleared.class, StallDetected.class);
        assertThat(stalls).extracting(e -> e.stall().episode()).containsExactly(1, 1, 2);
    }

    @Test
    void aCancellationByOneOrderLeavesTheThresholdsToTheOther() {
        claimed(claim("o-1", 0, ParcelRole.DELIVERY, Region.of("新疆")));
        claimed(claim("o-2", 1));
        reported(scan(DEPARTED, 2));
        Instant remote = tracking.deadline(parcel, outlook);

        take(tracking.released(parcel, new OrderId("o-1"), hour(3), outlook));

        assertThat(tracking.deadline(parcel, outlook)).isEqualTo(hour(50)).isBefore(remote);
        due(hour(50));
        assertThat(stalls)
                .singleElement()
                .satisfies(raised -> assertThat(raised.orderId().value()).isEqualTo("o-2"));
    }

    private List<Stage> stages() {
        return milestones.stream().map(told -> ((MilestoneReached) told).parcel().stage()).toList();
    }

    private static Outlook filed(
            String id, @Nullable ShopId shop, double from, double until, @Nullable Instant shipBy) {
        Filing filing =
                new Filing(
                        new FilingId(id),
                        shop,
                        Set.of(),
                        Set.of(),
                        hour(from),
                        hour(until),
                        shipBy);
        return new Outlook(new Filings(List.of(filing)), Set.of());
    }

    private void claimed(ParcelClaimed claim) {
        take(tracking.claimed(parcel, claim, claim.shippedAt(), outlook));
    }

    private void reported(Scan... scans) {
        Instant at = List.of(scans).getLast().receivedAt();
        take(tracking.reported(parcel, List.of(scans), at, outlook));
    }

    private void due(Instant now) {
        take(tracking.due(parcel, now, outlook));
    }

    private void take(Change change) {
        parcel = change.parcel();
        milestones.addAll(change.milestones());
        stalls.addAll(change.stalls());
    }

    private List<Long> revisions() {
        List<Long> all = new ArrayList<>();
        milestones.forEach(e -> all.add(((MilestoneReached) e).revision()));
        stalls.forEach(e -> all.add(e.revision()));
        return all.stream().sorted().toList();
    }
}
