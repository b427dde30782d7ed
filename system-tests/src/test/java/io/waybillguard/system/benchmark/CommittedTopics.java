package io.waybillguard.system.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.events.json.EventJson;
import io.waybillguard.events.json.Read;
import io.waybillguard.events.topics.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Whole topics, as who reads only what is committed sees them. */
final class CommittedTopics implements AutoCloseable {

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final int partitions;

    CommittedTopics(String servers, int partitions) {
        this.partitions = partitions;
        this.consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", servers, "isolation.level", "read_committed"),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
    }

    /** The topic's events; those of a key in their order. */
    <V> List<Told<V>> of(Topic<V> topic) {
        List<Told<V>> events = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : records(topic)) {
            Read<V> read = EventJson.read(topic, record.value());
            assertThat(read).isInstanceOf(Read.Event.class);
            if (read instanceof Read.Event<V>(var event)) {
                events.add(new Told<>(event, Instant.ofEpochMilli(record.timestamp())));
            }
        }
        return events;
    }

    List<ConsumerRecord<byte[], byte[]>> records(Topic<?> topic) {
        List<TopicPartition> all =
                IntStream.range(0, partitions)
                        .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                        .toList();
        consumer.assign(all);
        consumer.seekToBeginning(all);
        Map<TopicPartition, Long> ends = consumer.endOffsets(all);
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        while (all.stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
            consumer.poll(Duration.ofMillis(100)).forEach(records::add);
        }
        return records;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
