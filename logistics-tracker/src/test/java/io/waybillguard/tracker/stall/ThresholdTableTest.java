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
    void ofEqualsTheFirstCountsAndOwnRowsStandBeforeDefaults() {
        ThresholdTable table =
                table(
                        row("first", ZTO, Set.of(), null, null, 60),
                        row("second", ZTO, Set.of(), null, null, 61));

        assertThat(table.rowFor(in(Stage.COLLECTED, "浙江", NOON)).name()).isEqualTo("first");
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
        return new ThresholdRow(
                name,
                null,
                courier,
                null,
                provinces,
                Set.of(),
                Set.of(),
                from,
                until,
                Duration.ofHours(hours),
                null);
    }

    private static Circumstances in(Stage stage, String province, Instant since) {
        StallKind kind = StallKinds.of(stage);
        return new Circumstances("KUAISHOU", ZTO, "", province, kind, stage, since);
    }
}
