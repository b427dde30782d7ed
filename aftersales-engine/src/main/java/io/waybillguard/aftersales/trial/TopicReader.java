package io.waybillguard.aftersales.trial;

import io.waybillguard.events.topics.Topic;
import io.waybillguard.kit.kafka.KafkaSettings;
import java.io.Closeable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** Reads what is committed of a partition between two instants; belongs to no group. */
final class TopicReader implements Closeable {

    private static final Duration PATIENCE = Duration.ofMillis(500);

    /** A partition that brings nothing for so many questions in a row is not there to be read. */
    private static final int SILENT_AT_MOST = 60;

    private final KafkaConsumer<String, byte[]> consumer;

    /**
     * What is to be read of one partition.
     *
     * @param begin the first offset
     * @param end the offset to stop before
     */
    record Range(TopicPartition partition, long begin, long end) {
        long length() {
            return end - begin;
        }
    }

    TopicReader(KafkaSettings kafka) {
        Map<String, Object> properties = kafka.clientProperties();
        properties.put("isolation.level", "read_committed");
        properties.put("enable.auto.commit", false);
        properties.put("max.poll.records", 5000);
        properties.put("fetch.max.bytes", 16 << 20);
        properties.put("max.partition.fetch.bytes", 4 << 20);
        this.consumer =
                new KafkaConsumer<>(
                        properties, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** What was appended to a partition from then until then; null: from its beginning, or end. */
    Range range(Topic<?> topic, int number, @Nullable Instant from, @Nullable Instant until) {
        TopicPartition partition = new TopicPartition(topic.name(), number);
        long first = end(partition, false);
        long last = end(partition, true);
        return new Range(
                partition,
                from == null ? first : offset(partition, from, last),
                until == null ? last : offset(partition, until, last));
    }

    private long end(TopicPartition partition, boolean last) {
        List<TopicPartition> one = List.of(partition);
        Map<TopicPartition, Long> ends =
                last ? consumer.endOffsets(one) : consumer.beginningOffsets(one);
        return ends.getOrDefault(partition, 0L);
    }

    private long offset(TopicPartition partition, Instant at, long last) {
        OffsetAndTimestamp found =
                consumer.offsetsForTimes(Map.of(partition, at.toEpochMilli())).get(partition);
        return found == null ? last : Math.min(found.offset(), last);
    }

    /** Brings every record of the range in order. */
    void read(Range range, Consumer<ConsumerRecord<String, byte[]>> each, Progress progress) {
        TopicPartition partition = range.partition();
        consumer.assign(List.of(partition));
        consumer.seek(partition, range.begin());
        long at = range.begin();
        int silent = 0;
        while (at < range.end()) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(PATIENCE)) {
                if (record.offset() < range.end()) {
                    each.accept(record);
                }
            }
            long next = consumer.position(partition);
            silent = next == at ? silent + 1 : 0;
            if (silent > SILENT_AT_MOST) {
                throw new IllegalStateException(partition + " cannot be read");
            }
            progress.more(Math.min(next, range.end()) - Math.min(at, range.end()));
            at = next;
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
