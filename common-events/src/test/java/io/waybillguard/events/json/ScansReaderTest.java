package io.waybillguard.events.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.events.parcel.CourierReport;
import io.waybillguard.events.parcel.CourierReport.ScansReported;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.json.JsonFactory;

class ScansReaderTest {

    private static final JsonFactory FACTORY = new JsonFactory();

    private static final String REPORT =
            """
            {"type":"courier.scans-reported.v1","parcel":{"courier":"zto","waybill":"73100-1"},\
            "provider":"acme","scans":[{"kind":"PROBLEM","reason":"HELD",\
            "happenedAt":"2026-03-01T04:00:00Z","receivedAt":"2026-03-01T04:05:00.123Z",\
            "place":"杭州","text":"滞留 \\u5feb\\n件","code":"208","evidence":"CODE"},\
            {"kind":"SIGNED","happenedAt":"2026-03-01T05:00:00.5Z",\
            "receivedAt":"2026-03-01T05:05:00.123456789Z","evidence":"TEXT","signedBy":"BUYER"}],\
            "receivedAt":"2026-03-01T05:05:00Z"}\
            """;

    @Test
    void aReportThatIsWrittenPlainlyIsReadAsTheMapperReadsIt() {
        ScansReported read = ScansReader.read(FACTORY, bytes(REPORT));

        assertThat(read).isNotNull().isEqualTo(byTheMapper(REPORT));
        assertThat(read.scans().getFirst().text()).isEqualTo("滞留 快\n件");
    }

    @Test
    void whatWeWriteIsPlain() {
        byte[] ours = EventJson.write(byTheMapper(REPORT));

        assertThat(ScansReader.read(FACTORY, ours)).isEqualTo(byTheMapper(REPORT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{",
                "{\"type\":\"courier.scans-reported.v1\"}",
                "{\"type\":\"courier.something-else.v1\"}",
            })
    void ofWhatIsNoWholeReportItSaysNothing(String text) {
        assertThat(ScansReader.read(FACTORY, bytes(text))).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"provider\":\"acme\",\"more\":1|\"provider\":\"acme\"",
                "\"provider\":null|\"provider\":\"acme\"",
                "\"provider\":\"a\",\"provider\":\"b\"|\"provider\":\"acme\"",
                "\"kind\":\"TELEPORTED\"|\"kind\":\"PROBLEM\"",
                "\"2026-03-01T12:00:00+08:00\"|\"2026-03-01T04:00:00Z\"",
                "\"1999-03-01T04:00:00Z\"|\"2026-03-01T04:00:00Z\"",
                "1772337600|\"2026-03-01T04:00:00Z\"",
                "\"2026-02-29T04:00:00Z\"|\"2026-03-01T04:00:00Z\"",
                "\"waybill\":\"not one\"|\"waybill\":\"73100-1\"",
                "\"kind\":\"PROBLEM\",\"kind\":\"PROBLEM\"|\"kind\":\"PROBLEM\"",
                "Z\"} {}|Z\"}",
            })
    void whatIsNotWrittenPlainlyIsLeftToTheMapper(String change) {
        String[] parts = change.split("\\|");
        String changed = REPORT.replace(parts[1], parts[0]);

        assertThat(changed).isNotEqualTo(REPORT);
        assertThat(ScansReader.read(FACTORY, bytes(changed))).isNull();
    }

    /** Characters dropped, doubled, swapped and cut off: the answer is the mapper's or none. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void itNeverSaysAnythingElseThanTheMapper(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 4000; i++) {
            String damaged = damaged(random);
            ScansReported read = ScansReader.read(FACTORY, bytes(damaged));
            if (read != null) {
                assertThat(read).describedAs(damaged).isEqualTo(byTheMapper(damaged));
            }
        }
    }

    private static String damaged(Random random) {
        StringBuilder text = new StringBuilder(REPORT);
        for (int changes = 1 + random.nextInt(2); changes > 0; changes--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(5)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, text.charAt(at));
                case 2 -> text.setCharAt(at, (char) ('0' + random.nextInt(75)));
                case 3 -> text.setCharAt(at, text.charAt(random.nextInt(text.length())));
                default -> text.insert(at, ' ');
            }
        }
        return text.toString();
    }

    private static CourierReport byTheMapper(String text) {
        return EventJson.mapped(CourierReport.class, bytes(text))
                        instanceof Read.Event<CourierReport>(var report)
                ? report
                : null;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
