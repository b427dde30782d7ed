package io.waybillguard.system.benchmark;

import io.waybillguard.events.json.EventJson;
import io.waybillguard.events.json.Read;
import io.waybillguard.events.topics.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What a program that does less than the tracker reaches on the same topic, in the same run. */
final class Limits {

    private final String servers;
    private final int partitions;

    Limits(String servers, int partitions) {
        this.servers = servers;
        this.partitions = partitions;
    }

    /** Records a second that one thread reads. */
    double drain(Topic<?> topic, long records) {
        return rate(topic, records, _ -> {});
    }

    /** Records a second that one thread reads and understands. */
    double drainAndParse(Topic<?> topic, long records) {
        return rate(
                topic,
                records,
                record -> {
                    if (!(EventJson.read(topic, record.value()) instanceof Read.Event<?>)) {
                        throw new IllegalStateException("the input cannot be read");
                    }
                });
    }

    private double rate(
            Topic<?> topic, long records, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        Map<String, Object> settings =
                Map.of(
                        "bootstrap.servers",
                        servers,
                        "auto.offset.reset",
                        "earliest",
                        "isolation.level",
                        "read_committed",
                        "fetch.max.bytes",
                        16 << 20,
                        "max.poll.records",
                        5_000);
        try (var consumer =
                new KafkaConsumer<>(
                        settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> all =
                    IntStream.range(0, partitions)
                            .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                            .toList();
            consumer.assign(all);
            long start = System.nanoTime();
            long read = 0;
            while (read < records) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
                    reader.accept(record);
                    read++;
                }
            }
            return read * 1e9 / (System.nanoTime() - start);
        }
    }
}
