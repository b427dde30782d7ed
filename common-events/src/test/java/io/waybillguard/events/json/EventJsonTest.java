package io.waybillguard.events.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.events.json.Read.Reason;
import io.waybillguard.events.json.Read.Unreadable;
import io.waybillguard.events.order.OrderEvent;
import io.waybillguard.events.parcel.CourierReport;
import io.waybillguard.events.parcel.CourierReport.ScansReported;
import io.waybillguard.events.parcel.ScanKind;
import io.waybillguard.events.parcel.StallEvent.StallDetected;
import io.waybillguard.events.topics.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventJsonTest {

    private static final String PAID =
            "{\"type\":\"order.paid.v1\",\"orderId\":\"o-1\",\"paid\":990,\"at\":\"2026-11-01T00:00:00Z\"}";

    @Test
    void anEventIsReadByItsType() {
        assertThat(EventJson.read(Topics.ORDERS, PAID.getBytes(UTF_8)))
                .isInstanceOfSatisfying(
                        Read.Event.class,
                        read -> assertThat(read.value()).isInstanceOf(OrderEvent.OrderPaid.class));
    }

    @Test
    void badBytesAreAValueWithAReason() {
        assertThat(reasonOf("")).isEqualTo(Reason.EMPTY);
        assertThat(reasonOf("null")).isEqualTo(Reason.EMPTY);
        assertThat(reasonOf("not json")).isEqualTo(Reason.NOT_JSON);
        assertThat(reasonOf(PAID + "{}")).isNotEqualTo(Reason.EMPTY);
        assertThat(reasonOf("{\"type\":\"order.unheard.v9\"}")).isEqualTo(Reason.UNKNOWN_TYPE);
        assertThat(reasonOf("{\"orderId\":\"o-1\"}")).isEqualTo(Reason.UNKNOWN_TYPE);
        assertThat(reasonOf("[]")).isIn(Reason.INVALID, Reason.UNKNOWN_TYPE);
        assertThat(reasonOf(PAID.replace("990", "-1"))).isEqualTo(Reason.INVALID);
        assertThat(reasonOf(PAID.replace("o-1", "no spaces, please"))).isEqualTo(Reason.INVALID);
        assertThat(reasonOf("[".repeat(100_000)))
                .isIn(Reason.NOT_JSON, Reason.INVALID, Reason.UNKNOWN_TYPE);
        assertThat(reasonOf(" ".repeat(EventJson.MAX_BYTES + 1))).isEqualTo(Reason.TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"1999-12-31T23:59:59.999999999Z\"",
                "\"2100-01-01T00:00:00Z\"",
                "\"-1000000000-01-01T00:00:00Z\"",
                "\"+1000000000-12-31T23:59:59.999999999Z\"",
                "\"+1000000001-01-01T00:00:00Z\"",
                "0",
                "1e18",
                "1e400",
                "-9223372036854775808",
                "9223372036854775807",
                "99999999999999999999999999",
                "\"\""
            })
    void anInstantThatNoParcelCanHaveMakesAnEventInvalid(String instant) {
        assertThat(reasonOf(PAID.replace("\"2026-11-01T00:00:00Z\"", instant)))
                .isEqualTo(Reason.INVALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2000-01-01T00:00:00Z", "2099-12-31T23:59:59.999999999Z"})
    void theFirstAndTheLastInstantAllowedAreRead(String instant) {
        byte[] paid = PAID.replace("2026-11-01T00:00:00Z", instant).getBytes(UTF_8);
        assertThat(EventJson.read(Topics.ORDERS, paid)).isInstanceOf(Read.Event.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT-1S", "PT876601H", "PT2562047788015215H30M7S", "P999999999999D"})
    void aDurationThatNoStallCanHaveMakesAnEventInvalid(String threshold) {
        String stalled = new String(EventJson.write(SampleEvents.of(StallDetected.class)), UTF_8);
        String absurd =
                stalled.replaceFirst(
                        "\"threshold\":(\"[^\"]*\"|[0-9.]+)",
                        "\"threshold\":\"" + threshold + "\"");
        assertThat(absurd).contains(threshold);
        assertThat(EventJson.read(Topics.PARCEL_STALLS, absurd.getBytes(UTF_8)))
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        bad -> assertThat(bad.reason()).isEqualTo(Reason.INVALID));
    }

    @ParameterizedTest
    @ValueSource(strings = {"19.99", "19.0", "1e2", "0.5"})
    void aFractionOfAFenIsNotCutOff(String paid) {
        assertThat(reasonOf(PAID.replace("990", paid))).isEqualTo(Reason.INVALID);
    }

    @Test
    void theDetailNamesThePlaceButNeverTheValue() {
        String secret = "13800001111";
        Read<OrderEvent> read =
                EventJson.read(
                        Topics.ORDERS, PAID.replace("990", "\"" + secret + "x\"").getBytes(UTF_8));

        assertThat(read)
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        bad -> assertThat(bad.detail()).contains("paid").doesNotContain(secret));
    }

    @Test
    void aScanKindNewerThanTheReaderIsASignOfLife() {
        String report =
                """
                {"type":"courier.scans-reported.v1","parcel":{"courier":"zto","waybill":"1"},"provider":"x",
                 "receivedAt":"2026-11-01T00:00:00Z","scans":[{"kind":"TELEPORTED","happenedAt":"2026-11-01T00:00:00Z",
                 "receivedAt":"2026-11-01T00:00:00Z","evidence":"REPORTED"}]}\
                """;

        Read<CourierReport> read = EventJson.read(Topics.COURIER_SCANS, report.getBytes(UTF_8));

        assertThat(read).isInstanceOf(Read.Event.class);
        ScansReported reported = (ScansReported) ((Read.Event<CourierReport>) read).value();
        assertThat(reported.scans().getFirst().kind()).isEqualTo(ScanKind.OTHER);
        assertThat(reported.parcel().courier().value()).isEqualTo("ZTO");
    }

    private static Reason reasonOf(String text) {
        return switch (EventJson.read(Topics.ORDERS, text.getBytes(UTF_8))) {
            case Read.Event<OrderEvent> event -> throw new AssertionError("read as " + event);
            case Unreadable<OrderEvent> bad -> bad.reason();
        };
    }
}
