package io.waybillguard.aftersales.dispatch;

import static io.waybillguard.aftersales.dispatch.interception.Interceptions.aRequest;
import static io.waybillguard.aftersales.dispatch.payout.Payouts.aPayout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.waybillguard.events.interception.InterceptionResult;
import io.waybillguard.events.interception.InterceptionResult.InterceptionAccepted;
import io.waybillguard.events.json.EventJson;
import io.waybillguard.events.json.Read;
import io.waybillguard.events.payout.PayoutResult;
import io.waybillguard.events.payout.PayoutResult.PayoutPaid;
import io.waybillguard.events.payout.PayoutResult.PayoutParked;
import io.waybillguard.events.topics.Topic;
import io.waybillguard.events.topics.Topics;
import io.waybillguard.kit.kafka.EventPublisher;
import io.waybillguard.kit.kafka.KafkaEdge;
import io.waybillguard.kit.testing.OneBroker;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/** The dispatchers between real topics and a real, if small, outside world. */
class DispatchOnKafkaTest {

    private static final int PARTITIONS = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static OneBroker broker;
    private static TestPayments payments;
    private static TestCouriers couriers;
    private static CrashingOutbox crashes;
    private static ConfigurableApplicationContext service;
    private static KafkaProducer<byte[], byte[]> producer;

    /** Not a component: only this test starts it. */
    @EnableAutoConfiguration
    @ComponentScan
    @Import(KafkaEdge.class)
    static class Dispatching {}

    /** Writes, unless it is told to be the place where the process dies. */
    private static final class CrashingOutbox implements Outbox {
        private final Outbox topics;
        private volatile CountDownLatch reached = new CountDownLatch(0);
        private volatile CountDownLatch killed = new CountDownLatch(0);

        private CrashingOutbox(EventPublisher publisher) {
            this.topics = new KafkaOutbox(publisher);
        }

        @Override
        public <V> void write(Topic<V> topic, V event) {
            if (reached.getCount() > 0 && topic.equals(Topics.PAYOUT_RESULTS)) {
                reached.countDown();
                awaitQuietly(killed);
                throw new NotWrittenException(topic.name(), new IllegalStateException("killed"));
            }
            topics.write(topic, event);
        }
    }

    @BeforeAll
    static void start() throws Exception {
        broker = OneBroker.start();
        payments = new TestPayments();
        couriers = new TestCouriers();
        service =
                new SpringApplicationBuilder(Dispatching.class)
                        .web(WebApplicationType.NONE)
                        .initializers(DispatchOnKafkaTest::withCrashes)
                        .run(settings());
        crashes = service.getBean(CrashingOutbox.class);
        producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", broker.servers()),
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
    }

    private static void withCrashes(ConfigurableApplicationContext context) {
        GenericApplicationContext generic = (GenericApplicationContext) context;
        generic.registerBean(
                "crashes",
                CrashingOutbox.class,
                () -> new CrashingOutbox(generic.getBean(EventPublisher.class)),
                definition -> definition.setPrimary(true));
    }

    private static String[] settings() {
        return new String[] {
            "--spring.application.name=aftersales-engine",
            "--spring.config.name=dispatch",
            "--waybill.kafka.bootstrap-servers=" + broker.servers(),
            "--waybill.kafka.partitions=" + PARTITIONS,
            "--waybill.engine.payout.listener.concurrency=1",
            "--waybill.engine.payout.listener.pause-first=100ms",
            "--waybill.engine.payout.listener.pause-most=200ms",
            "--resilience4j.circuitbreaker.configs.payment.minimum-number-of-calls=100",
            "--resilience4j.circuitbreaker.configs.payment.sliding-window-size=100",
            "--waybill.engine.payout.url=" + payments.url(),
            "--waybill.engine.interception.url=" + couriers.url(),
            "--waybill.engine.interception.callback-url=http://localhost",
            "--waybill.engine.interception.secret=a-secret"
        };
    }

    @AfterAll
    static void stop() throws Exception {
        producer.close(Duration.ZERO);
        service.close();
        payments.close();
        couriers.close();
        broker.close();
    }

    @Test
    void whatIsNoCommandIsPutAsideAndTheNextIsPaid() {
        send(
                Topics.PAYOUTS,
                0,
                "o-bad",
                "{\"type\":\"refund.payout-guessed.v1\"}".getBytes(StandardCharsets.UTF_8));
        send(Topics.PAYOUTS, 0, "o-bad", null);
        send(Topics.PAYOUTS, 0, "o-good", EventJson.write(aPayout("r-good", "o-good")));

        awaitResults("r-good", 1);

        assertThat(records(Topics.PAYOUTS.deadLetters())).hasSize(2);
        assertThat(payments.bookOf("r-good")).hasSize(1);
    }

    @Test
    void aCommandOfATransactionThatWasAbortedIsNotPaid() {
        try (KafkaProducer<byte[], byte[]> engine =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", broker.servers(), "transactional.id", "engine"),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            engine.initTransactions();
            engine.beginTransaction();
            engine.send(command(Topics.PAYOUTS, 0, aPayout("r-aborted", "o-tx")));
            engine.flush();
            engine.abortTransaction();
            engine.beginTransaction();
            engine.send(command(Topics.PAYOUTS, 0, aPayout("r-committed", "o-tx")));
            engine.commitTransaction();
        }

        awaitResults("r-committed", 1);

        assertThat(payments.bookOf("r-aborted")).isEmpty();
        assertThat(results("r-aborted")).isEmpty();
    }

    @Test
    void aCrashBetweenThePaymentAndItsResultPaysOnce() {
        ConcurrentMessageListenerContainer<?, ?> listeners = listeners("payoutListeners");
        CountDownLatch stopped = new CountDownLatch(1);
        crashes.killed = new CountDownLatch(1);
        crashes.reached = new CountDownLatch(1);
        producer.send(command(Topics.PAYOUTS, 1, aPayout("r-crash", "o-crash")));
        awaitQuietly(crashes.reached);

        listeners.stop(stopped::countDown);
        crashes.killed.countDown();
        awaitQuietly(stopped);

        assertThat(payments.bookOf("r-crash")).hasSize(1);
        assertThat(results("r-crash")).isEmpty();

        listeners.start();
        awaitResults("r-crash", 1);
        assertThat(results("r-crash").getFirst()).isInstanceOf(PayoutPaid.class);
        assertThat(payments.bookOf("r-crash")).hasSize(1);
    }

    @Test
    void aPayoutThatCannotBeSettledHoldsItsPartitionOnly() {
        payments.failsFor("o-stuck");
        producer.send(command(Topics.PAYOUTS, 0, aPayout("r-stuck", "o-stuck")));
        producer.send(command(Topics.PAYOUTS, 0, aPayout("r-behind", "o-behind")));
        await().atMost(PATIENCE).until(() -> unknownPayouts() == 1);

        IntStream.range(0, 10)
                .forEach(i ->
                        producer.send(
                                command(Topics.PAYOUTS, 1, aPayout("r-free-" + i, "o-free-" + i))));
        await().atMost(PATIENCE)
                .until(() ->
                        events(Topics.PAYOUT_RESULTS).stream()
                                        .filter(result ->
                                                result.refundId().value().startsWith("r-free-"))
                                        .count()
                                == 10);
        assertThat(results("r-stuck")).isEmpty();
        assertThat(results("r-behind")).isEmpty();
        assertThat(unknownPayouts()).isEqualTo(1);

        payments.recovers();
        awaitResults("r-behind", 1);
        assertThat(results("r-stuck")).singleElement().isInstanceOf(PayoutPaid.class);
        assertThat(payments.bookOf("r-stuck")).hasSize(1);
        assertThat(unknownPayouts()).isZero();
    }

    @Test
    void aParkedPayoutIsToldToTheEngineAndToPeople() {
        producer.send(command(Topics.PAYOUTS, 0, aPayout("r-too-much", "o-too-much", 5991)));

        awaitResults("r-too-much", 1);

        assertThat(results("r-too-much")).singleElement().isInstanceOf(PayoutParked.class);
        assertThat(events(Topics.PAYOUTS_PARKED))
                .filteredOn(parked -> parked.refundId().value().equals("r-too-much"))
                .hasSize(1);
        assertThat(payments.bookOf("r-too-much")).isEmpty();
    }

    @Test
    void anInterceptionIsAskedForAndAnsweredWhileAnotherCourierHangs() {
        couriers.hangs("YTO");
        producer.send(command(Topics.INTERCEPTIONS, 0, aRequest("r-yto", "o-yto", "YTO")));
        producer.send(command(Topics.INTERCEPTIONS, 0, aRequest("r-zto", "o-zto", "ZTO")));

        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(events(Topics.INTERCEPTION_RESULTS))
                                .filteredOn(InterceptionAccepted.class::isInstance)
                                .extracting(InterceptionResult::refundId)
                                .extracting(Object::toString)
                                .contains("r-zto"));
        couriers.recovers();
    }

    @Test
    void safeguardsAreMeasured() {
        MeterRegistry meters = service.getBean(MeterRegistry.class);

        assertThat(meters.find("resilience4j.circuitbreaker.state").tag("name", "payment").gauges())
                .isNotEmpty();
        assertThat(meters.find("resilience4j.bulkhead.available.concurrent.calls").gauges())
                .isNotEmpty();
        assertThat(meters.getMeters())
                .anyMatch(meter -> meter.getId().getName().startsWith("kafka.consumer."));
    }

    private static double unknownPayouts() {
        return service.getBean(MeterRegistry.class).get("payouts.unknown").gauge().value();
    }

    private static ConcurrentMessageListenerContainer<?, ?> listeners(String name) {
        return service.getBean(name, ConcurrentMessageListenerContainer.class);
    }

    private static void awaitResults(String refund, int count) {
        await().atMost(PATIENCE).until(() -> results(refund).size() >= count);
    }

    private static List<PayoutResult> results(String refund) {
        return events(Topics.PAYOUT_RESULTS).stream()
                .filter(result -> result.refundId().value().equals(refund))
                .toList();
    }

    private static <V> List<V> events(Topic<V> topic) {
        return records(topic).stream()
                .map(record -> ((Read.Event<V>) EventJson.read(topic, record.value())).value())
                .toList();
    }

    /** All that stands on a topic now. */
    private static List<ConsumerRecord<byte[], byte[]>> records(Topic<?> topic) {
        List<TopicPartition> partitions =
                IntStream.range(0, PARTITIONS)
                        .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                        .toList();
        List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", broker.servers()),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(all::add);
            }
        }
        return all;
    }

    private static <V> ProducerRecord<byte[], byte[]> command(
            Topic<V> topic, int partition, V command) {
        return new ProducerRecord<>(
                topic.name(),
                partition,
                topic.keyFor(command).getBytes(StandardCharsets.UTF_8),
                EventJson.write(command));
    }

    private static void send(Topic<?> topic, int partition, String key, byte[] value) {
        producer.send(
                new ProducerRecord<>(
                        topic.name(), partition, key.getBytes(StandardCharsets.UTF_8), value));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            assertThat(latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
