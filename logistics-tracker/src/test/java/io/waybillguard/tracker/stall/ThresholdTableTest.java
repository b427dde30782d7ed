package io.waybillguard.tracker.stall;

import static io.waybillguard.tracker.Scans.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waybillguard.events.parcel.Stage;
import io.waybillguard.events.parcel.StallKind;
import io.waybillguard.events.types.CourierCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThresholdTableTest {

    private static final CourierCode ZTO = new CourierCode("ZTO");
    private static final CourierCode JD = new CourierCode("JD");

    @ParameterizedTest
    @CsvSource({
        "REGISTERED, 浙江, not-collected, 24",
        "COLLECTED, 浙江, after-pickup, 24",
        "IN_TRANSIT, 浙江, in-transit, 48",
        "IN_TRANSIT, 新疆, in-transit-remote, 72",
        "RETURNING, 浙江, in-transit, 48",
        "AT_DESTINATION, 浙江, at-destination, 36",
        "OUT_FOR_DELIVERY, 浙江, out-for-delivery, 24",
        "DELIVERY_FAILED, 浙江, delivery-failed, 24",
        "STORED, 新疆, stored, 48",
    })
    void everyStageHasItsDefault(Stage stage, String province, String row, int hours) {
        ThresholdRow found = table().rowFor(in(stage, province, NOON));

        assertThat(found.name()).isEqualTo(row);
        assertThat(found.silence()).isEqualTo(Duration.ofHours(hours));
        assertThat(found.lostAfter())
                .isEqualTo(stage == Stage.REGISTERED ? null : Duration.ofHours(120));
    }

    @Test
    void theRowWithMoreConditionsCounts() {
        ThresholdTable table =
                table(
                        row("courier", ZTO, Set.of(), null, null, 60),
                        row("courier-region", ZTO, Set.of("浙江"), null, null, 70));

        assertThat(table.rowFor(in(Stage.IN_TRANSIT, "浙江", NOON)).name())
                .isEqualTo("courier-region");
        assertThat(table.rowFor(in(Stage.IN_TRANSIT, "江苏", NOON)).name()).isEqualTo("courier");
    }

    @Test
    void ofEqualsAnOwnRowStandsBeforeADefault() {
        ThresholdTable table =
                table(
                        row("courier", ZTO, Set.of(), null, null, 60),
                        row("kind", Scope.of(StallKind.AT_DELIVERY).to(Set.of("新疆")), 90));

        for (Stage stage : Stage.values()) {
            if (StallKinds.of(stage) != null) {
                assertThat(table.rowFor(in(stage, "浙江", NOON)).name()).isEqualTo("courier");
            }
        }
        assertThat(table.rowFor(in(Stage.IN_TRANSIT, "新疆", NOON)).name())
                .as("two conditions of a default stand before one of our own")
                .isEqualTo("in-transit-remote");
    }

    @Test
    void ofEqualsOneThatNamesStagesStandsBeforeOneThatNamesKinds() {
        ThresholdTable table =
                table(
                        row("delivery", Scope.of(StallKind.AT_DELIVERY), 30),
                        row("in-the-locker", Scope.of(Stage.STORED), 72));

        assertThat(table.rowFor(in(Stage.STORED, "浙江", NOON)).name()).isEqualTo("in-the-locker");
        assertThat(table.rowFor(in(Stage.OUT_FOR_DELIVERY, "浙江", NOON)).name())
                .isEqualTo("delivery");
    }

    @Test
    void whatWasWrittenFirstDecidesNothing() {
        ThresholdRow one = row("courier", ZTO, Set.of(), null, null, 60);
        ThresholdRow other = row("courier-region", ZTO, Set.of("浙江"), null, null, 70);

        assertThat(table(one, other).rows()).isEqualTo(table(other, one).rows());
    }

    @Test
    void twoRowsBetweenWhichNothingDecidesAreRefusedByTheirNames() {
        ThresholdRow courier = row("courier", ZTO, Set.of(), null, null, 60);
        ThresholdRow region = row("region", Scope.ALL.to(Set.of("浙江", "江苏")), 50);
        ThresholdRow both = row("courier-region", ZTO, Set.of("浙江", "江苏"), null, null, 70);

        assertThatThrownBy(() -> table(courier, region))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("courier and region can both hold");
        assertThatThrownBy(() ->
                        table(courier, region, row("narrow", ZTO, Set.of("浙江"), null, null, 70)))
                .hasMessageContaining("courier and region can both hold");
        assertThat(table(courier, region, both).rowFor(in(Stage.COLLECTED, "浙江", NOON)).name())
                .isEqualTo("courier-region");
    }

    @Test
    void rowsThatNeverMeetAreNoTie() {
        Instant end = NOON.plus(Duration.ofDays(1));

        assertThat(
                        table(
                                        row("one", ZTO, Set.of("浙江"), null, null, 60),
                                        row("two", ZTO, Set.of("江苏"), null, null, 61),
                                        row(
                                                "three",
                                                new CourierCode("YTO"),
                                                Set.of("浙江"),
                                                null,
                                                null,
                                                62),
                                        row("until", JD, Set.of(), null, end, 63),
                                        row("from", JD, Set.of(), end, null, 64))
                                .rows())
                .hasSize(13);
        assertThatThrownBy(() ->
                        table(
                                row("until", ZTO, Set.of(), null, end, 63),
                                row("from", ZTO, Set.of(), end.minusMillis(1), null, 64)))
                .hasMessageContaining("until and from");
    }

    @Test
    void anExplanationNamesEveryRowBeforeTheOneThatHoldsAndWhyItDoesNot() {
        ThresholdTable table =
                table(
                        row("festival", ZTO, Set.of("浙江"), null, NOON, 96),
                        row("yto", new CourierCode("YTO"), Set.of(), null, null, 60));

        Explanation explained = table.explain(in(Stage.IN_TRANSIT, "浙江", NOON));

        assertThat(explained.row()).isEqualTo(table.rowFor(in(Stage.IN_TRANSIT, "浙江", NOON)));
        assertThat(explained.row().name()).isEqualTo("in-transit");
        assertThat(explained.before())
                .extracting(passed -> passed.row().name() + ": " + passed.because())
                .startsWith(
                        "festival: the silence begins at " + NOON + ", not from ever until " + NOON,
                        "in-transit-remote: region is 浙江, not one of 内蒙古, 宁夏, 新疆, 甘肃, 西藏, 青海",
                        "yto: courier is ZTO, not YTO");
    }

    @Test
    void aPeriodHoldsFromItsFirstInstantToBeforeItsEnd() {
        Instant from = NOON;
        Instant until = NOON.plus(Duration.ofDays(7));
        ThresholdTable table = table(row("festival", ZTO, Set.of(), from, until, 96));

        assertThat(table.rowFor(in(Stage.IN_TRANSIT, "浙江", from.minusMillis(1))).name())
                .isEqualTo("in-transit");
        assertThat(table.rowFor(in(Stage.IN_TRANSIT, "浙江", from)).name()).isEqualTo("festival");
        assertThat(table.rowFor(in(Stage.IN_TRANSIT, "浙江", until.minusMillis(1))).name())
                .isEqualTo("festival");
        assertThat(table.rowFor(in(Stage.IN_TRANSIT, "浙江", until)).name()).isEqualTo("in-transit");
    }

    @Test
    void aTableThatCannotBeMeantIsRefused() {
        assertThatThrownBy(() -> table(row("stored", ZTO, Set.of(), null, null, 60)))
                .hasMessageContaining("same name");
        assertThatThrownBy(() -> row("none", ZTO, Set.of(), null, null, 0))
                .hasMessageContaining("positive");
        assertThatThrownBy(() -> row("backwards", ZTO, Set.of(), NOON, NOON, 1))
                .hasMessageContaining("ends before");
        assertThatThrownBy(() -> Scope.of(Stage.SIGNED)).hasMessageContaining("no watched stage");
    }

    private static ThresholdTable table(ThresholdRow... own) {
        return new ThresholdTable(List.of(own), DefaultThresholds.STANDARD);
    }

    private static ThresholdRow row(
            String name,
            CourierCode courier,
            Set<String> provinces,
            Instant from,
            Instant until,
            int hours) {
        return row(
                name,
                new Scope(null, courier, null, provinces, Set.of(), Set.of(), from, until),
                hours);
    }

    private static ThresholdRow row(String name, Scope scope, int hours) {
        return new ThresholdRow(name, scope, Duration.ofHours(hours), null);
    }

    private static Circumstances in(Stage stage, String province, Instant since) {
        StallKind kind = StallKinds.of(stage);
        return new Circumstances("KUAISHOU", ZTO, "", province, kind, stage, since);
    }
}
