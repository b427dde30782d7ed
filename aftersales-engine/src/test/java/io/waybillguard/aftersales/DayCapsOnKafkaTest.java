package io.waybillguard.aftersales;

import static io.waybillguard.aftersales.fixtures.APolicy.aPolicy;
import static io.waybillguard.aftersales.fixtures.AnOrder.ORDER;
import static io.waybillguard.aftersales.fixtures.AnOrder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waybillguard.events.allowance.AllowanceQuestion.AllowanceAsked;
import io.waybillguard.events.json.EventJson;
import io.waybillguard.events.json.Read;
import io.waybillguard.events.policy.PolicyEvent.ShopPolicySet;
import io.waybillguard.events.refund.AftersalesEvent.CaseMoved;
import io.waybillguard.events.refund.AftersalesEvent.RefundRedecided;
import io.waybillguard.events.refund.AftersalesRequest.RefundRequested;
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
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The caps of a day on a real broker, with an engine that goes and comes back without a disk. */
class DayCapsOnKafkaTest {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final int REQUESTS = 10;
    private static final int PAID = 4;

    @TempDir Path folder;
    private OneBroker broker;
    private ConfigurableApplicationContext engine;

    @BeforeEach
    void start() throws Exception {
        broker = OneBroker.start();
        engine = engine("first");
    }

    @AfterEach
    void stop() throws Exception {
        engine.close();
        broker.close();
    }

    /** Commits so seldom that a question lies there for a while before it is answered. */
    private ConfigurableApplicationContext engine(String state) {
        return new SpringApplicationBuilder(AftersalesEngineApplication.class)
                .web(WebApplicationType.SERVLET)
                .run(
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--waybill.kafka.bootstrap-servers=" + broker.servers(),
                        "--waybill.kafka.partitions=2",
                        "--waybill.streams.state-dir=" + folder.resolve(state),
                        "--waybill.streams.commit-interval=2s",
                        "--waybill.engine.store.kind=heap",
                        "--waybill.engine.day-caps.buyer=100",
                        "--waybill.engine.payout.mode=topic",
                        "--waybill.engine.interception.mode=topic");
    }

    @Test
    void whatWasAskedBeforeTheEngineWentIsAnsweredOnceAfterItCameBack() throws Exception {
        tell(
                Topics.SHOP_POLICIES,
                new ShopPolicySet(aPolicy().fastRefund().build(), Instant.now()));
        tell(Topics.ORDERS, anOrder().of(Money.yuan(290)).placedEvent());
        tell(Topics.ORDERS, anOrder().of(Money.yuan(290)).paidEvent());
        for (int request = 0; request < REQUESTS; request++) {
            ask("r-" + request);
        }
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(events(Topics.ALLOWANCE_QUESTIONS)).isNotEmpty());
        engine.close();
        engine = engine("second");

        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(events(Topics.AFTERSALES_EVENTS))
                                .filteredOn(DayCapsOnKafkaTest::isSettled)
                                .hasSize(REQUESTS));
        assertThat(events(Topics.PAYOUTS)).hasSize(PAID);
        assertThat(events(Topics.AFTERSALES_EVENTS))
                .filteredOn(RefundRedecided.class::isInstance)
                .hasSize(REQUESTS - PAID)
                .allSatisfy(event ->
                        assertThat(((RefundRedecided) event).row()).isEqualTo("buyer-day-cap"));
        assertThat(events(Topics.ALLOWANCE_QUESTIONS))
                .filteredOn(AllowanceAsked.class::isInstance)
                .hasSize(2 * REQUESTS);
    }

    private static boolean isSettled(Object event) {
        return event instanceof CaseMoved moved
                && (moved.because() == MoveReason.ALLOWANCE_GRANTED
                        || moved.to() == CaseState.MANUAL);
    }

    private void ask(String refund) throws Exception {
        tell(
                Topics.AFTERSALES_REQUESTS,
                new RefundRequested(
                        ORDER,
                        new RefundId(refund),
                        RefundKind.REFUND_ONLY,
                        Money.yuan(25),
                        RefundReason.NOT_WANTED,
                        List.of(),
                        Instant.now()));
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
}
