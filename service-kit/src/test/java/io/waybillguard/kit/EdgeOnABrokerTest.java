package io.waybillguard.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.waybillguard.events.order.CloseReason;
import io.waybillguard.events.order.OrderEvent;
import io.waybillguard.events.order.OrderEvent.OrderClosed;
import io.waybillguard.events.order.OrderEvent.OrderPaid;
import io.waybillguard.events.topics.Topic;
import io.waybillguard.events.topics.Topic.Audience;
import io.waybillguard.events.topics.TopicCreation;
import io.waybillguard.events.topics.TopicMismatchException;
import io.waybillguard.events.topics.TopicSettings;
import io.waybillguard.events.topics.Topics;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.kit.kafka.DeadLetterCounter;
import io.waybillguard.kit.kafka.DeadLetterHeaders;
import io.waybillguard.kit.kafka.DeadLetterPublisher;
import io.waybillguard.kit.kafka.EventPublisher;
import io.waybillguard.kit.kafka.EventSerializer;
import io.waybillguard.kit.kafka.KafkaEdge;
import io.waybillguard.kit.streams.DecodeEvents;
import io.waybillguard.kit.streams.EventSources;
import io.waybillguard.kit.streams.StreamsEdge;
import io.waybillguard.kit.streams.StreamsRunner;
import io.waybillguard.kit.testing.OneBroker;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class EdgeOnABrokerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Instant NOON = Instant.parse("2026-03-01T04:00:00Z");
    private static final OrderEvent PAID = new OrderPaid(new OrderId("o-1"), Money.yuan(25), NOON);
    private static final OrderEvent POISON =
            new OrderClosed(new OrderId("o-2"), CloseReason.values()[0], NOON);

    private static OneBroker broker;
    private static Admin admin;

    @TempDir private Path state;

    @BeforeAll
    static void start() throws Exception {
        broker = OneBroker.start();
        admin = Admin.create(Map.of("bootstrap.servers", broker.servers()));
    }

    @AfterAll
    static void stop() throws Exception {
        admin.close();
        broker.close();
    }

    @Configuration(proxyBeanMethods = false)
    static class Meters {
        @Bean
        PrometheusMeterRegistry meters() {
            return new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        }
    }

    /** Copies orders' news; a closed order is what it never got over. */
    @Configuration(proxyBeanMethods = false)
    static class Copying {
        @Bean
        Topology topology(MeterRegistry meters) {
            Topology topology = new Topology();
            EventSources.add(
                    topology,
                    Topics.ORDERS,
                    new DecodeEvents.Supplier<>(
                            Topics.ORDERS, new DeadLetterCounter(meters), List.of("copy")));
            String decoder = EventSources.decoderOf(Topics.ORDERS);
            topology.addProcessor("copy", Copy::new, decoder);
            topology.addSink(
                    "news",
                    Topics.NOTIFIER_NEWS.name(),
                    new StringSerializer(),
                    new EventSerializer("kit"),
                    "copy");
            return EventSources.addDeadLetters(topology, decoder);
        }
    }

    static final class Copy implements Processor<String, OrderEvent, String, OrderEvent> {
        private ProcessorContext<String, OrderEvent> context;

        @Override
        public void init(ProcessorContext<String, OrderEvent> context) {
            this.context = context;
        }

        @Override
        public void process(Record<String, OrderEvent> record) {
            if (record.value() instanceof OrderClosed) {
                throw new IllegalStateException("poison");
            }
            context.forward(record);
        }
    }

    @Test
    void topicsAreMadeOnceAndWhatDiffersStopsTheStart() throws Exception {
        edge("waybill.kafka.create-topics=false")
                .run(started ->
                        assertThat(started)
                                .hasFailed()
                                .getFailure()
                                .rootCause()
                                .hasMessageContaining("create-topics is off")
                                .hasMessageContaining("orders.v1.dlt"));
        assertThat(topics()).isEmpty();

        edge().run(started -> assertThat(started).hasNotFailed());
        assertThat(topics())
                .containsExactlyInAnyOrderElementsOf(
                        Topics.all().stream().map(Topic::name).toList());

        edge().run(started -> assertThat(started).hasNotFailed());
        edge("waybill.kafka.create-topics=false")
                .run(started -> assertThat(started).hasNotFailed());

        admin.createPartitions(Map.of("orders.v1", NewPartitions.increaseTo(3))).all().get();
        set("shop.policies.v1", "cleanup.policy", "delete");
        set("engine.pulses", "message.timestamp.type", "CreateTime");
        await().atMost(PATIENCE).until(() -> partitions("orders.v1") == 3);
        for (String create : List.of("true", "false")) {
            edge("waybill.kafka.create-topics=" + create)
                    .run(started ->
                            assertThat(mismatch(started))
                                    .contains("orders.v1 has partitions 3, not 2")
                                    .contains(
                                            "shop.policies.v1 has cleanup.policy delete, not"
                                                    + " compact")
                                    .contains(
                                            "engine.pulses has message.timestamp.type CreateTime"));
        }
    }

    /** Several small batches in flight: a first that is turned away would never be taken again. */
    @Test
    void aBurstIntoTopicsJustMadeIsWrittenWhole() {
        Map<String, Object> properties =
                Map.of(
                        "bootstrap.servers", broker.servers(),
                        "batch.size", 256,
                        "request.timeout.ms", 5_000,
                        "delivery.timeout.ms", 20_000);
        List<Exception> lost = Collections.synchronizedList(new ArrayList<>());
        for (int round = 0; round < 5; round++) {
            Topic<byte[]> topic = bytes("burst." + round);
            new TopicCreation(admin, new TopicSettings(2, 1)).ensure(List.of(topic));
            try (var producer =
                    new KafkaProducer<>(
                            properties, new ByteArraySerializer(), new ByteArraySerializer())) {
                for (int i = 0; i < 1_000; i++) {
                    var record = new ProducerRecord<>(topic.name(), utf8("k" + i), utf8("v"));
                    producer.send(
                            record,
                            (_, failure) -> {
                                if (failure != null) {
                                    lost.add(failure);
                                }
                            });
                }
            }
            assertThat(lost).as("in round %d", round).isEmpty();
        }
    }

    @Test
    void aTopologyRunsUntilTheServiceStopsAndItsRecordsArePutAsideWhereTheyMust() {
        streams()
                .run(started -> {
                    EventPublisher publisher = started.getBean(EventPublisher.class);
                    awaitState(started, State.RUNNING);
                    assertHealth(started, "streamsReady", Status.UP);
                    assertHealth(started, "streamsAlive", Status.UP);

                    byte[] large = noise(990_000);
                    publisher.send(new ProducerRecord<>("orders.v1", utf8("k"), large)).get();
                    publisher.publish(Topics.ORDERS, PAID).get();

                    assertThat(read(Topics.NOTIFIER_NEWS.name(), 1).getFirst().key())
                            .isEqualTo(utf8("o-1"));
                    ConsumerRecord<byte[], byte[]> letter = read("orders.v1.dlt", 1).getFirst();
                    assertThat(header(letter, DeadLetterHeaders.REASON)).isEqualTo("not-json");
                    assertThat(large).startsWith(letter.value());
                    assertThat(started.getBean(PrometheusMeterRegistry.class).scrape())
                            .contains("kafka_stream_")
                            .contains("kafka_producer_")
                            .contains("stream_threads_replaced_total 0.0")
                            .contains(
                                    "dead_letters_total{reason=\"not-json\",topic=\"orders.v1\"}"
                                            + " 1.0");

                    StreamsRunner runner = started.getBean(StreamsRunner.class);
                    runner.stop();
                    assertThat(runner.state()).isEqualTo(State.NOT_RUNNING);
                    assertThat(runner.isRunning()).isFalse();
                    assertHealth(started, "streamsReady", Status.DOWN);
                    assertHealth(started, "streamsAlive", Status.DOWN);
                });
    }

    @Test
    void aRecordThatFailsEveryTimeEndsTheTopologyAndItsLiveness() {
        streams("waybill.streams.failures.replacements=2")
                .run(started -> {
                    awaitState(started, State.RUNNING);

                    started.getBean(EventPublisher.class).publish(Topics.ORDERS, POISON).get();

                    awaitState(started, State.ERROR);
                    assertHealth(started, "streamsAlive", Status.DOWN);
                    assertThat(
                                    started.getBean(MeterRegistry.class)
                                            .get("stream.threads.replaced")
                                            .counter()
                                            .count())
                            .isEqualTo(2);
                });
    }

    @Test
    void aListenersDeadLetterIsWrittenAsItCameAndThenCounted() {
        edge().run(started -> {
            ConsumerRecord<byte[], byte[]> record =
                    new ConsumerRecord<>("refund.payouts.v1", 1, 7, utf8("o-1"), utf8("{"));
            record.headers().add("trace", utf8("t"));

            started.getBean(DeadLetterPublisher.class).publish(record, "not-json", "at 1").get();

            ConsumerRecord<byte[], byte[]> letter = read("refund.payouts.v1.dlt", 1).getFirst();
            assertThat(letter.key()).isEqualTo(utf8("o-1"));
            assertThat(letter.value()).isEqualTo(utf8("{"));
            assertThat(header(letter, "trace")).isEqualTo("t");
            assertThat(header(letter, DeadLetterHeaders.TOPIC)).isEqualTo("refund.payouts.v1");
            assertThat(header(letter, DeadLetterHeaders.PARTITION)).isEqualTo("1");
            assertThat(header(letter, DeadLetterHeaders.OFFSET)).isEqualTo("7");
            assertThat(header(letter, DeadLetterHeaders.REASON)).isEqualTo("not-json");
            assertThat(header(letter, DeadLetterHeaders.DETAIL)).isEqualTo("at 1");
            assertThat(
                            started.getBean(MeterRegistry.class)
                                    .get("dead.letters")
                                    .tag("topic", "refund.payouts.v1")
                                    .counter()
                                    .count())
                    .isEqualTo(1);
        });
    }

    @Test
    void aDeadLetterThatCouldNotBeWrittenIsNotCounted() {
        edge().run(started -> {
            var record = new ConsumerRecord<>("no/such/topic", 0, 0, utf8("k"), utf8("v"));

            var written = started.getBean(DeadLetterPublisher.class).publish(record, "a", "b");

            await().atMost(PATIENCE).until(written::isCompletedExceptionally);
            assertThat(started.getBean(MeterRegistry.class).find("dead.letters").counter())
                    .isNull();
        });
    }

    private ApplicationContextRunner edge(String... settings) {
        return new ApplicationContextRunner()
                .withUserConfiguration(Meters.class, KafkaEdge.class)
                .withPropertyValues(
                        "spring.application.name=kit",
                        "waybill.kafka.bootstrap-servers=" + broker.servers(),
                        "waybill.kafka.partitions=2")
                .withPropertyValues(settings);
    }

    private ApplicationContextRunner streams(String... settings) {
        return edge(settings)
                .withUserConfiguration(Copying.class, StreamsEdge.class)
                .withPropertyValues(
                        "waybill.streams.application-id=kit-" + state.getFileName(),
                        "waybill.streams.state-dir=" + state,
                        "waybill.streams.commit-interval=100ms",
                        "waybill.streams.session-timeout=2s");
    }

    private static void awaitState(ApplicationContext context, State wanted) {
        await().atMost(PATIENCE)
                .dontCatchUncaughtExceptions()
                .until(() -> context.getBean(StreamsRunner.class).state() == wanted);
    }

    private static void assertHealth(ApplicationContext context, String name, Status status) {
        assertThat(context.getBean(name, HealthIndicator.class).health().getStatus())
                .as(name)
                .isEqualTo(status);
    }

    private static String mismatch(AssertableApplicationContext started) {
        Throwable failure = started.getStartupFailure();
        while (failure != null && !(failure instanceof TopicMismatchException)) {
            failure = failure.getCause();
        }
        assertThat(failure).as("a mismatch").isNotNull();
        return failure.getMessage();
    }

    private static void set(String topic, String name, String value) throws Exception {
        admin.incrementalAlterConfigs(
                        Map.of(
                                new ConfigResource(ConfigResource.Type.TOPIC, topic),
                                List.of(
                                        new AlterConfigOp(
                                                new ConfigEntry(name, value),
                                                AlterConfigOp.OpType.SET))))
                .all()
                .get();
        await().atMost(PATIENCE).until(() -> value.equals(setting(topic, name)));
    }

    private static String setting(String topic, String name) throws Exception {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        return admin.describeConfigs(List.of(resource)).all().get().get(resource).get(name).value();
    }

    private static int partitions(String topic) throws Exception {
        return admin.describeTopics(List.of(topic))
                .allTopicNames()
                .get()
                .get(topic)
                .partitions()
                .size();
    }

    private static Topic<byte[]> bytes(String name) {
        return new Topic<>(name, byte[].class, "any", null, Duration.ofDays(1), Audience.INTERNAL);
    }

    private static Set<String> topics() throws Exception {
        return admin.listTopics().names().get();
    }

    @BeforeEach
    void deleteTopics() throws Exception {
        admin.deleteTopics(topics()).all().get();
        await().atMost(PATIENCE).until(() -> topics().isEmpty());
    }

    private static List<ConsumerRecord<byte[], byte[]>> read(String topic, int count) {
        List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
        Map<String, Object> properties =
                Map.of(
                        "bootstrap.servers", broker.servers(),
                        "isolation.level", "read_committed",
                        "auto.offset.reset", "earliest");
        try (var consumer =
                new KafkaConsumer<>(
                        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(new TopicPartition(topic, 0), new TopicPartition(topic, 1)));
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> {
                        consumer.poll(Duration.ofMillis(100)).forEach(all::add);
                        return all.size() >= count;
                    });
        }
        return all;
    }

    private static byte[] noise(int bytes) {
        byte[] noise = new byte[bytes];
        new Random(5).nextBytes(noise);
        Arrays.fill(noise, 0, 1, (byte) '?');
        return noise;
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
