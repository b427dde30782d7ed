package io.waybillguard.kit.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PulseAgeTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private Instant now = Instant.ofEpochSecond(1000);
    private final PulseAge age = new PulseAge(meters, () -> now);

    @Test
    void anInstanceWithoutATaskHasNoAge() {
        assertThat(seconds()).isNaN();

        age.started().close();
        assertThat(seconds()).isNaN();
    }

    @Test
    void aTaskThatHasReadNoPulseIsAsOldAsItsStart() {
        age.started();
        now = now.plusSeconds(30);

        assertThat(seconds()).isEqualTo(30);
    }

    @Test
    void theTaskThatIsFurthestBehindCounts() {
        PulseAge.Task behind = age.started();
        age.started().pulse(now.toEpochMilli() - 1_000);
        behind.pulse(now.toEpochMilli() - 90_000);
        assertThat(seconds()).isEqualTo(90);

        behind.close();
        assertThat(seconds()).isEqualTo(1);
    }

    /** The new task of a partition may begin before the old one ends. */
    @Test
    void aTaskThatEndsLeavesTheNextOneOfItsPartition() {
        PulseAge.Task old = age.started();
        age.started().pulse(now.toEpochMilli() - 2_000);
        old.close();

        assertThat(seconds()).isEqualTo(2);
    }

    @Test
    void aBrokerWhoseClockIsAheadMakesNothingYoungerThanNow() {
        age.started().pulse(now.toEpochMilli() + 5_000);

        assertThat(seconds()).isZero();
    }

    private double seconds() {
        return meters.get("pulse.age").timeGauge().value(TimeUnit.SECONDS);
    }
}
