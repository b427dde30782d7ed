package io.waybillguard.orders;

import static io.waybillguard.orders.Events.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waybillguard.events.order.OrderEvent.OrderPaid;
import io.waybillguard.events.parcel.Stage;
import io.waybillguard.events.policy.PolicyEvent.ShopPolicySet;
import io.waybillguard.events.policy.ShopPolicy;
import io.waybillguard.events.refund.AftersalesRequest.RefundRequested;
import io.waybillguard.events.refund.CaseState;
import io.waybillguard.events.refund.Decision;
import io.waybillguard.events.refund.Offer;
import io.waybillguard.events.refund.OfferKind;
import io.waybillguard.events.refund.RefundGrounds;
import io.waybillguard.events.refund.RefundKind;
import io.waybillguard.events.refund.RefundLine;
import io.waybillguard.events.refund.RefundReason;
import io.waybillguard.events.topics.Topics;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.OfferId;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.RefundId;
import io.waybillguard.events.types.ShopId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** What other services say, as the API shows it; and the projection read again from nothing. */
class ProjectionTest extends RunningService {
    private static final List<String> TABLES =
            List.of(
                    "projection_offsets",
                    "orders",
                    "shipments",
                    "parcels",
                    "stalls",
                    "scans",
                    "cases",
                    "case_events",
                    "case_acts",
                    "interceptions",
                    "payouts",
                    "shop_policies",
                    "notices");

    @Test
    void anOrderShowsItsParcelsTimelineStallsCasesAndMessages() {
        String waybill = fresh("73700");
        String order = aShippedOrder(waybill);
        String refund = fresh("r-");
        Events events = new Events(order, refund, waybill);
        Answer asked = post(PLATFORM, "/orders/" + order + "/refunds", refund(refund, 9900));
        assertThat(asked.status()).isEqualTo(201);
        assertThat(asked.text("/state")).isEqualTo("REQUESTED");

        everythingHappens(events);

        Answer shown = get(SHOP_1, "/orders/" + order);
        assertThat(shown.text("/parcels/0/stage")).isEqualTo("IN_TRANSIT");
        assertThat(shown.text("/parcels/0/snapshot/lastPlace")).isEqualTo("杭州转运中心");
        assertThat(shown.body().at("/parcels/0/timeline").size()).isEqualTo(2);
        assertThat(shown.text("/parcels/0/timeline/0/kind")).isEqualTo("COLLECTED");
        assertThat(shown.text("/parcels/0/stalls/0/level")).isEqualTo("SUSPECTED_LOST");
        assertThat(shown.text("/parcels/0/stalls/0/threshold")).isEqualTo("PT48H");
        assertThat(shown.body().at("/parcels/0/stalls/0/active").asBoolean()).isFalse();
        assertThat(shown.body().at("/parcels/0/stalls/1/active").asBoolean()).isTrue();
        assertThat(shown.text("/cases/0/decision")).isEqualTo("INTERCEPT");
        assertThat(shown.text("/cases/0/row")).isEqualTo("intercept");
        assertThat(shown.text("/cases/0/state")).isEqualTo("CLOSED");
        assertThat(shown.text("/cases/0/outcome")).isEqualTo("REFUNDED");
        assertThat(shown.text("/cases/0/explanation/rows/1/failed")).isEmpty();
        assertThat(shown.text("/cases/0/explanation/rows/0/failed")).isEqualTo("not shipped");
        assertThat(shown.text("/cases/0/explanation/suggestedWords/zh")).isEqualTo("正在拦截");
        assertThat(shown.body().at("/cases/0/moves").size()).isEqualTo(4);
        assertThat(shown.text("/cases/0/interception/state")).isEqualTo("SUCCEEDED");
        assertThat(shown.text("/cases/0/payout/outcome")).isEqualTo("PAID");
        assertThat(shown.text("/notices/0/scene")).isEqualTo("STALL_IN_TRANSIT");
        assertThat(shown.body().at("/notices").size()).isEqualTo(3);
        assertThat(get(SHOP_1, "/refunds/" + refund).body()).isEqualTo(shown.body().at("/cases/0"));
    }

    private void everythingHappens(Events events) {
        publish(Topics.PARCEL_SCANS, events.collected());
        publish(Topics.PARCEL_SCANS, events.collected());
        publish(Topics.PARCEL_SCANS, events.arrived());
        publish(Topics.PARCEL_MILESTONES, events.milestone(Stage.COLLECTED, 1));
        publish(Topics.PARCEL_MILESTONES, events.milestone(Stage.IN_TRANSIT, 2));
        publish(Topics.PARCEL_STALLS, events.stalled(1, 3));
        publish(Topics.PARCEL_STALLS, events.suspectedLost(1, 4));
        publish(Topics.PARCEL_STALLS, events.cleared(1, 5));
        publish(Topics.PARCEL_STALLS, events.stalled(2, 6));
        publish(Topics.AFTERSALES_EVENTS, events.decided(1));
        publish(Topics.AFTERSALES_EVENTS, events.moved(CaseState.INTERCEPTING, 2));
        publish(Topics.INTERCEPTION_RESULTS, events.interceptionAccepted());
        publish(Topics.INTERCEPTION_RESULTS, events.interceptionSucceeded());
        publish(Topics.AFTERSALES_EVENTS, events.moved(CaseState.PAYING, 3));
        publish(Topics.PAYOUT_RESULTS, events.paid());
        publish(Topics.AFTERSALES_EVENTS, events.closed(4));
        publish(Topics.NOTICE_RECEIPTS, events.sent());
        publish(Topics.NOTICE_RECEIPTS, events.suppressed());
        projectionHasReadEverything();
    }

    @Test
    void stallsAreListedByKindCourierLevelCauseAndWhetherTheyLast() {
        String waybill = fresh("73710");
        String shop = fresh("shop-s");
        Events events = new Events(fresh("o-"), fresh("r-"), waybill, shop);
        publish(Topics.PARCEL_STALLS, events.stalled(1, 1));
        publish(Topics.PARCEL_STALLS, events.cleared(1, 2));
        publish(Topics.PARCEL_STALLS, events.stalled(2, 3));
        projectionHasReadEverything();

        String all = "/stalls?shop=" + shop;
        assertThat(total(all)).isEqualTo(2);
        assertThat(total(all + "&active=true")).isEqualTo(1);
        assertThat(total(all + "&active=false")).isEqualTo(1);
        assertThat(total(all + "&kind=IN_TRANSIT&courier=zto&level=STALLED&cause=SILENCE"))
                .isEqualTo(2);
        assertThat(total(all + "&kind=AT_DELIVERY")).isZero();
        assertThat(total(all + "&courier=YTO")).isZero();
        assertThat(total(all + "&level=SUSPECTED_LOST")).isZero();
        assertThat(total(all + "&cause=PROBLEM")).isZero();
        assertThat(get(SHOP_1, all).body().toString()).doesNotContain(waybill);
        assertThat(get(PLATFORM, all + "&size=1&page=1").body().at("/items").size()).isEqualTo(1);
    }

    @Test
    void casesAreListedByStateDecisionAndRow() {
        String shop = fresh("shop-c");
        Events first = new Events(fresh("o-"), fresh("r-"), fresh("73720"), shop);
        publish(Topics.AFTERSALES_EVENTS, first.decided(1));
        publish(Topics.AFTERSALES_EVENTS, first.moved(CaseState.INTERCEPTING, 2));
        projectionHasReadEverything();
        String all = "/refunds?shop=" + shop;
        assertThat(total(all)).isEqualTo(1);
        assertThat(total(all + "&state=INTERCEPTING&decision=INTERCEPT&row=intercept"))
                .isEqualTo(1);
        assertThat(total(all + "&state=REQUESTED")).isZero();
        assertThat(total(all + "&state=MANUAL")).isZero();
        assertThat(total(all + "&decision=MANUAL")).isZero();
        assertThat(total(all + "&row=otherwise")).isZero();
    }

    private long total(String path) {
        return get(PLATFORM, path).body().at("/total").asLong();
    }

    @Test
    void buyerAndShopActOnACaseOnceAndInTheRightState() {
        String order = aShippedOrder(fresh("73730"));
        String refund = fresh("r-");
        String path = "/refunds/" + refund;
        post(PLATFORM, "/orders/" + order + "/refunds", refund(refund, 9900));
        assertThat(post(PLATFORM, "/orders/" + order + "/refunds", refund(refund, 9900)).status())
                .isEqualTo(200);
        isProblem(
                post(PLATFORM, "/orders/" + order + "/refunds", refund(refund, 9800)),
                409,
                "refund-id-taken");
        isProblem(
                post(SHOP_1, path + "/agreement", "{\"agent\": \"a-1\"}"),
                409,
                "refund-wrong-state");
        isProblem(post(SHOP_1, path + "/agreement", "{}"), 400, "invalid");

        Events events = new Events(order, refund, "1");
        publish(Topics.AFTERSALES_EVENTS, events.moved(CaseState.AWAITING_REJECTION, 1));
        projectionHasReadEverything();
        isProblem(
                post(SHOP_1, path + "/refusal", "{\"agent\": \"a-1\", \"reason\": \"no\"}"),
                409,
                "refusal-needs-proof");
        isProblem(
                post(
                        SHOP_1,
                        path + "/refusal",
                        """
                        {"agent": "a-1", "reason": "signed",
                         "proof": {"kind": "BUYER_SIGNED", "url": "https://proof.test/1"}}\
                        """),
                409,
                "refusal-needs-proof");
        String refusal =
                """
                {"agent": "a-1", "reason": "on its last way",
                 "proof": {"kind": "RECALL_FAILED", "url": "https://proof.test/1"}}
                """;
        Answer refused = post(SHOP_1, path + "/refusal", refusal);
        assertThat(refused.status()).isEqualTo(200);
        assertThat(refused.text("/acts/0/proof/kind")).isEqualTo("RECALL_FAILED");
        long before = published();
        assertThat(post(SHOP_1, path + "/refusal", refusal).status()).isEqualTo(200);
        assertThat(published()).isEqualTo(before);

        publish(Topics.AFTERSALES_EVENTS, events.moved(CaseState.AWAITING_RETURN, 2));
        projectionHasReadEverything();
        Answer back =
                post(
                        SHOP_1,
                        path + "/return-waybill",
                        "{\"courier\": \"yto\", \"waybill\": \"880%s\", \"by\": \"SHOP\"}"
                                .formatted(refund.substring(2)));
        assertThat(back.status()).isEqualTo(200);
        assertThat(back.text("/acts/1/shopId")).isEqualTo("shop-1");
        assertThat(back.text("/acts/1/buyerId")).isEqualTo("b-1");
        Answer shown = get(SHOP_1, "/orders/" + order);
        assertThat(shown.text("/parcels/1/role")).isEqualTo("RETURN");
        assertThat(shown.text("/parcels/1/refundId")).isEqualTo(refund);

        publish(Topics.AFTERSALES_EVENTS, events.moved(CaseState.RETURN_SIGNED, 3));
        projectionHasReadEverything();
        assertThat(post(SHOP_1, path + "/return-confirmation", "{\"agent\": \"a-1\"}").status())
                .isEqualTo(200);
        assertThat(post(PLATFORM, path + "/withdrawal", "{}").status()).isEqualTo(200);
    }

    @Test
    void anOfferIsMadeShownAndAnswered() {
        String order = aShippedOrder(fresh("73740"));
        String refund = fresh("r-");
        String path = "/refunds/" + refund;
        post(PLATFORM, "/orders/" + order + "/refunds", refund(refund, 9900));
        Events events = new Events(order, refund, "1");
        publish(Topics.AFTERSALES_EVENTS, events.moved(CaseState.MANUAL, 1));
        projectionHasReadEverything();
        String part =
                """
                {"offerId": "of-1", "kind": "PARTIAL_REFUND", "amountFen": %d, "agent": "a-1",
                 "words": "so sorry"}
                """;
        isProblem(post(SHOP_1, path + "/offer", part.formatted(9900)), 409, "offer-not-partial");
        isProblem(
                post(SHOP_1, path + "/offer", "{\"kind\": \"PARTIAL_REFUND\", \"agent\": \"a\"}"),
                400,
                "invalid");
        Answer made = post(SHOP_1, path + "/offer", part.formatted(4000));
        assertThat(made.status()).isEqualTo(200);
        assertThat(made.text("/acts/0/offerId")).isEqualTo("of-1");
        assertThat(made.body().at("/offer").isMissingNode() || made.body().at("/offer").isNull())
                .as("the engine has not spoken yet")
                .isTrue();

        Offer offer =
                new Offer(
                        new OfferId("of-1"),
                        OfferKind.PARTIAL_REFUND,
                        Money.yuan(40),
                        Events.NOON.plusSeconds(60));
        publish(Topics.AFTERSALES_EVENTS, events.offered(offer, 2));
        projectionHasReadEverything();
        Answer shown = get(SHOP_1, path);
        assertThat(shown.text("/state")).isEqualTo("OFFERED");
        assertThat(shown.text("/offer/kind")).isEqualTo("PARTIAL_REFUND");
        assertThat(shown.body().at("/offer/amount").asLong()).isEqualTo(4000);
        isProblem(
                post(PLATFORM, path + "/offer-acceptance", "{\"offerId\": \"of-0\"}"),
                409,
                "offer-differs");
        String answer = "{\"offerId\": \"of-1\"}";
        assertThat(post(PLATFORM, path + "/offer-acceptance", answer).status()).isEqualTo(200);
        assertThat(post(PLATFORM, path + "/offer-decline", answer).status()).isEqualTo(200);
        assertThat(
                        post(
                                        SHOP_1,
                                        path + "/offer-withdrawal",
                                        "{\"offerId\": \"of-1\", \"agent\": \"a-1\"}")
                                .status())
                .isEqualTo(200);
    }

    @Test
    void aRequestNamesItsItemsAndMayChange() {
        String order = aShippedOrder(fresh("73741"));
        String refund = fresh("r-");
        String asked =
                """
                {"refundId": "%s", "kind": "REFUND_ONLY", "amountFen": 500, "reason": "OTHER",
                 "lines": [{"sku": "cup", "quantity": 1, "amountFen": %d}]}
                """;
        String refunds = "/orders/" + order + "/refunds";
        isProblem(post(PLATFORM, refunds, asked.formatted(refund, 400)), 400, "invalid");
        Answer first = post(PLATFORM, refunds, asked.formatted(refund, 500));
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.text("/lines/0/sku")).isEqualTo("cup");
        assertThat(post(PLATFORM, refunds, asked.formatted(refund, 500)).status()).isEqualTo(200);

        Answer changed =
                post(
                        PLATFORM,
                        "/refunds/" + refund + "/change",
                        """
                        {"kind": "RETURN_AND_REFUND", "amountFen": 300, "reason": "OTHER"}
                        """);
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.text("/acts/0/kind")).isEqualTo("RETURN_AND_REFUND");
        assertThat(post(PLATFORM, refunds, asked.formatted(refund, 500)).status())
                .as("the first request is known as it was")
                .isEqualTo(200);
    }

    @Test
    void aCaseShowsWhatTheBuyerAsksForByNowAndWhatHeAskedForBefore() {
        String order = aShippedOrder(fresh("73742"));
        String refund = fresh("r-");
        String path = "/refunds/" + refund;
        post(
                PLATFORM,
                "/orders/" + order + "/refunds",
                """
                {"refundId": "%s", "kind": "REFUND_ONLY", "amountFen": 500, "reason": "LATE",
                 "evidence": ["https://pictures.test/1"]}
                """
                        .formatted(refund));
        Answer changed =
                post(
                        PLATFORM,
                        path + "/change",
                        """
                        {"kind": "RETURN_AND_REFUND", "amountFen": 300, "reason": "DAMAGED",
                         "evidence": ["https://pictures.test/2"],
                         "lines": [{"sku": "cup", "quantity": 1, "amountFen": 300}]}
                        """);
        assertThat(changed.text("/reason")).isEqualTo("LATE");
        assertThat(standings(changed)).containsExactly("LATE CURRENT", "DAMAGED UNANSWERED");

        var grounds =
                new RefundGrounds(
                        RefundReason.DAMAGED,
                        List.of("https://pictures.test/2"),
                        List.of(new RefundLine("cup", 1, Money.fen(300))));
        Events events = new Events(order, refund, "1");
        publish(
                Topics.AFTERSALES_EVENTS,
                events.changed(RefundKind.RETURN_AND_REFUND, 300, grounds, 1));
        projectionHasReadEverything();

        Answer shown = get(SHOP_1, path);
        assertThat(shown.text("/reason")).isEqualTo("DAMAGED");
        assertThat(shown.text("/evidence/0")).isEqualTo("https://pictures.test/2");
        assertThat(shown.text("/lines/0/sku")).isEqualTo("cup");
        assertThat(standings(shown)).containsExactly("LATE EARLIER", "DAMAGED CURRENT");
        assertThat(shown.text("/asked/0/evidence/0")).isEqualTo("https://pictures.test/1");
        assertThat(shown.body().at("/asked/0/amountFen").asLong()).isEqualTo(500);
    }

    private static List<String> standings(Answer answer) {
        List<String> all = new ArrayList<>();
        answer.body()
                .at("/asked")
                .forEach(one ->
                        all.add(
                                one.path("reason").asString()
                                        + " "
                                        + one.path("standing").asString()));
        return all;
    }

    @Test
    void whatTheEngineAnsweredStaysWhenTheRequestItselfArrivesLater() {
        Events events = new Events(fresh("o-"), fresh("r-"), "1", "shop-1");
        var grounds = new RefundGrounds(RefundReason.QUALITY, List.of(), List.of());
        publish(
                Topics.AFTERSALES_EVENTS,
                events.changed(RefundKind.RETURN_AND_REFUND, 300, grounds, 1));
        projectionHasReadEverything();
        publish(
                Topics.AFTERSALES_REQUESTS,
                new RefundRequested(
                        new OrderId(events.order()),
                        new RefundId(events.refund()),
                        RefundKind.REFUND_ONLY,
                        Money.fen(500),
                        RefundReason.LATE,
                        List.of(),
                        NOON));
        projectionHasReadEverything();

        Answer shown = get(SHOP_1, "/refunds/" + events.refund());
        assertThat(shown.body().at("/amountFen").asLong()).isEqualTo(300);
        assertThat(shown.text("/kind")).isEqualTo("RETURN_AND_REFUND");
        assertThat(shown.text("/reason")).isEqualTo("QUALITY");
        assertThat(shown.text("/asked/0/reason")).isEqualTo("LATE");
    }

    @Test
    void whatNobodyUnderstandsIsPutAsideAndTheStreamGoesOn() {
        String poison = new Events(fresh("o-"), fresh("r-"), "1").order();
        for (String bad : new String[] {"{", "{\"type\": \"order.eaten.v1\"}", "{}"}) {
            send(Topics.ORDERS.name(), poison, bad);
        }
        for (String absurd : new String[] {"+999999999-01-01", "-999999999-01-01", "1999-12-31"}) {
            send(Topics.ORDERS.name(), poison, paidAt(poison, absurd + "T00:00:00Z"));
        }
        aPaidOrder();
        aPaidOrder();
        projectionHasReadEverything();
        assertThat(counted("not-json")).isEqualTo(1);
        assertThat(counted("unknown-type")).isEqualTo(2);
        assertThat(counted("invalid")).isEqualTo(3);
    }

    private static String paidAt(String order, String at) {
        return "{\"type\":\"order.paid.v1\",\"orderId\":\"%s\",\"paid\":1,\"at\":\"%s\"}"
                .formatted(order, at);
    }

    /** The constraint stays: read again, the record must be put aside again. */
    @Test
    void whatTheDatabaseNeverTakesIsPutAsideAndItsNeighboursAreKept() {
        OrderId before = new OrderId(fresh("o-"));
        OrderId never = new OrderId(fresh("o-"));
        OrderId after = new OrderId(fresh("o-"));
        jdbc.sql("alter table orders add constraint never check (paid_fen <> 777)").update();
        projection.stop();
        publish(Topics.ORDERS, new OrderPaid(before, Money.fen(1), NOON));
        publish(Topics.ORDERS, new OrderPaid(never, Money.fen(777), NOON));
        publish(Topics.ORDERS, new OrderPaid(after, Money.fen(1), NOON));
        projection.start();
        projectionHasReadEverything();
        assertThat(counted("not-storable")).isPositive();
        assertThat(paidFen(before)).hasValue(1L);
        assertThat(paidFen(never)).isEmpty();
        assertThat(paidFen(after)).hasValue(1L);
    }

    private Optional<Long> paidFen(OrderId order) {
        return jdbc.sql("select paid_fen from orders where order_id = :id")
                .param("id", order.value())
                .query(Long.class)
                .optional();
    }

    @Test
    void theFirstPaymentHolds() {
        OrderId order = new OrderId(fresh("o-"));
        publish(Topics.ORDERS, new OrderPaid(order, Money.fen(5), NOON));
        publish(Topics.ORDERS, new OrderPaid(order, Money.fen(9), NOON));
        projectionHasReadEverything();
        assertThat(paidFen(order)).hasValue(5L);
    }

    @Test
    void untilWhatWasThereAtTheStartIsReadNoCommandIsTakenAndTheServiceIsNotReady() {
        String known = aPaidOrder();
        String id = fresh("o-");
        projection.stop();
        publish(Topics.ORDERS, new OrderPaid(new OrderId(fresh("o-")), Money.yuan(1), NOON));
        jdbc.sql("alter table orders rename column paid_fen to paid_away").update();
        try {
            projection.start();
            Answer answer = post(SHOP_1, "/orders", order(id, "shop-1"));
            isProblem(answer, 503, "projection-behind");
            assertThat(answer.raw().headers().firstValue("Retry-After")).isPresent();
            assertThat(get(null, "/actuator/health/readiness").status()).isEqualTo(503);
            assertThat(get(null, "/actuator/health/liveness").status()).isEqualTo(200);
        } finally {
            jdbc.sql("alter table orders rename column paid_away to paid_fen").update();
        }
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(post(SHOP_1, "/orders", order(id, "shop-1")).status())
                                .isIn(200, 201));
        assertThat(get(SHOP_1, "/orders/" + known).status()).isEqualTo(200);
    }

    @Test
    void whileTheDatabaseDoesNotTakeABatchItWaits() {
        String id = fresh("o-");
        long before = rollbacks();
        jdbc.sql("alter table orders rename to orders_away").update();
        try {
            isProblem(get(SHOP_1, "/orders/" + id), 503, "database-unavailable");
            publish(Topics.ORDERS, new OrderPaid(new OrderId(id), Money.yuan(1), NOON));
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(rollbacks()).isGreaterThan(before + 1));
            assertThat(get(null, "/actuator/health/projection").body().at("/details/lag").asLong())
                    .isPositive();
        } finally {
            jdbc.sql("alter table orders_away rename to orders").update();
        }
        projectionHasReadEverything();
        assertThat(paidFen(new OrderId(id))).hasValue(100L);
    }

    private long rollbacks() {
        return jdbc.sql(
                        "select xact_rollback from pg_stat_database"
                                + " where datname = current_database()")
                .query(Long.class)
                .single();
    }

    @Test
    void aTombstoneTakesAPolicyAway() {
        String shop = fresh("shop-t");
        publish(Topics.SHOP_POLICIES, new ShopPolicySet(ShopPolicy.none(new ShopId(shop)), NOON));
        projectionHasReadEverything();
        assertThat(policies(shop)).isEqualTo(1);
        send(Topics.SHOP_POLICIES.name(), shop, null);
        projectionHasReadEverything();
        assertThat(policies(shop)).isZero();
    }

    private long policies(String shop) {
        return jdbc.sql("select count(*) from shop_policies where shop_id = :shop")
                .param("shop", shop)
                .query(Long.class)
                .single();
    }

    private void send(String topic, String key, String value) {
        byte[] bytes = value == null ? null : value.getBytes(StandardCharsets.UTF_8);
        publisher
                .send(new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), bytes))
                .join();
    }

    private double counted(String reason) {
        return get(null, "/actuator/prometheus")
                .raw()
                .body()
                .lines()
                .filter(line -> line.startsWith("dead_letters_total{"))
                .filter(line -> line.contains("reason=\"" + reason + "\""))
                .filter(line -> line.contains("topic=\"orders.v1\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    @Test
    void textsWithNulAreKeptWithoutIt() {
        Events events = new Events(fresh("o-"), fresh("r-"), fresh("73740"), "shop-1");
        publish(Topics.PARCEL_SCANS, events.scanSaying("before\0after"));
        publish(Topics.PARCEL_MILESTONES, events.milestone(Stage.COLLECTED, 1, "a\0b"));
        projectionHasReadEverything();
        assertThat(
                        jdbc.sql("select text from scans where waybill = :waybill")
                                .param("waybill", events.waybill())
                                .query(String.class)
                                .single())
                .isEqualTo("beforeafter");
    }

    @Test
    void readAgainFromNothingTheRowsAreTheSame() {
        String waybill = fresh("73750");
        String order = aShippedOrder(waybill);
        String refund = fresh("r-");
        post(PLATFORM, "/orders/" + order + "/refunds", refund(refund, 9900));
        everythingHappens(new Events(order, refund, waybill));
        projectionHasReadEverything();
        Map<String, List<String>> before = rows();
        assertThat(before).allSatisfy((table, rows) -> assertThat(rows).as(table).isNotEmpty());

        projection.stop();
        TABLES.forEach(table -> jdbc.sql("truncate " + table).update());
        projection.start();
        projectionHasReadEverything();
        assertThat(rows()).isEqualTo(before);

        projection.stop();
        jdbc.sql("truncate projection_offsets").update();
        projection.start();
        projectionHasReadEverything();
        assertThat(rows()).isEqualTo(before);
    }

    private Map<String, List<String>> rows() {
        Map<String, List<String>> rows = new TreeMap<>();
        for (String table : TABLES) {
            rows.put(
                    table,
                    jdbc.sql("select to_jsonb(t)::text from " + table + " t order by 1")
                            .query(String.class)
                            .list());
        }
        return rows;
    }

    @Test
    void aCommandThatTheProjectionHasNotSeenInTimeIsAccepted() {
        String id = fresh("o-");
        projection.stop();
        Answer accepted;
        try {
            accepted = post(SHOP_1, "/orders", order(id, "shop-1"));
        } finally {
            projection.start();
        }
        assertThat(accepted.status()).isEqualTo(202);
        assertThat(accepted.text("/orderId")).isEqualTo(id);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(get(SHOP_1, "/orders/" + id).status()).isEqualTo(200));
    }

    @Test
    void metricsTellOfTheProjectionTheServerAndTheClients() {
        aPaidOrder();
        projectionHasReadEverything();
        assertThat(get(null, "/actuator/prometheus").raw().body())
                .contains("projection_lag{")
                .contains("projection_records_total{")
                .contains("http_server_requests_seconds_count{")
                .contains("kafka_consumer_fetch_manager_records_consumed_total")
                .contains("kafka_producer_record_send_total");
    }

    @Test
    void aServiceWhoseProjectionRestsIsAliveAndNotReady() {
        projection.stop();
        try {
            assertThat(get(null, "/actuator/health/liveness").status()).isEqualTo(200);
            assertThat(get(null, "/actuator/health/readiness").status()).isEqualTo(503);
        } finally {
            projection.start();
        }
    }

    @Test
    void everyDecisionOfACaseIsKept() {
        Events events = new Events(fresh("o-"), fresh("r-"), "1", "shop-1");
        publish(Topics.AFTERSALES_EVENTS, events.decided(1));
        publish(Topics.AFTERSALES_EVENTS, events.decidedAnew(Decision.AUTO_REFUND, 2));
        projectionHasReadEverything();
        Answer shown = get(SHOP_1, "/refunds/" + events.refund());
        assertThat(shown.text("/decision")).isEqualTo("AUTO_REFUND");
        assertThat(shown.text("/moves/0/decision")).isEqualTo("INTERCEPT");
        assertThat(shown.text("/moves/0/explanation/table")).isEqualTo("refund");
        assertThat(shown.text("/moves/1/previous")).isEqualTo("INTERCEPT");
        assertThat(shown.text("/refundId")).isEqualTo(new RefundId(events.refund()).value());
        assertThat(shown.text("/decidedAt")).isEqualTo(NOON.toString());
    }
}
