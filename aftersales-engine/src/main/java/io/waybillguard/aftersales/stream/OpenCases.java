package io.waybillguard.aftersales.stream;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.waybillguard.aftersales.refund.Dossier;
import io.waybillguard.aftersales.refund.RefundCase;
import io.waybillguard.aftersales.refund.RefundDesk;
import io.waybillguard.events.refund.CaseState;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.streams.processor.TaskId;

/** {@code refund_cases_open{state}}: the open cases in the stores of this instance's tasks. */
final class OpenCases {

    private final Map<TaskId, OfTask> tasks = new ConcurrentHashMap<>();

    OpenCases(MeterRegistry meters) {
        for (CaseState state : CaseState.values()) {
            if (state != CaseState.CLOSED) {
                Gauge.builder("refund.cases.open", () -> count(state))
                        .tag("state", state.name())
                        .register(meters);
            }
        }
    }

    private long count(CaseState state) {
        return tasks.values().stream().mapToLong(task -> task.count(state)).sum();
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

        private final Map<CaseState, AtomicLong> counts = new EnumMap<>(CaseState.class);

        private OfTask() {
            for (CaseState state : CaseState.values()) {
                counts.put(state, new AtomicLong());
            }
        }

        void changed(Dossier before, Dossier after) {
            RefundDesk.open(before).forEach(known -> add(known, -1));
            RefundDesk.open(after).forEach(known -> add(known, 1));
        }

        private void add(RefundCase known, int by) {
            AtomicLong count = counts.get(known.state());
            if (count != null) {
                count.addAndGet(by);
            }
        }

        private long count(CaseState state) {
            AtomicLong count = counts.get(state);
            return count == null ? 0 : count.get();
        }
    }
}
