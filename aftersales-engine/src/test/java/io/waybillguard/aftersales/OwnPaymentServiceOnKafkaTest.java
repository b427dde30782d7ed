package io.waybillguard.aftersales;

import static io.waybillguard.aftersales.fixtures.APolicy.aPolicy;
import static io.waybillguard.aftersales.fixtures.AnOrder.ORDER;
import static io.waybillguard.aftersales.fixtures.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waybillguard.events.json.EventJson;
import io.waybillguard.events.json.Read;
import io.waybillguard.events.payout.PayoutCommand.PayoutRequested;
import io.waybillguard.events.payout.PayoutResult;
import io.waybillguard.events.payout.PayoutResult.PayoutDeclined;
import io.waybillguard.events.payout.PayoutResult.PayoutPaid;
import io.waybillguard.events.policy.PolicyEvent.ShopPolicySet;
import io.waybillguard.events.refund.AftersalesEvent.CaseClosed;
import io.waybillguard.events.refund.AftersalesEvent.CaseMoved;
import io.waybillguard.events.refund.AftersalesRequest.RefundRequested;
import io.waybillguard.events.refund.CaseOutcome;
import io.waybillguard.events.refund.CaseState;
import io.waybillguard.events.refund.MoveReason;
import io.waybillguard.events.refund.RefundKind;
import io.waybillguard.events.refund.RefundReason;
import io.waybillguard.events.topics.Topic;
import io.waybillguard.events.topics.Topics;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.RefundId;
import io.waybillguard.kit.kafka.EventPublisher;
import io.waybillguard.kit.kafka.KafkaSettings;
import io.waybillguard.kit.kafka.TopicFollower;
import io.waybillguard.kit.testing.OneBroker;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole engine beside a platform's own payment service, which reads and writes topics. */
class OwnPaymentServiceOnKafkaTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir Path folder;
    private OneBroker broker;
    private ConfigurableApplicationContext engine;
    private final Payments payments = new Payments();

    /**
     * A payment service as the documentation asks for it: each key is paid once, a result is
     * written before the command is committed.
     */
    private final class Payments {
        private final Map<String, PayoutResult> byKey = new ConcurrentHashMap<>();
        private final List<String> paid = new CopyOnWriteArrayList<>();

        /**
         * Reads until {@code count} commands were carried out.
         *
         * @param dies before it has told the result of the last, and committed it
         */
        void work(int count, boolean dies) throws Exception {
            int done = 0;
            try (KafkaConsumer<byte[], byte[]> consumer =
                    new KafkaConsumer<>(
                            Map.of(
                                    "bootstrap.servers",
                                    broker.servers(),
                                    "group.id",
                                    "own-payments",
                                    "isolation.level",
                                    "read_committed",
                                    "auto.offset.reset",
                                    "earliest",
                                    "max.poll.records",
                                    1,
                                    "enable.auto.commit",
                                    false),
                            new ByteArrayDeserializer(),
                            new ByteArrayDeserializer())) {
                consumer.subscribe(List.of(Topics.PAYOUTS.name()));
                Instant until = Instant.now().plus(PATIENCE);
                while (done < count && Instant.now().isBefore(until)) {
                    for (var record : consumer.poll(Duration.ofMillis(200))) {
                        PayoutRequested command =
                                (PayoutRequested)
                                        ((Read.Event<?>)
                                                        EventJson.read(
                                                                Topics.PAYOUTS, record.value()))
                                                .value();
                        PayoutResult result =
                                byKey.computeIfAbsent(
                                        command.idempotencyKey(), _ -> execute(command));
                        done++;
                        if (dies && done == count) {
                            return;
                        }
                        tell(Topics.PAYOUT_RESULTS, result);
                        consumer.commitSync();
                    }
                }
            }
            assertThat(done).isEqualTo(count);
        }

        private PayoutResult execute(PayoutRequested command) {
            if (command.amount().fen() == 4_000) {
                return new PayoutDeclined(
                        command.refundId(),
                        command.orderId(),
                        command.amount(),
                        "ACCOUNT_CLOSED",
                        Instant.now());
            }
            paid.add(command.refundId().value());
            return new PayoutPaid(
                    command.refundId(),
                    command.orderId(),
                    command.amount(),
                    "own-" + command.refundId(),
                    Instant.now());
        }
    }

    @BeforeEach
    void start() throws Exception {
        broker = OneBroker.start();
        engine =
                new SpringApplicationBuilder(AftersalesEngineApplication.class)
                        .web(WebApplicationType.SERVLET)
                        .run(
                                "--server.port=0",
                                "--server.address=127.0.0.1",
                                "--waybill.kafka.bootstrap-servers=" + broker.servers(),
                                "--waybill.kafka.partitions=1",
                                "--waybill.streams.state-dir=" + folder,
                                "--waybill.streams.commit-interval=100ms",
                                "--waybill.engine.store.kind=heap",
                                "--waybill.engine.payout.mode=topic",
                                "--waybill.engine.interception.mode=topic");
    }

    @AfterEach
    void stop() throws Exception {
        engine.close();
        broker.close();
    }

    private <V> void tell(Topic<V> topic, V event) throws Exception {
        engine.getBean(EventPublisher.class).publish(topic, event).get(10, TimeUnit.SECONDS);
    }

    private <V> List<V> events(Topic<V> topic) {
        List<V> events = new ArrayList<>();
        try (TopicFollower reader = new TopicFollower(engine.getBean(KafkaSettings.class), topic)) {
            reader.readOn(record -> {
                if (EventJson.read(topic, record.value()) instanceof Read.Event<V>(var event)) {
                    events.add(event);
                }
            });
        }
        return events;
    }

    private void ask(String refund, long fen) throws Exception {
        tell(
                Topics.AFTERSALES_REQUESTS,
                new RefundRequested(
                        ORDER,
                        new RefundId(refund),
                        RefundKind.REFUND_ONLY,
                        Money.fen(fen),
                        RefundReason.NOT_WANTED,
                        List.of(),
                        Instant.now()));
    }

    @Test
    void whatItPaysOrDeclinesReachesTheCaseAndADeathInBetweenPaysOnce() throws Exception {
        tell(
                Topics.SHOP_POLICIES,
                new ShopPolicySet(aPolicy().fastRefund().build(), Instant.now()));
        tell(Topics.ORDERS, anOrder().placedEvent());
        tell(Topics.ORDERS, anOrder().paidEvent());
        ask("r-paid", 1_000);

        payments.work(1, true);
        assertThat(payments.paid).containsExactly("r-paid");
        assertThat(events(Topics.PAYOUT_RESULTS)).isEmpty();
        payments.work(1, false);

        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(events(Topics.AFTERSALES_EVENTS))
                                .filteredOn(CaseClosed.class::isInstance)
                                .singleElement()
                                .extracting(event -> ((CaseClosed) event).outcome())
                                .isEqualTo(CaseOutcome.REFUNDED));
        assertThat(payments.paid).containsExactly("r-paid");

        ask("r-declined", 4_000);
        payments.work(1, false);

        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(events(Topics.AFTERSALES_EVENTS))
                                .filteredOn(event -> event.refundId().value().equals("r-declined"))
                                .last()
                                .isInstanceOfSatisfying(
                                        CaseMoved.class,
                                        moved -> {
                                            assertThat(moved.to()).isEqualTo(CaseState.MANUAL);
                                            assertThat(moved.because())
                                                    .isEqualTo(MoveReason.PAYOUT_DECLINED);
                                        }));
        assertThat(payments.paid).containsExactly("r-paid");
        assertThat(engine.getBean("engineTopology")).isNotNull();
        assertThat(engine.containsBean("payoutListeners")).isFalse();
    }
}
