package io.waybillguard.timers.reminders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waybillguard.kit.testing.OneBroker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** One real broker with what the tests ask of it. */
public final class ReminderBroker implements AutoCloseable {

    public static final int PARTITIONS = 2;

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final OneBroker broker;
    private final Admin admin;
    private final KafkaProducer<String, String> producer;

    private final Queue<Exception> failures = new ConcurrentLinkedQueue<>();

    private ReminderBroker(OneBroker broker) {
        this.broker = broker;
        this.admin = Admin.create(Map.of("bootstrap.servers", broker.servers()));
        this.producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", broker.servers(), "linger.ms", 2),
                        new StringSerializer(),
                        new StringSerializer());
    }

    public static ReminderBroker start() throws Exception {
        return new ReminderBroker(OneBroker.start());
    }

    public String servers() {
        return broker.servers();
    }

    /** Sends; {@link #flush} fails if it cannot. */
    public void send(ProducerRecord<String, String> record) {
        producer.send(
                record,
                (_, failure) -> {
                    if (failure != null) {
                        failures.add(failure);
                    }
                });
    }

    /** Waits until all that was sent is written. */
    public void flush() {
        producer.flush();
        assertThat(failures).as("records that could not be sent").isEmpty();
    }

    public ReminderTopics topics(String application) throws Exception {
        ReminderTopics topics = ReminderTopics.of(application);
        broker.create(topics.definitions(PARTITIONS));
        return topics;
    }

    /** Waits until the application has committed every command that is on its topic now. */
    public void awaitRead(ReminderTopics topics) {
        Map<TopicPartition, Long> ends = ends(topics.commands());
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() ->
                        assertThat(committed(topics))
                                .satisfies(offsets ->
                                        ends.forEach((partition, end) ->
                                                assertThat(offsets.getOrDefault(partition, 0L))
                                                        .isGreaterThanOrEqualTo(end))));
    }

    /** How many records there are on the topic, committed or not. */
    public long written(String topic) {
        return ends(topic).values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many commands the application has committed. */
    public long read(ReminderTopics topics) {
        return committed(topics).entrySet().stream()
                .filter(entry -> entry.getKey().topic().equals(topics.commands()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private Map<TopicPartition, Long> committed(ReminderTopics topics) {
        return answer(
                        admin.listConsumerGroupOffsets(topics.application())
                                .partitionsToOffsetAndMetadata())
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue() != null)
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().offset()));
    }

    private Map<TopicPartition, Long> ends(String topic) {
        Map<TopicPartition, OffsetSpec> latest =
                partitions(topic).stream()
                        .collect(Collectors.toMap(Function.identity(), _ -> OffsetSpec.latest()));
        return answer(admin.listOffsets(latest).all()).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().offset()));
    }

    /** What is committed on the topic now, in the order of each partition. */
    public List<ConsumerRecord<String, String>> all(String topic) {
        Map<TopicPartition, Long> ends = ends(topic);
        return read(
                topic,
                (consumer, _) ->
                        ends.entrySet().stream()
                                .allMatch(
                                        end -> consumer.position(end.getKey()) >= end.getValue()));
    }

    /** What is committed on the topic as soon as {@code enough} holds for it. */
    public List<ConsumerRecord<String, String>> all(
            String topic, Predicate<List<ConsumerRecord<String, String>>> enough) {
        return read(topic, (_, all) -> enough.test(all));
    }

    private List<ConsumerRecord<String, String>> read(
            String topic,
            BiPredicate<KafkaConsumer<?, ?>, List<ConsumerRecord<String, String>>> enough) {
        List<ConsumerRecord<String, String>> all = new ArrayList<>();
        Map<String, Object> properties =
                Map.of(
                        "bootstrap.servers", servers(),
                        "isolation.level", "read_committed",
                        "auto.offset.reset", "earliest");
        try (var consumer =
                new KafkaConsumer<>(
                        properties, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(partitions(topic));
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> {
                        consumer.poll(Duration.ofMillis(100)).forEach(all::add);
                        return enough.test(consumer, all);
                    });
        }
        return all;
    }

    private static List<TopicPartition> partitions(String topic) {
        return IntStream.range(0, PARTITIONS)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
    }

    private static <T> T answer(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError("the broker does not answer", e);
        }
    }

    @Override
    public void close() throws Exception {
        producer.close();
        admin.close();
        broker.close();
    }
}
