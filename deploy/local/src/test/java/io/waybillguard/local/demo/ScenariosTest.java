package io.waybillguard.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.events.parcel.StallCause;
import io.waybillguard.events.parcel.StallKind;
import io.waybillguard.events.parcel.StallLevel;
import io.waybillguard.events.refund.Decision;
import io.waybillguard.events.types.ShopId;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScenariosTest {

    private static final List<String> ROWS =
            List.of(
                    "over-refund",
                    "automatic-cap",
                    "fast-refund",
                    "pre-ship-agree",
                    "small-amount",
                    "already-back",
                    "lost-in-transit",
                    "intercept",
                    "reject-then-refund",
                    "seven-day",
                    "post-ship-return",
                    "otherwise");

    private final List<Scenario> scenarios = Scenarios.all();

    @Test
    void everyRowOfThePlatformIsAskedFor() {
        assertThat(asks().map(Ask::row)).containsAll(ROWS);
    }

    @Test
    void everyRowThatAShopWroteItselfIsAskedFor() {
        List<String> own =
                Stream.of(ShopStyle.values())
                        .flatMap(style -> style.policyOf(new ShopId("any")).rules().stream())
                        .map(rule -> "shop:" + rule.name())
                        .toList();
        assertThat(own).isNotEmpty();
        assertThat(asks().map(Ask::row)).containsAll(own);
    }

    @Test
    void noOtherRowsAreExpectedThanThoseThatExist() {
        assertThat(asks().map(Ask::row).filter(row -> !row.startsWith("shop:"))).isSubsetOf(ROWS);
    }

    @Test
    void everyDecisionIsExpected() {
        assertThat(asks().map(Ask::decision)).contains(Decision.values());
    }

    @Test
    void everyKindAndLevelAndCauseOfStallIsExpected() {
        List<Halt> halts = scenarios.stream().map(Scenario::halt).filter(Objects::nonNull).toList();
        assertThat(halts.stream().map(Halt::kind)).contains(StallKind.values());
        assertThat(halts.stream().map(Halt::level)).contains(StallLevel.values());
        assertThat(halts.stream().map(Halt::cause)).contains(StallCause.values());
    }

    @Test
    void namesAreUnique() {
        assertThat(scenarios.stream().map(Scenario::name)).doesNotHaveDuplicates();
    }

    @Test
    void tripsAreToldOldestFirstAndAfterTheShopShipped() {
        assertThat(scenarios.stream().flatMap(scenario -> scenario.trips().stream()))
                .allSatisfy(trip -> {
                    List<Long> minutes = trip.lines().stream().map(TripLine::minutesAgo).toList();
                    assertThat(minutes)
                            .isSortedAccordingTo((one, other) -> Long.compare(other, one))
                            .doesNotHaveDuplicates()
                            .allMatch(at -> at <= trip.shippedAgo().toMinutes());
                });
    }

    @Test
    void aStoryWithoutAStallHasNoTripThatCouldStall() {
        assertThat(scenarios.stream().filter(scenario -> scenario.halt() == null))
                .flatExtracting(Scenario::trips)
                .allMatch(Trip::isFresh)
                .allMatch(trip -> trip.shippedAgo().compareTo(Duration.ofHours(24)) < 0);
    }

    @Test
    void onlyTripsWhoseWordsAreClearAreToldWithoutCodes() {
        assertThat(scenarios.stream().flatMap(scenario -> scenario.trips().stream()))
                .filteredOn(Trip::inWords)
                .isNotEmpty()
                .flatExtracting(Trip::lines)
                .extracting(TripLine::kind)
                .isSubsetOf(
                        LineKind.COLLECTED,
                        LineKind.DEPARTED,
                        LineKind.ARRIVED,
                        LineKind.OUT_FOR_DELIVERY,
                        LineKind.SIGNED);
    }

    @Test
    void aReturnIsSentBackOnlyWhereOneIsApproved() {
        assertThat(scenarios)
                .filteredOn(scenario ->
                        scenario.acts().stream().anyMatch(Act.SendBack.class::isInstance))
                .isNotEmpty()
                .allMatch(scenario ->
                        scenario.asks().getLast().decision() == Decision.APPROVE_RETURN);
    }

    private Stream<Ask> asks() {
        return scenarios.stream().flatMap(scenario -> scenario.asks().stream());
    }
}
