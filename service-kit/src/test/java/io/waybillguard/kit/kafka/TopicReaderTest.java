package io.waybillguard.kit.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.waybillguard.events.topics.Topic;
import io.waybillguard.events.topics.Topics;
import io.waybillguard.kit.kafka.TopicReader.Range;
import io.waybillguard.kit.testing.OneBroker;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TopicReaderTest {

    private static final Topic<?> TOPIC = Topics.ORDERS;
    private static final Topic<?> ABSENT = Topics.SHOP_POLICIES;
    private static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");

    private OneBroker broker;
    private KafkaSettings kafka;
    private KafkaProducer<byte[], byte[]> producer;

    @BeforeEach
    void start() throws Exception {
        broker = OneBroker.start();
        broker.create(
                List.of(
                        new NewTopic(TOPIC.name(), 2, (short) 1)
                                .configs(Map.of("retention.ms", "-1"))));
        kafka = new KafkaSettings(broker.servers(), 2, 1, false, Map.of());
        producer = producer(Map.of());
    }

    @AfterEach
    void stop() throws Exception {
        producer.close(Duration.ZERO);
        broker.close();
    }

    private KafkaProducer<byte[], byte[]> producer(Map<String, Object> more) {
        Map<String, Object> properties = new TreeMap<>(more);
        properties.put("bootstrap.servers", broker.servers());
        return new KafkaProducer<>(
                properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private void write(int partition, int second) {
        write(producer, partition, second);
        producer.flush();
    }

    private static void write(KafkaProducer<byte[], byte[]> producer, int partition, int second) {
        producer.send(
                new ProducerRecord<>(
                        TOPIC.name(),
                        partition,
                        NOON.plusSeconds(second).toEpochMilli(),
                        null,
                        Integer.toString(second).getBytes(StandardCharsets.UTF_8)));
    }

    private static int second(ConsumerRecord<byte[], byte[]> record) {
        return Integer.parseInt(new String(record.value(), StandardCharsets.UTF_8));
    }

    private static List<Integer> seconds(TopicReader reader, List<Range> ranges) {
        List<Integer> read = new ArrayList<>();
        AtomicLong progress = new AtomicLong();
        reader.read(ranges, record -> read.add(second(record)), progress::addAndGet);
        assertThat(progress.get()).isEqualTo(ranges.stream().mapToLong(Range::length).sum());
        return read;
    }

    @Test
    void thePeriodBeginsWithItsFirstInstantAndEndsBeforeItsLast() {
        for (int second = 0; second < 10; second++) {
            write(second % 2, second);
        }
        try (TopicReader reader = new TopicReader(kafka)) {
            List<Range> ranges = reader.ranges(TOPIC, NOON.plusSeconds(3), NOON.plusSeconds(7));

            assertThat(ranges)
                    .extracting(range -> range.partition().partition())
                    .containsExactly(0, 1);
            assertThat(seconds(reader, ranges)).containsExactlyInAnyOrder(3, 4, 5, 6);
            assertThat(seconds(reader, ranges.subList(1, 2))).containsExactly(3, 5);
            assertThat(seconds(reader, reader.ranges(TOPIC, null, NOON))).isEmpty();
            assertThat(seconds(reader, reader.ranges(TOPIC, NOON.plusSeconds(10), null))).isEmpty();
            assertThat(seconds(reader, reader.ranges(TOPIC, null, null))).hasSize(10);
        }
    }

    @Test
    void whatIsWrittenMeanwhileIsLeftForTheNextReading() {
        write(0, 0);
        try (TopicFollower follower = new TopicFollower(kafka, TOPIC)) {
            List<Integer> first = new ArrayList<>();
            follower.readOn(record -> {
                first.add(second(record));
                write(0, 1);
            });
            assertThat(first).containsExactly(0);

            List<Integer> second = new ArrayList<>();
            follower.readOn(record -> second.add(second(record)));
            assertThat(second).containsExactly(1);

            follower.readOn(_ -> second.add(-1));
            assertThat(second).containsExactly(1);
        }
    }

    @Test
    void whatWasAbortedIsNotReadAndWhatIsOpenIsNotWaitedFor() {
        write(0, 0);
        try (KafkaProducer<byte[], byte[]> aborted = producer(Map.of("transactional.id", "a"));
                KafkaProducer<byte[], byte[]> open = producer(Map.of("transactional.id", "b"));
                TopicReader reader = new TopicReader(kafka)) {
            aborted.initTransactions();
            aborted.beginTransaction();
            write(aborted, 0, 1);
            aborted.flush();
            aborted.abortTransaction();
            write(0, 2);
            open.initTransactions();
            open.beginTransaction();
            write(open, 0, 3);
            open.flush();
            write(0, 4);

            assertThat(seconds(reader, reader.ranges(TOPIC, null, null))).containsExactly(0, 2);
            assertThat(seconds(reader, reader.ranges(TOPIC, NOON, NOON.plusSeconds(9))))
                    .containsExactly(0, 2);
            open.abortTransaction();
            assertThat(seconds(reader, reader.ranges(TOPIC, null, null))).containsExactly(0, 2, 4);
        }
    }

    @Test
    void whatRetentionTookBeforeItWasReadIsPassedOver() throws Exception {
        for (int second = 0; second < 5; second++) {
            write(0, second);
        }
        TopicPartition partition = new TopicPartition(TOPIC.name(), 0);
        try (TopicReader reader = new TopicReader(kafka);
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.servers()))) {
            List<Range> ranges = reader.ranges(TOPIC, null, null);
            admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(3))).all().get();

            assertThat(seconds(reader, ranges)).containsExactly(3, 4);
        }
    }

    @Test
    void aThrowingProgressEndsTheReading() {
        write(0, 0);
        try (TopicReader reader = new TopicReader(kafka)) {
            List<Range> ranges = reader.ranges(TOPIC, null, null);

            assertThatThrownBy(() ->
                            reader.read(
                                    ranges,
                                    _ -> {},
                                    _ -> {
                                        throw new IllegalStateException("stop");
                                    }))
                    .hasMessage("stop");
            assertThat(seconds(reader, ranges)).containsExactly(0);
        }
    }

    @Test
    void anEndThatIsNeverReachedIsToldAfterAWhile() {
        write(0, 0);
        TopicPartition partition = new TopicPartition(TOPIC.name(), 0);
        try (TopicReader reader = new TopicReader(kafka, Duration.ofMillis(300))) {
            List<Integer> read = new ArrayList<>();

            assertThatThrownBy(() ->
                            reader.read(
                                    List.of(new Range(partition, 0, 2)),
                                    record -> read.add(second(record)),
                                    _ -> {}))
                    .isInstanceOf(TopicReader.BehindException.class)
                    .hasMessageContaining("begin=1, end=2");
            assertThat(read).containsExactly(0);
        }
    }

    @Test
    void aTopicThatIsNotThereIsAnErrorAndNotAnEmptyOne() {
        try (TopicReader reader = new TopicReader(kafka)) {
            assertThatThrownBy(() -> reader.ranges(ABSENT, null, null))
                    .isInstanceOf(KafkaException.class);
        }
        assertThatThrownBy(() -> new TopicFollower(kafka, ABSENT))
                .isInstanceOf(KafkaException.class);
    }

    @Test
    void rangesFollowOneAnother() {
        write(0, 0);
        write(1, 1);
        try (TopicReader reader = new TopicReader(kafka)) {
            List<Range> first = reader.ranges(TOPIC, null, null);
            write(1, 2);
            Map<Integer, Long> begins = new TreeMap<>();
            List<Range> next = reader.following(first);
            next.forEach(range -> begins.put(range.partition().partition(), range.length()));

            assertThat(begins).containsExactly(entry(0, 0L), entry(1, 1L));
            assertThat(seconds(reader, next)).containsExactly(2);
        }
    }
}
