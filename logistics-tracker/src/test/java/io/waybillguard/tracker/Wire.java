package io.waybillguard.tracker;

import io.waybillguard.events.json.EventJson;
import io.waybillguard.events.json.Read;
import io.waybillguard.events.topics.Topic;
import io.waybillguard.kit.testing.OneBroker;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A broker of a test's own, with who writes to it and who reads what is committed there. */
final class Wire implements AutoCloseable {

    private final OneBroker broker;
    private final int partitions;
    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaConsumer<byte[], byte[]> consumer;

    private Wire(OneBroker broker, int partitions) {
        this.broker = broker;
        this.partitions = partitions;
        this.producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", broker.servers()),
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
        this.consumer =
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers",
                                broker.servers(),
                                "isolation.level",
                                "read_committed"),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
    }

    /**
     * Opens one.
     *
     * @param partitions of every topic
     */
    static Wire open(int partitions) throws Exception {
        return new Wire(OneBroker.start(), partitions);
    }

    String servers() {
        return broker.servers();
    }

    /** Writes an event under its key, and waits until it is written. */
    <V> void send(Topic<V> topic, V event) {
        byte[] key = topic.keyFor(event).getBytes(StandardCharsets.UTF_8);
        send(new ProducerRecord<>(topic.name(), key, EventJson.write(event)));
    }

    /** Writes a record as it is, and waits until it is written. */
    void send(ProducerRecord<byte[], byte[]> record) {
        try {
            producer.send(record).get();
        } catch (Exception e) {
            throw new AssertionError("not written", e);
        }
    }

    /** All events of the topic that are committed. */
    <V> List<V> told(Topic<V> topic) {
        List<V> events = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : records(topic.name())) {
            events.add(((Read.Event<V>) EventJson.read(topic, record.value())).value());
        }
        return events;
    }

    /** All records of the topic that are committed. */
    List<ConsumerRecord<byte[], byte[]>> records(String topic) {
        List<TopicPartition> all =
                IntStream.range(0, partitions).mapToObj(p -> new TopicPartition(topic, p)).toList();
        consumer.assign(all);
        consumer.seekToBeginning(all);
        Map<TopicPartition, Long> ends = consumer.endOffsets(all);
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        while (all.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
            consumer.poll(Duration.ofMillis(100)).forEach(records::add);
        }
        return records;
    }

    @Override
    public void close() throws Exception {
        producer.close();
        consumer.close();
        broker.close();
    }
}
