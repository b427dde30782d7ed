package io.waybillguard.orders.projection;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/**
 * Which records of a batch that is not committed yet are among the dead letters already: a batch
 * tried again puts nothing aside twice, and leaves out nothing that failed.
 */
final class PutAside {
    private final Map<TopicPartition, Set<Long>> offsets = new HashMap<>();

    synchronized boolean contains(TopicPartition partition, long offset) {
        return offsets.getOrDefault(partition, Set.of()).contains(offset);
    }

    synchronized void add(TopicPartition partition, long offset) {
        offsets.computeIfAbsent(partition, _ -> new HashSet<>()).add(offset);
    }

    /** What lies before the offsets is committed and does not come again. */
    synchronized void forget(Map<TopicPartition, Long> committed) {
        committed.forEach((partition, next) ->
                offsets.computeIfPresent(
                        partition,
                        (_, known) -> {
                            known.removeIf(offset -> offset < next);
                            return known.isEmpty() ? null : known;
                        }));
    }
}
