package io.waybillguard.events.topics;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Waits for the leaders of topics. A topic that was just made is named in the metadata before its
 * leader has taken it over. An idempotent producer that sends to it in between may find a later
 * batch accepted while its first was turned away; the first is then out of sequence for as long as
 * it is tried (seen on Kafka 4.3.1: two minutes, then lost to its sender).
 */
public final class TopicLeaders {

    static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(50);

    private TopicLeaders() {}

    /**
     * Returns when the leaders of partitions 0 to {@code partitions} - 1 of every topic answer for
     * them.
     *
     * @throws KafkaException when one does not within a minute
     */
    public static void await(Admin admin, Collection<String> topics, int partitions) {
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        for (String topic : topics) {
            for (int partition = 0; partition < partitions; partition++) {
                ends.put(new TopicPartition(topic, partition), OffsetSpec.latest());
            }
        }
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!areAtWork(admin, ends, end)) {
            LockSupport.parkNanos(BETWEEN_QUESTIONS.toNanos());
        }
    }

    /** A broker that has not heard of a topic yet says that there is none: it is asked again. */
    private static boolean areAtWork(
            Admin admin, Map<TopicPartition, OffsetSpec> ends, long patienceEnds) {
        try {
            answer(admin.listOffsets(ends).all());
            return true;
        } catch (UnknownTopicOrPartitionException e) {
            if (System.nanoTime() - patienceEnds >= 0 || Thread.currentThread().isInterrupted()) {
                throw e;
            }
            return false;
        }
    }

    /** What the broker answers, with its own exceptions and not those of the future. */
    static <T> T answer(KafkaFuture<T> future) {
        try {
            return future.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException known
                    ? known
                    : new KafkaException(e.getCause());
        } catch (TimeoutException e) {
            throw new KafkaException("the broker did not answer within " + PATIENCE, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while asking the broker", e);
        }
    }
}
