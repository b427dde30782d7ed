package io.waybillguard.tracker.stream;

import io.waybillguard.events.parcel.Stage;
import io.waybillguard.events.types.CourierCode;
import io.waybillguard.timers.OncePerPeriod;
import io.waybillguard.tracker.silence.Lane;
import io.waybillguard.tracker.silence.SilenceRules;
import io.waybillguard.tracker.silence.Silences;
import io.waybillguard.tracker.silence.Sketch;
import io.waybillguard.tracker.silence.Windows;
import io.waybillguard.tracker.stall.UsualSilences;
import io.waybillguard.tracker.tracking.EndedSilence;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * One task's learned silences, settled and written when a pulse comes, at most once a period. They
 * are written as they are settled, in one transaction with all that is judged by them: after a
 * crash parcels are judged by the same figures. What was learned since is then lost, a period's at
 * most.
 */
final class SilenceStore implements AutoCloseable {

    /** The store's name. */
    static final String NAME = "silences";

    private static final int VERSION = 1;
    private static final String BETWEEN = "/";

    private final KeyValueStore<String, byte[]> store;
    private final Silences silences;
    private final TrackerMetrics metrics;
    private final OncePerPeriod due;
    private int counted;

    SilenceStore(KeyValueStore<String, byte[]> store, SilenceRules rules, TrackerMetrics metrics) {
        this.store = store;
        this.silences = new Silences(rules);
        this.metrics = metrics;
        this.due = new OncePerPeriod(rules.settleEvery());
    }

    void restore() {
        try (KeyValueIterator<String, byte[]> all = store.all()) {
            while (all.hasNext()) {
                KeyValue<String, byte[]> entry = all.next();
                silences.restore(laneOf(entry.key), read(entry.value));
            }
        }
        count();
    }

    /** What was settled last. */
    UsualSilences usual() {
        return silences;
    }

    void learn(List<EndedSilence> ended, Instant at) {
        for (EndedSilence silence : ended) {
            metrics.learned(silences.learn(silence, at));
        }
    }

    /** Settles and writes what changed, once a period. */
    void settle(Instant now) {
        if (due.isFirst(now)) {
            silences.settle(now)
                    .forEach((lane, windows) ->
                            store.put(keyOf(lane), windows == null ? null : write(windows)));
            count();
        }
    }

    private void count() {
        metrics.sketches(silences.size() - counted);
        counted = silences.size();
    }

    /** The task ends: its sketches are counted by whoever has it next. */
    @Override
    public void close() {
        metrics.sketches(-counted);
        counted = 0;
    }

    /** What a store says, for others than its task. */
    static UsualSilences read(ReadOnlyKeyValueStore<String, byte[]> store, SilenceRules rules) {
        return (courier, from, to, stage) -> {
            Silences found = new Silences(rules);
            for (Lane lane :
                    List.of(new Lane(courier, from, to, stage), Lane.anywhere(courier, stage))) {
                byte[] bytes = store.get(keyOf(lane));
                if (bytes != null) {
                    found.restore(lane, read(bytes));
                }
            }
            return found.of(courier, from, to, stage);
        };
    }

    static String keyOf(Lane lane) {
        return String.join(
                BETWEEN, lane.courier().value(), lane.stage().name(), lane.from(), lane.to());
    }

    static Lane laneOf(String key) {
        String[] parts = key.split(BETWEEN, 4);
        return new Lane(new CourierCode(parts[0]), parts[2], parts[3], Stage.valueOf(parts[1]));
    }

    static byte[] write(Windows windows) {
        CompactOutput out = new CompactOutput();
        out.octet(VERSION);
        out.number(windows.window());
        out.bytes(windows.current().toBytes());
        out.bytes(windows.previous().toBytes());
        return out.toBytes();
    }

    /**
     * The windows.
     *
     * @throws IllegalStateException for a version this code does not know
     */
    static Windows read(byte[] bytes) {
        CompactInput in = new CompactInput(bytes);
        int version = in.octet();
        if (version != VERSION) {
            throw new IllegalStateException(
                    "a stored sketch of silences has the unknown version " + version);
        }
        return new Windows(in.number(), Sketch.of(in.bytes()), Sketch.of(in.bytes()));
    }
}
