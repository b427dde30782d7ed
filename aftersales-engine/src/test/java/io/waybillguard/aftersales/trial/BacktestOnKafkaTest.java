package io.waybillguard.aftersales.trial;

import static io.waybillguard.aftersales.fixtures.APolicy.aPolicy;
import static io.waybillguard.aftersales.fixtures.AnOrder.NOON;
import static io.waybillguard.aftersales.fixtures.AnOrder.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.waybillguard.aftersales.access.Caller;
import io.waybillguard.aftersales.backtest.Totals;
import io.waybillguard.events.json.EventJson;
import io.waybillguard.events.order.OrderEvent.OrderPaid;
import io.waybillguard.events.order.OrderEvent.OrderPlaced;
import io.waybillguard.events.policy.PolicyEvent.ShopPolicySet;
import io.waybillguard.events.refund.AftersalesRequest.RefundRequested;
import io.waybillguard.events.refund.RefundKind;
import io.waybillguard.events.refund.RefundReason;
import io.waybillguard.events.topics.Topic;
import io.waybillguard.events.topics.Topics;
import io.waybillguard.events.types.BuyerId;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.RefundId;
import io.waybillguard.events.types.Region;
import io.waybillguard.events.types.ShopId;
import io.waybillguard.kit.testing.OneBroker;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The past as a broker holds it. */
class BacktestOnKafkaTest {

    private static final Caller OURS = new Caller(SHOP);
    private static final int ORDERS = 40;

    @TempDir private Path dir;

    @Test
    void aPeriodOfTheTopicsIsReplayedForOneShop() throws Exception {
        try (OneBroker broker = OneBroker.start()) {
            broker.create(topics());
            try (KafkaProducer<String, byte[]> producer =
                    new KafkaProducer<>(
                            Map.of("bootstrap.servers", broker.servers()),
                            new StringSerializer(),
                            new ByteArraySerializer())) {
                write(producer);
            }
            Backtests backtests =
                    ATrial.backtests(
                            ATrial.settings(dir, 3), broker.servers(), new SimpleMeterRegistry());
            String id = backtests.ask(ask()).id();
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> backtests.get(OURS, id).status().isOver());

            BacktestState state = backtests.get(OURS, id);
            assertThat(state.error()).isNull();
            assertThat(state.read()).isEqualTo(state.of()).isPositive();
            Totals totals = state.totals();
            assertThat(totals).isNotNull();
            assertThat(totals.cases()).isEqualTo(ORDERS);
            assertThat(totals.withoutPolicy()).isZero();
            // the first half asked while the shop had no fast refund
            assertThat(totals.changes()).isEqualTo(Map.of("MANUAL -> AUTO_REFUND", 20L));
            backtests.destroy();
        }
    }

    private static BacktestAsk ask() {
        return new BacktestAsk(
                aPolicy().fastRefund().build(),
                null,
                NOON.minus(Duration.ofHours(1)),
                NOON.plus(Duration.ofDays(1)));
    }

    private static List<NewTopic> topics() {
        return Stream.of(
                        Topics.ORDERS,
                        Topics.AFTERSALES_REQUESTS,
                        Topics.PARCEL_MILESTONES,
                        Topics.PARCEL_STALLS,
                        Topics.INTERCEPTION_RESULTS,
                        Topics.PAYOUT_RESULTS,
                        Topics.SHOP_POLICIES)
                .map(topic ->
                        new NewTopic(topic.name(), 2, (short) 1)
                                .configs(Map.of("retention.ms", "-1")))
                .toList();
    }

    private static void write(KafkaProducer<String, byte[]> producer) {
        Instant early = NOON.minus(Duration.ofDays(2));
        Instant half = NOON.plusSeconds(ORDERS / 2);
        send(producer, Topics.SHOP_POLICIES, early, new ShopPolicySet(aPolicy().build(), early));
        send(
                producer,
                Topics.SHOP_POLICIES,
                half,
                new ShopPolicySet(aPolicy().fastRefund().build(), half));
        for (int number = 0; number < ORDERS; number++) {
            order(producer, new OrderId("ours-" + number), SHOP, early.plusSeconds(number));
            order(
                    producer,
                    new OrderId("theirs-" + number),
                    new ShopId("shop-2"),
                    early.plusSeconds(number));
        }
        asks(producer, new OrderId("ours-0"), "before", NOON.minus(Duration.ofHours(2)));
        for (int number = 0; number < ORDERS; number++) {
            asks(producer, new OrderId("ours-" + number), "r", NOON.plusSeconds(number));
            asks(producer, new OrderId("theirs-" + number), "r", NOON.plusSeconds(number));
        }
        asks(producer, new OrderId("ours-0"), "after", NOON.plus(Duration.ofDays(1)));
        producer.flush();
    }

    private static void order(
            KafkaProducer<String, byte[]> producer, OrderId order, ShopId shop, Instant at) {
        send(
                producer,
                Topics.ORDERS,
                at,
                new OrderPlaced(
                        order,
                        shop,
                        new BuyerId("b-1"),
                        "",
                        Money.yuan(50),
                        List.of(),
                        Region.of("浙江"),
                        false,
                        at));
        send(producer, Topics.ORDERS, at, new OrderPaid(order, Money.yuan(50), at));
    }

    private static void asks(
            KafkaProducer<String, byte[]> producer, OrderId order, String name, Instant at) {
        Money amount = name.equals("before") ? Money.fen(1) : Money.yuan(49);
        send(
                producer,
                Topics.AFTERSALES_REQUESTS,
                at,
                new RefundRequested(
                        order,
                        new RefundId(order.value() + "-" + name),
                        RefundKind.REFUND_ONLY,
                        amount,
                        RefundReason.OTHER,
                        List.of(),
                        at));
    }

    private static <V> void send(
            KafkaProducer<String, byte[]> producer, Topic<V> topic, Instant at, V event) {
        producer.send(
                new ProducerRecord<>(
                        topic.name(),
                        null,
                        at.toEpochMilli(),
                        topic.keyFor(event),
                        EventJson.write(event)));
    }
}
