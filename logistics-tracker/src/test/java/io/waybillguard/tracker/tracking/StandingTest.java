package io.waybillguard.tracker.tracking;

import static io.waybillguard.tracker.Scans.PARCEL;
import static io.waybillguard.tracker.Scans.claim;
import static io.waybillguard.tracker.Scans.hour;
import static io.waybillguard.tracker.Scans.scan;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.events.parcel.ScanKind;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.tracker.stall.DefaultThresholds;
import io.waybillguard.tracker.stall.StallJudge;
import io.waybillguard.tracker.stall.Standing;
import io.waybillguard.tracker.stall.ThresholdTable;
import io.waybillguard.tracker.tracking.Tracking.Limits;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class StandingTest {

    private static final Tracking TRACKING =
            new Tracking(
                    new StallJudge(new ThresholdTable(List.of(), DefaultThresholds.STANDARD)),
                    Retention.STANDARD,
                    new Limits(300, 2));

    @Test
    void aParcelThatMovesStandsOnTheRowThatWouldRaiseItsStall() {
        assertThat(TRACKING.standing(inTransit(), Outlook.CLEAR))
                .isEqualTo(
                        new Standing(
                                "in-transit",
                                hour(2),
                                Duration.ofHours(48),
                                Duration.ofHours(120),
                                hour(50)));
    }

    @Test
    void aStalledParcelStandsOnTheRowThatRaisedItsStallUntilItIsSuspectedLost() {
        Parcel stalled = TRACKING.due(inTransit(), hour(50), Outlook.CLEAR).parcel();
        Parcel lost = TRACKING.due(stalled, hour(122), Outlook.CLEAR).parcel();

        assertThat(TRACKING.standing(stalled, Outlook.CLEAR))
                .extracting(Standing::row, Standing::dueAt)
                .containsExactly("in-transit", hour(122));
        assertThat(TRACKING.standing(lost, Outlook.CLEAR))
                .extracting(Standing::row, Standing::dueAt)
                .containsExactly("in-transit", null);
    }

    @Test
    void aParcelThatNobodyCollectedIsNeverSuspectedLost() {
        Parcel shipped =
                TRACKING.claimed(
                                Parcel.unknown(PARCEL, hour(0)),
                                claim("o-1", 1),
                                hour(1),
                                Outlook.CLEAR)
                        .parcel();

        assertThat(TRACKING.standing(shipped, Outlook.CLEAR))
                .isEqualTo(
                        new Standing(
                                "not-collected", hour(1), Duration.ofHours(24), null, hour(25)));
    }

    @Test
    void aParcelThatNobodyWaitsForOrThatIsSignedForStandsOnNone() {
        Parcel signed = reported(inTransit(), ScanKind.SIGNED, 3);
        Parcel settled =
                TRACKING.settled(inTransit(), new OrderId("o-1"), hour(3), Outlook.CLEAR).parcel();
        Parcel unclaimed = reported(Parcel.unknown(PARCEL, hour(0)), ScanKind.DEPARTED, 2);

        assertThat(TRACKING.standing(signed, Outlook.CLEAR)).isNull();
        assertThat(TRACKING.standing(settled, Outlook.CLEAR)).isNull();
        assertThat(TRACKING.standing(unclaimed, Outlook.CLEAR)).isNull();
    }

    private static Parcel inTransit() {
        Parcel claimed =
                TRACKING.claimed(
                                Parcel.unknown(PARCEL, hour(0)),
                                claim("o-1", 0),
                                hour(0),
                                Outlook.CLEAR)
                        .parcel();
        return reported(claimed, ScanKind.DEPARTED, 2);
    }

    private static Parcel reported(Parcel parcel, ScanKind kind, double hour) {
        return TRACKING.reported(parcel, List.of(scan(kind, hour)), hour(hour), Outlook.CLEAR)
                .parcel();
    }
}
