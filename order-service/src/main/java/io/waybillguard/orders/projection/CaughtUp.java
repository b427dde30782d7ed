package io.waybillguard.orders.projection;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Whether the projection has read what was on the topics when it started. Until then its rows may
 * be days old: a command judged by them would be judged wrongly.
 */
public final class CaughtUp {
    private final Map<TopicPartition, Long> missing = new HashMap<>();
    private boolean told;

    /**
     * A reader starts.
     *
     * @param ends the offset after the last record of every partition
     */
    synchronized void from(Map<TopicPartition, Long> starts, Map<TopicPartition, Long> ends) {
        missing.clear();
        ends.forEach((partition, end) -> {
            if (end > starts.getOrDefault(partition, 0L)) {
                missing.put(partition, end);
            }
        });
        told = true;
    }

    /** Everything polled so far is committed; looked at in the consumer's own thread. */
    synchronized void look(Consumer<?, ?> consumer) {
        missing.entrySet()
                .removeIf(end ->
                        consumer.currentLag(end.getKey()).isPresent()
                                && consumer.position(end.getKey()) >= end.getValue());
    }

    /** True from the moment that all is read, and until the next start. */
    public synchronized boolean isReached() {
        return told && missing.isEmpty();
    }
}
