package io.waybillguard.tracker.lines;

import static io.waybillguard.tracker.lines.StatusTable.Row.code;
import static io.waybillguard.tracker.lines.StatusTable.Row.family;
import static io.waybillguard.tracker.lines.StatusTable.Row.lagging;
import static io.waybillguard.tracker.lines.StatusTable.Row.remark;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.events.json.EventJson;
import io.waybillguard.events.parcel.CourierReport.ScansReported;
import io.waybillguard.events.parcel.Scan;
import io.waybillguard.events.parcel.ScanEvidence;
import io.waybillguard.events.parcel.ScanKind;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.tracker.lines.LineReader.Line;
import io.waybillguard.tracker.provider.Decoded.PassedOver;
import io.waybillguard.tracker.provider.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineReaderTest {

    private static final Instant NOON = Instant.parse("2026-11-11T04:00:00Z");

    private final LineReader reader =
            new LineReader(
                    StatusTable.of(
                            "test",
                            code("S", "签收", ScanKind.SIGNED),
                            lagging("T", "在途", ScanKind.ARRIVED),
                            family("D", "派件", ScanKind.OUT_FOR_DELIVERY, ScanKind.STORED),
                            remark("R", "超时")),
                    Told.LIMITS);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1000000000-01-01T00:00:00Z",
                "0001-01-01T00:00:00Z",
                "1999-12-31T23:59:59.999999999Z",
                "2100-01-01T00:00:00Z",
                "+1000000000-12-31T23:59:59Z",
            })
    void aTimeBeyondTheYears2000To2099IsNone(String time) {
        Instant absurd = Instant.parse(time);
        assertThat(reader.read(new CourierLine(absurd, "S", "", ""), NOON))
                .isEqualTo(new Line.Passed(PassedOver.NO_TIME));
        assertThat(reader.read(new CourierLine(null, "S", "", ""), NOON))
                .isEqualTo(new Line.Passed(PassedOver.NO_TIME));
    }

    @Test
    void theFirstAndTheLastInstantOfThoseYearsAreTimes() {
        Instant first = Instant.parse("2000-01-01T00:00:00Z");
        Instant last = Instant.parse("2099-12-31T23:59:59.999Z");
        assertThat(reader.read(new CourierLine(first, "S", "", ""), NOON))
                .isInstanceOf(Line.Told.class);
        assertThat(reader.read(new CourierLine(last, "S", "", ""), last))
                .isInstanceOf(Line.Told.class);
    }

    @Test
    void aLineMayLieAheadOfItsArrivalByFiveMinutesAndNoMillisecondMore() {
        Instant latest = NOON.plus(Duration.ofMinutes(5));
        assertThat(reader.read(new CourierLine(latest, "S", "", ""), NOON))
                .isInstanceOf(Line.Told.class);
        assertThat(reader.read(new CourierLine(latest.plusMillis(1), "S", "", ""), NOON))
                .isEqualTo(new Line.Passed(PassedOver.IN_THE_FUTURE));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "S, 已发往【城西】, SIGNED, CODE",
                "T, 单号记录, ARRIVED, CODE",
                "T, 已签收, SIGNED, TEXT",
                "T, 快件到达【城西】, ARRIVED, CODE",
                "T, 快件超时未签收, -, -",
                "D, 单号记录, OUT_FOR_DELIVERY, CODE",
                "D, 快件已存放至丰巢快递柜, STORED, CODE",
                "D, 已签收, OUT_FOR_DELIVERY, CODE",
                "D, 快件超时未签收, -, -",
                "R, 单号记录, -, -",
                "R, 已签收, SIGNED, TEXT",
                "'', 单号记录, OTHER, TEXT",
                "'', 快件超时未签收, -, -",
                "'', 已签收, SIGNED, TEXT",
            })
    void codesAndWordsMeanALineTogether(
            String code, String words, @Nullable ScanKind kind, @Nullable ScanEvidence evidence) {
        Line line = reader.read(new CourierLine(NOON, code, words, ""), NOON);
        if (kind == null) {
            assertThat(line).isEqualTo(new Line.Passed(PassedOver.REMARK));
        } else {
            Scan scan = ((Line.Told) line).scan();
            assertThat(scan.kind()).isEqualTo(kind);
            assertThat(scan.evidence()).isEqualTo(evidence);
        }
    }

    @Test
    void whatIsCutAndWhatIsHalfACharacterCanStillBeWritten() {
        String text = "字".repeat(499) + "😀";
        String broken = "城\ud83d西";
        Scan scan =
                ((Line.Told) reader.read(new CourierLine(NOON, broken, text, broken), NOON)).scan();

        assertThat(scan.text()).isEqualTo("字".repeat(499));
        assertThat(scan.code()).isEqualTo("城西");
        assertThat(scan.place()).isEqualTo("城西");
        assertThat(
                        EventJson.write(
                                new ScansReported(
                                        ParcelId.of("ZTO", "1"), "test", List.of(scan), NOON)))
                .isNotEmpty();
    }
}
