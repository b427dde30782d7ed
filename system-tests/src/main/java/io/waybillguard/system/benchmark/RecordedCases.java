package io.waybillguard.system.benchmark;

import io.waybillguard.events.json.EventJson;
import io.waybillguard.events.order.OrderEvent.OrderPaid;
import io.waybillguard.events.order.OrderEvent.OrderPlaced;
import io.waybillguard.events.order.OrderEvent.OrderShipped;
import io.waybillguard.events.parcel.MilestoneEvent.MilestoneReached;
import io.waybillguard.events.parcel.ParcelRole;
import io.waybillguard.events.parcel.ParcelSnapshot;
import io.waybillguard.events.parcel.Stage;
import io.waybillguard.events.policy.InterceptionTerms;
import io.waybillguard.events.policy.NoticeTerms;
import io.waybillguard.events.policy.RefundSwitches;
import io.waybillguard.events.policy.ShopPolicy;
import io.waybillguard.events.refund.AftersalesRequest.MerchantAgreed;
import io.waybillguard.events.refund.AftersalesRequest.RefundRequested;
import io.waybillguard.events.refund.RefundKind;
import io.waybillguard.events.refund.RefundReason;
import io.waybillguard.events.topics.Topic;
import io.waybillguard.events.topics.Topics;
import io.waybillguard.events.types.BuyerId;
import io.waybillguard.events.types.CourierCode;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.events.types.RefundId;
import io.waybillguard.events.types.Region;
import io.waybillguard.events.types.ShopId;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Recorded cases of one shop, in a file or wherever their events are taken: a third of the orders
 * not shipped, the others on the road or signed for; two in five requests agreed to by the shop
 * later.
 */
final class RecordedCases {

    private static final ShopId SHOP = new ShopId("shop-1");
    private static final BuyerId BUYER = new BuyerId("buyer-1");
    private static final Region TO = Region.of("浙江");
    private static final List<Stage> STAGES =
            List.of(Stage.COLLECTED, Stage.IN_TRANSIT, Stage.OUT_FOR_DELIVERY, Stage.SIGNED);

    private final Random random;
    private final Instant begin;
    private final Events events;
    private Instant latest;
    private long count;

    /** Takes an event of a topic, and when it was appended there. */
    @FunctionalInterface
    interface Events {
        <V> void take(Topic<V> topic, Instant at, V event) throws IOException;
    }

    /**
     * What was told.
     *
     * @param end the first instant after all of them
     */
    record Told(long events, Instant end) {}

    private RecordedCases(long seed, Instant begin, Events events) {
        this.random = new Random(seed);
        this.begin = begin;
        this.latest = begin;
        this.events = events;
    }

    /**
     * Tells all events, order by order.
     *
     * @param begin when the first order is placed
     */
    static Told tell(int cases, long seed, Instant begin, Events events) throws IOException {
        RecordedCases recorded = new RecordedCases(seed, begin, events);
        for (int each = 0; each < cases; each++) {
            recorded.one(each);
        }
        return new Told(recorded.count, recorded.latest.plusMillis(1));
    }

    /** Writes a file of them, that {@code POST /backtests} takes. */
    static void write(Path path, int cases, long seed, Instant begin) throws IOException {
        try (BufferedWriter file = Files.newBufferedWriter(path, StandardCharsets.UTF_8)) {
            file.write(json(Map.of("policy", candidate(), "baseline", ShopPolicy.none(SHOP))));
            file.write('\n');
            tell(
                    cases,
                    seed,
                    begin,
                    new Events() {
                        @Override
                        public <V> void take(Topic<V> topic, Instant at, V event)
                                throws IOException {
                            file.write(
                                    "{\"topic\":\"%s\",\"at\":\"%s\",\"event\":%s}\n"
                                            .formatted(topic.name(), at, json(event)));
                        }
                    });
        }
    }

    /** What is asked of a period from {@code from} on. */
    static String asked(Instant from, Instant until) {
        return json(
                Map.of(
                        "policy",
                        candidate(),
                        "baseline",
                        ShopPolicy.none(SHOP),
                        "from",
                        from,
                        "until",
                        until));
    }

    private static ShopPolicy candidate() {
        return new ShopPolicy(
                SHOP,
                1,
                new RefundSwitches(true, null, true, null, true, true, null),
                new InterceptionTerms(true, "2023-06", Set.of(new CourierCode("ZTO"))),
                List.of(),
                NoticeTerms.DEFAULT);
    }

    private void one(int number) throws IOException {
        OrderId order = new OrderId("o-" + number);
        RefundId refund = new RefundId("r-" + number);
        Instant at = begin.plusSeconds(number);
        Money amount = Money.fen(1000 + random.nextInt(60_000));
        event(
                Topics.ORDERS,
                at,
                new OrderPlaced(order, SHOP, BUYER, "", amount, List.of(), TO, false, at));
        event(Topics.ORDERS, at, new OrderPaid(order, amount, at));
        if (random.nextInt(3) > 0) {
            shipped(number, order, at.plus(Duration.ofHours(4)));
        }
        Instant asked = at.plus(Duration.ofDays(1));
        event(Topics.AFTERSALES_REQUESTS, asked, request(order, refund, amount, asked));
        if (random.nextInt(5) < 2) {
            Instant agreed = asked.plus(Duration.ofHours(6));
            event(
                    Topics.AFTERSALES_REQUESTS,
                    agreed,
                    new MerchantAgreed(order, refund, "agent-1", agreed));
        }
    }

    private static RefundRequested request(
            OrderId order, RefundId refund, Money amount, Instant asked) {
        return new RefundRequested(
                order,
                refund,
                RefundKind.REFUND_ONLY,
                amount,
                RefundReason.NO_MOVEMENT,
                List.of(),
                asked);
    }

    private void shipped(int number, OrderId order, Instant at) throws IOException {
        ParcelId parcel = ParcelId.of("ZTO", "ZTO" + number);
        event(
                Topics.ORDERS,
                at,
                new OrderShipped(order, SHOP, BUYER, parcel, "", "", TO, true, at));
        Stage stage = STAGES.get(random.nextInt(STAGES.size()));
        ParcelSnapshot snapshot =
                new ParcelSnapshot(
                        parcel,
                        ParcelRole.DELIVERY,
                        stage,
                        3,
                        at,
                        at,
                        at,
                        null,
                        "",
                        stage == Stage.SIGNED ? at : null,
                        null,
                        false,
                        null);
        event(
                Topics.PARCEL_MILESTONES,
                at.plusSeconds(60),
                new MilestoneReached(order, SHOP, BUYER, snapshot, null, 1, at));
    }

    private <V> void event(Topic<V> topic, Instant at, V event) throws IOException {
        count++;
        latest = at.isAfter(latest) ? at : latest;
        events.take(topic, at, event);
    }

    private static String json(Object document) {
        return new String(EventJson.write(document), StandardCharsets.UTF_8);
    }
}
