package io.waybillguard.tracker.parcel;

import static io.waybillguard.events.parcel.ScanKind.*;
import static io.waybillguard.tracker.Scans.hour;
import static io.waybillguard.tracker.Scans.problem;
import static io.waybillguard.tracker.Scans.scan;
import static io.waybillguard.tracker.Scans.signed;
import static io.waybillguard.tracker.Scans.worded;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.events.parcel.ProblemReason;
import io.waybillguard.events.parcel.Scan;
import io.waybillguard.events.parcel.ScanKind;
import io.waybillguard.events.parcel.SignedBy;
import io.waybillguard.events.parcel.Stage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StageTest {

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "'', REGISTERED",
        "ORDERED, REGISTERED",
        "ORDERED PROBLEM, REGISTERED",
        "OTHER, REGISTERED",
        "ORDERED COLLECTED, COLLECTED",
        "COLLECTED OTHER, COLLECTED",
        "COLLECTED DEPARTED, IN_TRANSIT",
        "DEPARTED, IN_TRANSIT",
        "COLLECTED ARRIVED COLLECTED, IN_TRANSIT",
        "COLLECTED DEPARTED AT_DESTINATION, AT_DESTINATION",
        "COLLECTED OUT_FOR_DELIVERY ARRIVED, AT_DESTINATION",
        "COLLECTED OUT_FOR_DELIVERY DELIVERY_FAILED ARRIVED, AT_DESTINATION",
        "COLLECTED AT_DESTINATION DEPARTED, IN_TRANSIT",
        "COLLECTED OUT_FOR_DELIVERY, OUT_FOR_DELIVERY",
        "OUT_FOR_DELIVERY PROBLEM, OUT_FOR_DELIVERY",
        "OUT_FOR_DELIVERY DELIVERY_FAILED, DELIVERY_FAILED",
        "OUT_FOR_DELIVERY STORED, STORED",
        "STORED ARRIVED, STORED",
        "STORED SIGNED, SIGNED",
        "SIGNED STORED, STORED",
        "SIGNED STORED SIGNED, SIGNED",
        "SIGNED OUT_FOR_DELIVERY, OUT_FOR_DELIVERY",
        "SIGNED ARRIVED, SIGNED",
        "SIGNED CANCELLED, SIGNED",
        "OUT_FOR_DELIVERY REFUSED, REFUSED",
        "REFUSED DEPARTED, REFUSED",
        "REFUSED OUT_FOR_DELIVERY SIGNED, SIGNED",
        "SIGNED RETURNING, RETURNING",
        "REFUSED RETURNING, RETURNING",
        "RETURNING ARRIVED, RETURNING",
        "RETURNING OUT_FOR_DELIVERY, RETURNING",
        "RETURNING SIGNED, RETURNED",
        "RETURNING OUT_FOR_DELIVERY SIGNED, RETURNED",
        "RETURNED, RETURNED",
        "RETURNED ARRIVED, RETURNED",
        "RETURNED SIGNED, RETURNED",
        "RETURNED RETURNING, RETURNING",
        "COLLECTED INTERCEPTED, IN_TRANSIT",
        "COLLECTED CUSTOMS, IN_TRANSIT",
        "COLLECTED REDIRECTED, IN_TRANSIT",
        "CANCELLED, CANCELLED",
        "ORDERED CANCELLED COLLECTED, COLLECTED",
    })
    void aLineOfScansComesToItsStage(String kinds, Stage stage) {
        assertThat(journey(oneAnHour(kinds)).stage()).isEqualTo(stage);
    }

    @Test
    void aSignatureIsNotFinal() {
        Journey journey =
                journey(
                        List.of(
                                signed(SignedBy.LOCKER_OR_STATION, 1),
                                scan(STORED, 4),
                                signed(SignedBy.BUYER, 9)));

        assertThat(journey.stage()).isEqualTo(Stage.SIGNED);
        assertThat(journey.signedAt()).isEqualTo(hour(9));
        assertThat(journey.signedBy()).isEqualTo(SignedBy.BUYER);
    }

    @Test
    void aSignatureThatWasCorrectedNoLongerStands() {
        Journey journey = journey(List.of(signed(SignedBy.BUYER, 1), scan(STORED, 4)));

        assertThat(journey.signedAt()).isNull();
        assertThat(journey.signedBy()).isNull();
    }

    @Test
    void aPickupToldTwiceIsTheFirst() {
        Journey journey =
                journey(
                        List.of(
                                worded(COLLECTED, 1, "first branch"),
                                scan(ARRIVED, 2),
                                worded(COLLECTED, 3, "second branch")));

        assertThat(journey.collectedAt()).isEqualTo(hour(1));
        assertThat(journey.stage()).isEqualTo(Stage.IN_TRANSIT);
    }

    @Test
    void aWaybillThatWasOnlyMadeIsNotCollected() {
        Journey journey = journey(List.of(scan(ORDERED, 1)));

        assertThat(journey.collectedAt()).isNull();
        assertThat(journey.lastMovedAt()).isNull();
        assertThat(journey.lastSeenAt()).isNull();
    }

    @Test
    void aProblemLastsUntilMovementFollowsIt() {
        List<Scan> scans =
                new ArrayList<>(List.of(scan(ARRIVED, 1), problem(ProblemReason.HELD, 2)));
        assertThat(journey(scans).problem()).isEqualTo(ProblemReason.HELD);

        scans.add(scan(OTHER, 3));
        assertThat(journey(scans).problem()).isEqualTo(ProblemReason.HELD);
        assertThat(journey(scans).lastMovedAt()).isEqualTo(hour(1));
        assertThat(journey(scans).lastSeenAt()).isEqualTo(hour(3));

        scans.add(scan(DEPARTED, 4));
        assertThat(journey(scans).problem()).isNull();
    }

    @Test
    void scansOfOneSecondCountInTheOrderOfDelivery() {
        Journey journey = journey(List.of(scan(SIGNED, 1), scan(OUT_FOR_DELIVERY, 1)));

        assertThat(journey.stage()).isEqualTo(Stage.SIGNED);
    }

    @Test
    void aProblemOfTheSameSecondAsMovementIsWhatTheMovementCameUpon() {
        Journey journey = journey(List.of(problem(ProblemReason.HELD, 1), scan(CUSTOMS, 1)));

        assertThat(journey.problem()).isEqualTo(ProblemReason.HELD);
    }

    private static List<Scan> oneAnHour(String kinds) {
        List<Scan> scans = new ArrayList<>();
        List<String> names =
                kinds.isBlank() ? List.of() : Arrays.asList(kinds.strip().split(" ", -1));
        for (int i = 0; i < names.size(); i++) {
            scans.add(scan(ScanKind.valueOf(names.get(i)), i));
        }
        return scans;
    }

    private static Journey journey(List<Scan> scans) {
        return ScanHistory.EMPTY
                .with(scans.stream().map(ScanFact::of).toList(), 300)
                .history()
                .journey();
    }
}
