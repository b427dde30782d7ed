package io.waybillguard.kit.streams;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * {@code pulse_age_seconds}: how old the latest pulse is, of the task that is furthest behind. A
 * task that has not read any is as old as its start. An instance that has no task has no age
 * ({@code NaN}): it is neither on time nor late.
 */
public final class PulseAge {

    private final Set<Task> tasks = ConcurrentHashMap.newKeySet();
    private final InstantSource clock;

    /**
     * The meter.
     *
     * @param clock of this host, with which pulses stamped by the broker are compared
     */
    public PulseAge(MeterRegistry meters, InstantSource clock) {
        this.clock = clock;
        TimeGauge.builder("pulse.age", this, TimeUnit.MILLISECONDS, PulseAge::oldest)
                .description("age of the latest pulse read, of the task that is furthest behind")
                .register(meters);
    }

    /** A task begins. */
    public Task started() {
        Task task = new Task(clock.millis());
        tasks.add(task);
        return task;
    }

    private double oldest() {
        long now = clock.millis();
        return tasks.stream()
                .mapToDouble(task -> Math.max(0, now - task.latest))
                .max()
                .orElse(Double.NaN);
    }

    /** One task of this instance, from its start until it is closed. */
    public final class Task implements AutoCloseable {

        private volatile long latest;

        private Task(long started) {
            this.latest = started;
        }

        /**
         * Takes a pulse that was read.
         *
         * @param timestamp the record's, in epoch milliseconds
         */
        public void pulse(long timestamp) {
            latest = timestamp;
        }

        @Override
        public void close() {
            tasks.remove(this);
        }
    }
}
