package io.waybillguard.timers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OncePerPeriodTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final OncePerPeriod minutes = new OncePerPeriod(Duration.ofMinutes(1));

    @Test
    void thePeriodBeginsAtItsFirstMillisecond() {
        assertThat(minutes.isFirst(NOON.minusMillis(1))).isTrue();
        assertThat(minutes.isFirst(NOON)).isTrue();
        assertThat(minutes.isFirst(NOON.plusMillis(59_999))).isFalse();
        assertThat(minutes.isFirst(NOON.plusMillis(60_000))).isTrue();
    }

    @Test
    void whatGoesBackIsInNoNewPeriod() {
        assertThat(minutes.isFirst(NOON)).isTrue();
        assertThat(minutes.isFirst(NOON.minusSeconds(600))).isFalse();
    }

    @Test
    void instantsBeforeTheEpochHavePeriodsToo() {
        assertThat(minutes.isFirst(Instant.ofEpochMilli(-1))).isTrue();
        assertThat(minutes.isFirst(Instant.EPOCH)).isTrue();
    }
}
