package io.waybillguard.aftersales.dispatch;

import io.waybillguard.events.topics.Topic;
import io.waybillguard.kit.kafka.KafkaSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads one whole topic, in no group, up to where it ends at that moment; only what was committed.
 * Not for two threads at once.
 */
public final class TopicReader implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration STANDS_STILL = Duration.ofSeconds(30);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;

    /** The topic's end was not reached in time. */
    public static final class BehindException extends RuntimeException {
        BehindException(String topic) {
            super("nothing more is read of " + topic);
        }
    }

    private TopicReader(KafkaSettings kafka, Topic<?> topic) {
        Map<String, Object> properties = kafka.clientProperties();
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        this.consumer =
                new KafkaConsumer<>(
                        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.partitions =
                consumer.partitionsFor(topic.name()).stream()
                        .map(info -> new TopicPartition(topic.name(), info.partition()))
                        .toList();
        consumer.assign(partitions);
    }

    /** From its beginning. */
    public static TopicReader ofAll(KafkaSettings kafka, Topic<?> topic) {
        TopicReader reader = new TopicReader(kafka, topic);
        reader.consumer.seekToBeginning(reader.partitions);
        return reader;
    }

    /** From what the broker took at {@code from}. */
    public static TopicReader from(KafkaSettings kafka, Topic<?> topic, Instant from) {
        TopicReader reader = new TopicReader(kafka, topic);
        reader.seek(from);
        return reader;
    }

    private void seek(Instant from) {
        Map<TopicPartition, Long> times = new HashMap<>();
        partitions.forEach(partition -> times.put(partition, from.toEpochMilli()));
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Map<TopicPartition, OffsetAndTimestamp> offsets = consumer.offsetsForTimes(times);
        for (TopicPartition partition : partitions) {
            OffsetAndTimestamp offset = offsets.get(partition);
            long end = ends.getOrDefault(partition, 0L);
            consumer.seek(partition, offset == null ? end : offset.offset());
        }
    }

    /**
     * Reads on up to where the topic ends now.
     *
     * @throws BehindException when nothing more is read of it for half a minute
     */
    public void readOn(Consumer<ConsumerRecord<byte[], byte[]>> reading) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        long lastRead = System.nanoTime();
        while (isBefore(ends)) {
            long position = position(ends.keySet());
            ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
            records.forEach(reading);
            if (position(ends.keySet()) > position) {
                lastRead = System.nanoTime();
            } else if (System.nanoTime() - lastRead > STANDS_STILL.toNanos()) {
                throw new BehindException(partitions.getFirst().topic());
            }
        }
    }

    private boolean isBefore(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
    }

    private long position(Collection<TopicPartition> all) {
        return all.stream().mapToLong(consumer::position).sum();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
