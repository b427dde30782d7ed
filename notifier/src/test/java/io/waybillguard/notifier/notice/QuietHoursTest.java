package io.waybillguard.notifier.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {

    @ParameterizedTest
    @CsvSource({
        "2026-03-10T13:59:59.999Z, false",
        "2026-03-10T14:00:00Z, true",
        "2026-03-10T14:00:00.001Z, true",
        "2026-03-10T16:00:00Z, true",
        "2026-03-10T23:59:59.999Z, true",
        "2026-03-11T00:00:00Z, false",
        "2026-03-11T00:00:00.001Z, false",
    })
    void theNightFromTenToEightInShanghaiIsQuiet(Instant instant, boolean quiet) {
        assertThat(Given.NIGHT.contains(instant)).isEqualTo(quiet);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-10T13:59:59.999Z, 2026-03-10T13:59:59.999Z",
        "2026-03-10T14:00:00Z, 2026-03-11T00:00:00Z",
        "2026-03-10T20:00:00Z, 2026-03-11T00:00:00Z",
        "2026-03-10T23:59:59.999Z, 2026-03-11T00:00:00Z",
        "2026-03-11T00:00:00Z, 2026-03-11T00:00:00Z",
    })
    void theEarliestMomentAfterTheNightIsItsEnd(Instant instant, Instant earliest) {
        assertThat(Given.NIGHT.earliest(instant)).isEqualTo(earliest);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-10T12:29:59.999Z, 2026-03-10T12:29:59.999Z",
        "2026-03-10T12:30:00Z, 2026-03-10T14:00:00Z",
        "2026-03-10T13:59:59.999Z, 2026-03-10T14:00:00Z",
        "2026-03-10T14:00:00Z, 2026-03-10T14:00:00Z",
    })
    void quietHoursMayLieWithinOneDay(Instant instant, Instant earliest) {
        var siesta = new QuietHours(LocalTime.of(12, 30), LocalTime.of(14, 0), ZoneOffset.UTC);

        assertThat(siesta.earliest(instant)).isEqualTo(earliest);
    }

    @Test
    void equalEndsMeanNoQuietHours() {
        var none = new QuietHours(LocalTime.of(8, 0), LocalTime.of(8, 0), Given.SHANGHAI);
        Instant start = Instant.parse("2026-03-10T00:00:00Z");

        for (int minute = 0; minute < 24 * 60; minute++) {
            assertThat(none.contains(start.plusSeconds(60L * minute))).isFalse();
        }
    }

    @Test
    void theEndIsNeverQuietEvenWhenTheClocksChange() {
        var night =
                new QuietHours(LocalTime.of(22, 0), LocalTime.of(2, 30), ZoneId.of("Europe/Paris"));
        Instant start = Instant.parse("2026-03-28T12:00:00Z");

        for (int minute = 0; minute < 220 * 24 * 4; minute++) {
            Instant instant = start.plusSeconds(15L * 60 * minute);
            Instant earliest = night.earliest(instant);
            assertThat(night.contains(earliest)).isFalse();
            assertThat(earliest).isAfterOrEqualTo(instant);
        }
    }
}
