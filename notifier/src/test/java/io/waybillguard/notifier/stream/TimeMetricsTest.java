package io.waybillguard.notifier.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class TimeMetricsTest {

    @Test
    void aDeadlineThatIsAbsurdlyLateIsCountedAndNoException() {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();

        new TimeMetrics(meters, InstantSource.system()).fired(Instant.MIN, Instant.MAX);

        assertThat(meters.timer("deadline.lateness").count()).isEqualTo(1);
    }
}
