package io.waybillguard.aftersales.stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import io.waybillguard.kit.streams.Spans;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.streams.processor.TaskId;

/**
 * {@code pulse_age_seconds}: how old the latest pulse of the task that lags most is; {@code
 * deadline_lateness_seconds}: how long after their instant deadlines fire; {@code
 * deadline_failures_total}: those that failed and are tried again.
 */
final class PulseMeters {

    private final Map<TaskId, Long> latest = new ConcurrentHashMap<>();
    private final Clock clock;
    private final Timer lateness;
    private final Counter failures;

    PulseMeters(MeterRegistry meters, Clock clock) {
        this.clock = clock;
        this.lateness = meters.timer("deadline.lateness");
        this.failures = meters.counter("deadline.failures");
        TimeGauge.builder("pulse.age", this::ageMillis, TimeUnit.MILLISECONDS).register(meters);
    }

    private long ageMillis() {
        long now = clock.millis();
        return latest.values().stream().mapToLong(pulse -> now - pulse).max().orElse(0);
    }

    void pulse(TaskId task, long timestamp) {
        latest.put(task, timestamp);
    }

    void end(TaskId task) {
        latest.remove(task);
    }

    /** A deadline that fires again later. */
    void failed() {
        failures.increment();
    }

    void fired(Duration late) {
        lateness.record(Spans.measurable(late));
    }
}
