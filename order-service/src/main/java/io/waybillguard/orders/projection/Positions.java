package io.waybillguard.orders.projection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.TopicPartition;

/** How far the projection has come, and who waits for it to come further. */
public final class Positions {
    private final Map<TopicPartition, Long> next = new HashMap<>();
    private final Map<TopicPartition, List<Waiting>> waiting = new HashMap<>();

    private record Waiting(long offset, CompletableFuture<Void> passed) {}

    /**
     * Done when the rows of the record are committed.
     *
     * <p>Whoever stops waiting cancels the future.
     */
    public synchronized CompletableFuture<Void> passed(TopicPartition partition, long offset) {
        CompletableFuture<Void> passed = new CompletableFuture<>();
        if (next.getOrDefault(partition, 0L) > offset) {
            passed.complete(null);
        } else {
            Waiting one = new Waiting(offset, passed);
            waiting.computeIfAbsent(partition, _ -> new ArrayList<>()).add(one);
            var _ =
                    passed.whenComplete((_, gaveUp) -> {
                        if (gaveUp != null) {
                            forget(partition, one);
                        }
                    });
        }
        return passed;
    }

    private synchronized void forget(TopicPartition partition, Waiting one) {
        waiting.getOrDefault(partition, new ArrayList<>()).remove(one);
    }

    /** How many wait. */
    synchronized int waiting() {
        return waiting.values().stream().mapToInt(List::size).sum();
    }

    /** Tells of a commit. */
    void committed(Map<TopicPartition, Long> offsets) {
        release(offsets).forEach(passed -> passed.complete(null));
    }

    private synchronized List<CompletableFuture<Void>> release(Map<TopicPartition, Long> offsets) {
        next.putAll(offsets);
        List<CompletableFuture<Void>> released = new ArrayList<>();
        offsets.forEach((partition, offset) -> release(partition, offset, released));
        return released;
    }

    private void release(
            TopicPartition partition, long offset, List<CompletableFuture<Void>> released) {
        Iterator<Waiting> all = waiting.getOrDefault(partition, List.of()).iterator();
        while (all.hasNext()) {
            Waiting one = all.next();
            if (one.offset() < offset) {
                all.remove();
                released.add(one.passed());
            }
        }
    }
}
