package io.waybillguard.aftersales.dispatch.payout;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;

/**
 * How many commands this process has begun and cannot settle now: at most one a partition, because
 * what comes behind it waits.
 */
final class UnknownPayouts implements ConsumerAwareRebalanceListener {

    private final Set<TopicPartition> partitions = ConcurrentHashMap.newKeySet();

    void unknown(TopicPartition partition) {
        partitions.add(partition);
    }

    void settled(TopicPartition partition) {
        partitions.remove(partition);
    }

    int count() {
        return partitions.size();
    }

    @Override
    public void onPartitionsRevokedBeforeCommit(
            Consumer<?, ?> consumer, Collection<TopicPartition> revoked) {
        revoked.forEach(partitions::remove);
    }

    @Override
    public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> lost) {
        lost.forEach(partitions::remove);
    }
}
