package io.waybillguard.kit.kafka;

import io.waybillguard.events.topics.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is committed of topics between offsets that are known before the reading begins; it
 * belongs to no group and leaves no trace. Not for two threads at once.
 */
public final class TopicReader implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Duration patience;

    /**
     * What is to be read of one partition.
     *
     * @param begin the first offset
     * @param end the offset to stop before
     */
    public record Range(TopicPartition partition, long begin, long end) {

        /** How many offsets it has; not all of them are records. */
        public long length() {
            return Math.max(0, end - begin);
        }
    }

    /** The end of a range was not reached in time. */
    public static final class BehindException extends KafkaException {
        BehindException(Collection<Range> ranges) {
            super("nothing more is read of " + ranges);
        }
    }

    /** A reader that gives up after half a minute without progress. */
    public TopicReader(KafkaSettings kafka) {
        this(kafka, Duration.ofSeconds(30));
    }

    TopicReader(KafkaSettings kafka, Duration patience) {
        Map<String, Object> properties = kafka.clientProperties();
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5000);
        properties.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 16 << 20);
        properties.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 4 << 20);
        this.patience = patience;
        this.consumer =
                new KafkaConsumer<>(
                        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /**
     * What the broker took of a topic from then until then, a range for each partition in their
     * order.
     *
     * @param from null: from its beginning
     * @param until exclusive; null: up to where it ends now
     * @throws KafkaException when the topic is not there, or the broker does not answer
     */
    public List<Range> ranges(Topic<?> topic, @Nullable Instant from, @Nullable Instant until) {
        List<TopicPartition> partitions =
                consumer.partitionsFor(topic.name()).stream()
                        .map(info -> new TopicPartition(topic.name(), info.partition()))
                        .sorted(Comparator.comparingInt(TopicPartition::partition))
                        .toList();
        if (partitions.isEmpty()) {
            throw new UnknownTopicOrPartitionException(topic.name());
        }
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Map<TopicPartition, Long> begins =
                from == null ? consumer.beginningOffsets(partitions) : at(from, ends);
        Map<TopicPartition, Long> lasts = until == null ? ends : at(until, ends);
        return partitions.stream()
                .map(each -> new Range(each, of(begins, each), of(lasts, each)))
                .toList();
    }

    private Map<TopicPartition, Long> at(Instant time, Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> times = new HashMap<>();
        ends.keySet().forEach(each -> times.put(each, time.toEpochMilli()));
        Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(times);
        Map<TopicPartition, Long> offsets = new HashMap<>();
        ends.forEach((each, end) -> {
            OffsetAndTimestamp offset = found.get(each);
            offsets.put(each, offset == null ? end : Math.min(offset.offset(), end));
        });
        return offsets;
    }

    private static long of(Map<TopicPartition, Long> offsets, TopicPartition partition) {
        return offsets.getOrDefault(partition, 0L);
    }

    /** From where these end up to where their partitions end now. */
    public List<Range> following(List<Range> ranges) {
        Map<TopicPartition, Long> ends =
                consumer.endOffsets(ranges.stream().map(Range::partition).toList());
        return ranges.stream()
                .map(each -> new Range(each.partition(), each.end(), of(ends, each.partition())))
                .toList();
    }

    /**
     * Brings every record of the ranges, those of one partition in their order.
     *
     * @param ranges of different partitions
     * @param progress is told after each question to the broker by how many offsets it is further;
     *     what it throws ends the reading
     * @throws BehindException when nothing more is read for half a minute
     */
    public void read(
            Collection<Range> ranges,
            Consumer<ConsumerRecord<byte[], byte[]>> each,
            LongConsumer progress) {
        Map<TopicPartition, Range> left =
                ranges.stream()
                        .filter(range -> range.length() > 0)
                        .collect(Collectors.toMap(Range::partition, Function.identity()));
        consumer.assign(left.keySet());
        consumer.resume(left.keySet());
        left.values().forEach(range -> consumer.seek(range.partition(), range.begin()));
        long lastRead = System.nanoTime();
        while (!left.isEmpty()) {
            bring(consumer.poll(POLL), left, each);
            long more = advance(left);
            progress.accept(more);
            if (more > 0) {
                lastRead = System.nanoTime();
            } else if (System.nanoTime() - lastRead > patience.toNanos()) {
                throw new BehindException(left.values());
            }
        }
    }

    private static void bring(
            ConsumerRecords<byte[], byte[]> records,
            Map<TopicPartition, Range> left,
            Consumer<ConsumerRecord<byte[], byte[]>> each) {
        for (TopicPartition partition : records.partitions()) {
            Range range = left.get(partition);
            for (ConsumerRecord<byte[], byte[]> record : records.records(partition)) {
                if (range != null && record.offset() < range.end()) {
                    each.accept(record);
                }
            }
        }
    }

    /** Leaves what is still to be read of each range; a partition whose end is reached rests. */
    private long advance(Map<TopicPartition, Range> left) {
        long more = 0;
        for (Range range : List.copyOf(left.values())) {
            TopicPartition partition = range.partition();
            long next = Math.min(consumer.position(partition), range.end());
            more += next - range.begin();
            if (next < range.end()) {
                left.put(partition, new Range(partition, next, range.end()));
            } else {
                left.remove(partition);
                consumer.pause(List.of(partition));
            }
        }
        return more;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
