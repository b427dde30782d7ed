package io.waybillguard.notifier.stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import io.waybillguard.kit.streams.Spans;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * {@code pulse_age_seconds}, the age of the oldest latest pulse among the tasks of this instance,
 * and {@code deadline_lateness_seconds}.
 */
final class TimeMetrics {

    private final Map<String, Long> latestPulses = new ConcurrentHashMap<>();
    private final InstantSource clock;
    private final Timer lateness;

    TimeMetrics(MeterRegistry meters, InstantSource clock) {
        this.clock = clock;
        this.lateness =
                Timer.builder("deadline.lateness")
                        .description("how late deadlines fired, by proved time")
                        .register(meters);
        TimeGauge.builder("pulse.age", this, TimeUnit.MILLISECONDS, TimeMetrics::oldest)
                .description("age of the latest pulse read, of the task that is furthest behind")
                .register(meters);
    }

    void pulse(String task, long timestamp) {
        latestPulses.merge(task, timestamp, Math::max);
    }

    void fired(Instant due, Instant now) {
        lateness.record(Spans.measurable(Duration.between(due, now)));
    }

    void closed(String task) {
        latestPulses.remove(task);
    }

    private double oldest() {
        return latestPulses.values().stream()
                .min(Comparator.naturalOrder())
                .map(pulse -> (double) Math.max(0, clock.millis() - pulse))
                .orElse(0.0);
    }
}
