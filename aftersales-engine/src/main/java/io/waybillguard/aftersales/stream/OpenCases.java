package io.waybillguard.aftersales.stream;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.waybillguard.aftersales.refund.Dossier;
import io.waybillguard.aftersales.refund.RefundCase;
import io.waybillguard.aftersales.refund.RefundDesk;
import io.waybillguard.events.refund.CaseState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.streams.processor.TaskId;
import org.jspecify.annotations.Nullable;

/**
 * {@code refund_cases_open{state}}: the open cases in the stores of this instance's tasks; {@code
 * refund_case_age_seconds{state}}: how long ago the oldest of them was asked for.
 */
final class OpenCases {

    private final Map<TaskId, OfTask> tasks = new ConcurrentHashMap<>();

    private final Clock clock;

    OpenCases(MeterRegistry meters, Clock clock) {
        this.clock = clock;
        for (CaseState state : CaseState.values()) {
            if (state != CaseState.CLOSED) {
                Gauge.builder("refund.cases.open", () -> count(state))
                        .tag("state", state.name())
                        .register(meters);
                TimeGauge.builder("refund.case.age", () -> age(state), TimeUnit.MILLISECONDS)
                        .tag("state", state.name())
                        .register(meters);
            }
        }
    }

    private long count(CaseState state) {
        return tasks.values().stream().mapToLong(task -> task.count(state)).sum();
    }

    private long age(CaseState state) {
        return tasks.values().stream()
                .map(task -> task.oldest(state))
                .filter(Objects::nonNull)
                .mapToLong(asked -> Duration.between(asked, clock.instant()).toMillis())
                .max()
                .orElse(0);
    }

    /** A task begins: its cases are counted anew. */
    OfTask begin(TaskId task) {
        OfTask counts = new OfTask();
        tasks.put(task, counts);
        return counts;
    }

    /** A task leaves this instance. */
    void end(TaskId task) {
        tasks.remove(task);
    }

    /** The counts of one task: written by its thread, read by whoever measures. */
    static final class OfTask {

        private final Map<CaseState, OfState> states = new EnumMap<>(CaseState.class);

        private OfTask() {
            for (CaseState state : CaseState.values()) {
                states.put(state, new OfState(new AtomicLong(), new ConcurrentSkipListMap<>()));
            }
        }

        void changed(Dossier before, Dossier after) {
            RefundDesk.open(before).forEach(known -> of(known.state()).add(known, -1));
            RefundDesk.open(after).forEach(known -> of(known.state()).add(known, 1));
        }

        private OfState of(CaseState state) {
            return Objects.requireNonNull(states.get(state));
        }

        private long count(CaseState state) {
            return of(state).count().get();
        }

        private @Nullable Instant oldest(CaseState state) {
            Map.Entry<Instant, Long> first = of(state).asked().firstEntry();
            return first == null ? null : first.getKey();
        }
    }

    /**
     * The cases of one state.
     *
     * @param asked when they were asked for, and how many were then
     */
    private record OfState(AtomicLong count, ConcurrentSkipListMap<Instant, Long> asked) {
        private void add(RefundCase known, int by) {
            count.addAndGet(by);
            asked.merge(known.file().request().askedAt(), (long) by, OfState::sumOrNothing);
        }

        private static @Nullable Long sumOrNothing(Long one, Long other) {
            return one + other == 0 ? null : Long.valueOf(one + other);
        }
    }
}
