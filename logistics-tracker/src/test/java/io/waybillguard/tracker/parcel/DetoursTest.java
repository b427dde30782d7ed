package io.waybillguard.tracker.parcel;

import static io.waybillguard.events.parcel.ScanKind.ARRIVED;
import static io.waybillguard.events.parcel.ScanKind.OUT_FOR_DELIVERY;
import static io.waybillguard.tracker.Scans.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DetoursTest {

    @Test
    void aHubLeftTwiceAndVisitedAgainIsADetour() {
        assertThat(Detours.isOne(visits("A", "B", "A", "B", "A"), 2)).isTrue();
    }

    @Test
    void aHubLeftOnceAndVisitedAgainIsNone() {
        assertThat(Detours.isOne(visits("A", "B", "A"), 2)).isFalse();
        assertThat(Detours.isOne(visits("A", "B", "A", "B"), 2)).isFalse();
    }

    @Test
    void manyScansOfOneVisitAreOneVisit() {
        assertThat(Detours.isOne(visits("A", "A", "A", "B", "B"), 1)).isFalse();
    }

    @Test
    void theNextNewHubEndsIt() {
        assertThat(Detours.isOne(visits("A", "B", "A", "B", "A", "C"), 2)).isFalse();
    }

    @Test
    void placesOfTheLastMileAreNotHubs() {
        List<ScanFact> facts = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            facts.add(ScanFact.of(at(i % 2 == 0 ? "A" : "B", OUT_FOR_DELIVERY, i)));
        }
        assertThat(Detours.isOne(ScanHistory.EMPTY.with(facts, 100).history(), 2)).isFalse();
    }

    private static ScanHistory visits(String... places) {
        List<ScanFact> facts = new ArrayList<>();
        for (int i = 0; i < places.length; i++) {
            facts.add(ScanFact.of(at(places[i], ARRIVED, i)));
        }
        return ScanHistory.EMPTY.with(facts, 100).history();
    }
}
