package io.waybillguard.aftersales.dispatch;

import static io.waybillguard.aftersales.dispatch.interception.Interceptions.aRequest;
import static io.waybillguard.aftersales.dispatch.payout.Payouts.aPayout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.waybillguard.aftersales.dispatch.TestServer.Mode;
import io.waybillguard.events.json.EventJson;
import io.waybillguard.events.topics.Topic;
import io.waybillguard.events.topics.Topics;
import io.waybillguard.kit.kafka.KafkaEdge;
import io.waybillguard.kit.testing.OneBroker;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/** The dispatchers while the payment side, a courier, or the service itself is away. */
class OutagesOnKafkaTest {

    private static final int PARTITIONS = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static OneBroker broker;
    private static KafkaProducer<byte[], byte[]> producer;

    private TestPayments payments;
    private TestCouriers couriers;
    private ConfigurableApplicationContext service;

    /** Not a component: only this test starts it. */
    @EnableAutoConfiguration
    @ComponentScan
    @Import(KafkaEdge.class)
    static class Dispatching {}

    @BeforeAll
    static void startBroker() throws Exception {
        broker = OneBroker.start();
        producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", broker.servers()),
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
    }

    @AfterAll
    static void stopBroker() throws Exception {
        producer.close(Duration.ZERO);
        broker.close();
    }

    @BeforeEach
    void open() {
        payments = new TestPayments();
        couriers = new TestCouriers();
    }

    @AfterEach
    void close() {
        service.close();
        payments.close();
        couriers.close();
    }

    private ConfigurableApplicationContext start(String... more) {
        String[] settings = {
            "--spring.application.name=aftersales-engine",
            "--spring.config.name=dispatch",
            "--waybill.kafka.bootstrap-servers=" + broker.servers(),
            "--waybill.kafka.partitions=" + PARTITIONS,
            "--waybill.kafka.client.[session.timeout.ms]=6000",
            "--waybill.engine.payout.listener.concurrency=1",
            "--waybill.engine.payout.listener.pause-first=100ms",
            "--waybill.engine.payout.listener.pause-most=200ms",
            "--waybill.engine.payout.url=" + payments.url(),
            "--spring.lifecycle.timeout-per-shutdown-phase=2s",
            "--waybill.engine.interception.listener.pause-first=100ms",
            "--waybill.engine.interception.listener.pause-most=200ms",
            "--waybill.engine.interception.url=" + couriers.url(),
            "--waybill.engine.interception.callback-url=http://localhost",
            "--waybill.engine.interception.secret=a-secret",
            "--resilience4j.circuitbreaker.configs.courier.sliding-window-size=4",
            "--resilience4j.circuitbreaker.configs.courier.minimum-number-of-calls=4",
            "--resilience4j.circuitbreaker.configs.courier.wait-duration-in-open-state=500ms",
            "--resilience4j.circuitbreaker.configs.payment.sliding-window-size=4",
            "--resilience4j.circuitbreaker.configs.payment.minimum-number-of-calls=4",
            "--resilience4j.circuitbreaker.configs.payment.wait-duration-in-open-state=500ms"
        };
        return new SpringApplicationBuilder(Dispatching.class)
                .web(WebApplicationType.NONE)
                .run(Stream.concat(Stream.of(settings), Stream.of(more)).toArray(String[]::new));
    }

    @Test
    void aPaymentSideThatIsDownIsLeftAloneAndAllThatWaitedIsPaidOnceWhenItIsBack() {
        payments.goesDown();
        service = start();
        List<String> refunds = IntStream.range(0, 20).mapToObj(i -> "r-down-" + i).toList();
        for (int i = 0; i < refunds.size(); i++) {
            send(Topics.PAYOUTS, i % PARTITIONS, aPayout(refunds.get(i), "o-down-" + i));
        }

        awaitCallsNotMadeTo("payment", "payment");
        assertThat(unknownPayouts()).isEqualTo(PARTITIONS);
        assertThat(payments.book()).isEmpty();

        payments.comesBack();
        await().atMost(PATIENCE).until(() -> paid() >= refunds.size());
        assertThat(payments.book())
                .extracting(TestPayments.Entry::reference)
                .containsExactlyInAnyOrderElementsOf(refunds);
        await().atMost(PATIENCE).until(() -> unknownPayouts() == 0);
        assertThat(payments.book()).hasSameSizeAs(refunds);
    }

    @Test
    void aCourierThatIsDownIsLeftAloneAndAskedOnceForEachParcelWhenItIsBack() {
        couriers.goesDown();
        service = start();
        List<String> requests = IntStream.range(0, 8).mapToObj(i -> "ic-r-stop-" + i).toList();
        for (int i = 0; i < requests.size(); i++) {
            send(
                    Topics.INTERCEPTIONS,
                    i % PARTITIONS,
                    aRequest("r-stop-" + i, "o-stop-" + i, "YTO"));
        }

        awaitCallsNotMadeTo("courier-YTO", "courier");
        assertThat(couriers.taken()).isEmpty();

        couriers.comesBack();
        await().atMost(PATIENCE).until(() -> couriers.taken().size() >= 4);
        await().atMost(PATIENCE).until(() -> accepted() >= couriers.taken().size());
        await().atMost(PATIENCE)
                .until(() -> accepted() + interceptions("unknown") >= requests.size());
        assertThat(couriers.taken()).isSubsetOf(requests).doesNotHaveDuplicates();
    }

    /** Its breaker is open, and has been asked a few times. */
    private void awaitCallsNotMadeTo(String party, String kind) {
        CircuitBreaker breaker =
                service.getBean(CircuitBreakerRegistry.class).circuitBreaker(party, kind);
        AtomicInteger notMade = new AtomicInteger();
        breaker.getEventPublisher().onCallNotPermitted(_ -> notMade.incrementAndGet());
        await().atMost(PATIENCE).until(() -> notMade.get() > 4);
    }

    private double accepted() {
        return interceptions("accepted");
    }

    private double interceptions(String outcome) {
        Counter counter =
                service.getBean(MeterRegistry.class)
                        .find("interceptions")
                        .tags("courier", "YTO", "outcome", outcome)
                        .counter();
        return counter == null ? 0 : counter.count();
    }

    @Test
    void aServiceThatGoesDownWithAPayoutInFlightPaysOnceWhenItIsBack() {
        service = start("--resilience4j.timelimiter.configs.payment.timeout-duration=60s");
        payments.onPosts(Mode.EXECUTE_THEN_TIMEOUT);
        send(Topics.PAYOUTS, 0, aPayout("r-flight", "o-flight"));
        await().atMost(PATIENCE).until(() -> payments.bookOf("r-flight").size() == 1);

        service.close();
        service = start();

        await().atMost(PATIENCE).until(() -> paid() == 1);
        assertThat(payments.bookOf("r-flight")).hasSize(1);
        assertThat(payments.posts()).hasSize(1);
    }

    private double paid() {
        return service.getBean(MeterRegistry.class)
                .get("payouts")
                .tag("outcome", "paid")
                .counter()
                .count();
    }

    private double unknownPayouts() {
        return service.getBean(MeterRegistry.class).get("payouts.unknown").gauge().value();
    }

    private static <V> void send(Topic<V> topic, int partition, V command) {
        producer.send(
                new ProducerRecord<>(
                        topic.name(),
                        partition,
                        topic.keyFor(command).getBytes(StandardCharsets.UTF_8),
                        EventJson.write(command)));
    }
}
