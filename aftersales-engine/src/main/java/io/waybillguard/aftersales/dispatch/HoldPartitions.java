package io.waybillguard.aftersales.dispatch;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.MessageListenerContainer;

/**
 * Never gives a record up: its partition is set back to it and paused for a while, each time twice
 * as long up to a limit. The consumer keeps polling, so it stays in its group and the other
 * partitions go on.
 */
final class HoldPartitions implements CommonErrorHandler {

    private static final Logger log = LoggerFactory.getLogger(HoldPartitions.class);

    private final Duration first;
    private final Duration most;
    private final Map<TopicPartition, Hold> holds = new ConcurrentHashMap<>();

    HoldPartitions(Duration first, Duration most) {
        this.first = first;
        this.most = most;
    }

    private record Hold(long offset, Duration pause) {}

    @Override
    public boolean seeksAfterHandling() {
        return true;
    }

    @Override
    public boolean isAckAfterHandle() {
        return false;
    }

    @Override
    public void handleRemaining(
            Exception failure,
            List<ConsumerRecord<?, ?>> records,
            Consumer<?, ?> consumer,
            MessageListenerContainer container) {
        Map<TopicPartition, Long> unread = firstOffsets(records);
        ConsumerRecord<?, ?> failed = records.getFirst();
        hold(failure, Set.of(partitionOf(failed)), unread, container);
        setBack(consumer, unread);
    }

    @Override
    public void handleBatch(
            Exception failure,
            ConsumerRecords<?, ?> records,
            Consumer<?, ?> consumer,
            MessageListenerContainer container,
            Runnable invokeListener) {
        Map<TopicPartition, Long> unread = firstOffsets(records);
        hold(failure, held(failure, unread.keySet()), unread, container);
        setBack(consumer, unread);
    }

    /** Those that the failure names; what else was handed over comes again at once. */
    private static Set<TopicPartition> held(Exception failure, Set<TopicPartition> all) {
        return failure.getCause() instanceof HeldException held && !held.partitions().isEmpty()
                ? held.partitions()
                : all;
    }

    private void hold(
            Exception failure,
            Set<TopicPartition> partitions,
            Map<TopicPartition, Long> offsets,
            MessageListenerContainer container) {
        for (TopicPartition partition : partitions) {
            Hold hold =
                    holds.merge(
                            partition,
                            new Hold(offsets.getOrDefault(partition, 0L), first),
                            this::longer);
            container.pausePartition(partition);
            later(hold.pause()).execute(() -> container.resumePartition(partition));
            tell(partition, hold, failure);
        }
    }

    private Hold longer(Hold before, Hold now) {
        Duration doubled = before.pause().multipliedBy(2);
        return before.offset() == now.offset()
                ? new Hold(now.offset(), doubled.compareTo(most) < 0 ? doubled : most)
                : now;
    }

    private static Executor later(Duration delay) {
        return CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void tell(TopicPartition partition, Hold hold, Exception failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        if (cause instanceof HeldException held) {
            log.warn(
                    "{} waits {} at {}: {}",
                    partition,
                    hold.pause(),
                    hold.offset(),
                    held.getMessage());
        } else {
            log.error("{} waits {} at {}", partition, hold.pause(), hold.offset(), cause);
        }
    }

    private static Map<TopicPartition, Long> firstOffsets(
            Iterable<? extends ConsumerRecord<?, ?>> records) {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        for (ConsumerRecord<?, ?> record : records) {
            offsets.merge(partitionOf(record), record.offset(), Math::min);
        }
        return offsets;
    }

    private static TopicPartition partitionOf(ConsumerRecord<?, ?> record) {
        return new TopicPartition(record.topic(), record.partition());
    }

    private static void setBack(Consumer<?, ?> consumer, Map<TopicPartition, Long> offsets) {
        Set<TopicPartition> assigned = consumer.assignment();
        offsets.forEach((partition, offset) -> {
            if (assigned.contains(partition)) {
                consumer.seek(partition, offset);
            }
        });
    }
}
