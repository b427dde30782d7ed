package io.waybillguard.kit.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SpansTest {

    @Test
    void aTimerTakesTheTimeBetweenAnyTwoInstants() {
        Timer timer = new SimpleMeterRegistry().timer("any");

        timer.record(Spans.measurable(Duration.between(Instant.MIN, Instant.MAX)));
        timer.record(Spans.measurable(Duration.between(Instant.MAX, Instant.MIN)));

        assertThat(timer.count()).isEqualTo(2);
        assertThat(timer.totalTime(TimeUnit.DAYS)).isEqualTo(36_525);
    }

    @Test
    void anOrdinaryLengthStaysAsItIs() {
        assertThat(Spans.measurable(Duration.ofHours(48))).isEqualTo(Duration.ofHours(48));
        assertThat(Spans.measurable(Duration.ofNanos(-1))).isZero();
    }
}
