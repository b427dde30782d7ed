package io.waybillguard.tracker.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TrackerMetricsTest {

    @Test
    void aDeadlineThatIsAbsurdlyLateIsCountedAndNoException() {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        TrackerMetrics metrics = new TrackerMetrics(meters, Clock.systemUTC());

        metrics.fired(Duration.between(Instant.MIN, Instant.MAX));
        metrics.detected(Duration.between(Instant.MIN, Instant.MAX));

        assertThat(meters.timer("deadline.lateness").count()).isEqualTo(1);
        assertThat(meters.timer("stall.detection.lag").count()).isEqualTo(1);
    }
}
