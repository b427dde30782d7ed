package io.waybillguard.tracker.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {

    private final Times times = new Times(ZoneId.of("Asia/Shanghai"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-11 12:00:00", "2026-11-11T12:00", " 2026-11-11 12:00:00.000 ",
                "2026-11-11T04:00:00Z", "2026-11-11T04:00:00z", "2026-11-11T12:00:00+08:00",
                "2026-11-11 12:00:00 +0800", "2026-11-11T12:00:00+08", "2026-11-10T23:30:00-04:30",
            })
    void oneInstantIsWrittenInManyWays(String text) {
        assertThat(times.read(text)).isEqualTo(Instant.parse("2026-11-11T04:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "soon",
                "2026-02-30 12:00:00",
                "2026-11-11 24:00:00",
                "2026-11-11",
                "1999-12-31T23:59:59Z",
                "2100-01-01T00:00:00Z",
                "0000-00-00 00:00:00",
                "9999-12-31 23:59:59",
                "-2026-11-11 12:00:00",
                "2026-11-11T12:00:00+99:00",
                "2026-11-11 12:00:00 Asia/Shanghai and so on",
            })
    void whatIsNoTimeOrCannotBeOneIsNone(String text) {
        assertThat(times.read(text)).isNull();
    }

    /**
     * The plain form is read by hand: damaged, it is the same instant, or none, as in its other.
     */
    @Test
    void thePlainFormIsReadLikeTheOneWithAT() {
        Random random = new Random(3);
        for (int time = 0; time < 50_000; time++) {
            String text =
                    "%04d-%02d-%02d %02d:%02d:%02d"
                            .formatted(
                                    1_999 + random.nextInt(102),
                                    random.nextInt(14),
                                    random.nextInt(33),
                                    random.nextInt(26),
                                    random.nextInt(62),
                                    random.nextInt(62));

            assertThat(times.read(text)).as(text).isEqualTo(times.read(text.replace(' ', 'T')));
        }
    }

    @Test
    void millisecondsAreHeldToTheSameYears() {
        assertThat(Times.ofMillis(1_794_369_600_000L)).isEqualTo("2026-11-11T04:00:00Z");
        assertThat(Times.ofMillis(0)).isNull();
        assertThat(Times.ofMillis(Long.MAX_VALUE)).isNull();
        assertThat(Times.ofMillis(Long.MIN_VALUE)).isNull();
        assertThat(times.read(null)).isNull();
    }
}
