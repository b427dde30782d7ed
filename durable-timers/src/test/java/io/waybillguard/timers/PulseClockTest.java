package io.waybillguard.timers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PulseClockTest {

    private final PulseClock clock = new PulseClock(Duration.ofSeconds(2));

    @Test
    void nowIsUnknownUntilAPulseIsRead() {
        assertThat(clock.now()).isNull();
    }

    @Test
    void nowIsTheLatestPulseLessTheSlack() {
        assertThat(clock.read(10_000)).isEqualTo(Instant.ofEpochMilli(8_000));
        assertThat(clock.read(10_001)).isEqualTo(Instant.ofEpochMilli(8_001));
        assertThat(clock.now()).isEqualTo(Instant.ofEpochMilli(8_001));
    }

    @Test
    void nowNeverGoesBack() {
        clock.read(10_000);

        assertThat(clock.read(9_999)).isEqualTo(Instant.ofEpochMilli(8_000));
        assertThat(clock.read(-1)).isEqualTo(Instant.ofEpochMilli(8_000));
        assertThat(clock.now()).isEqualTo(Instant.ofEpochMilli(8_000));
    }
}
