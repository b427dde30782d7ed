package io.waybillguard.aftersales.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PulseMetersTest {

    @Test
    void aDeadlineThatIsAbsurdlyLateIsCountedAndNoException() {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();

        new PulseMeters(meters, Clock.systemUTC())
                .fired(Duration.between(Instant.MIN, Instant.MAX));

        assertThat(meters.timer("deadline.lateness").count()).isEqualTo(1);
    }
}
