package io.waybillguard.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.events.parcel.Stage;
import io.waybillguard.events.topics.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A shop sees and does only what is its own; a stranger sees nothing. */
class AccessApiTest extends RunningService {
    private static final String AGENT = "{\"agent\": \"a-1\"}";
    private static final String ANSWER = "{\"offerId\": \"of-1\"}";
    private static final String CHANGE =
            "{\"kind\": \"REFUND_ONLY\", \"amountFen\": 100, \"reason\": \"OTHER\"}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/orders",
                "/orders/o-1",
                "/stalls",
                "/refunds",
                "/refunds/r-1",
                "/shops/shop-1/policy",
                "/actuator/info",
                "/nothing-here"
            })
    void nothingIsShownWithoutAKnownToken(String path) {
        isProblem(get(null, path), 401, "unauthorized");
        isProblem(get("", path), 401, "unauthorized");
        isProblem(get("shop-1-toke", path), 401, "unauthorized");
        isProblem(get("shop-1-token2", path), 401, "unauthorized");
        assertThat(get(null, path).raw().headers().firstValue("WWW-Authenticate"))
                .hasValue("Bearer");
    }

    @Test
    void nothingIsDoneWithoutAKnownToken() {
        String id = fresh("o-");
        isProblem(post(null, "/orders", order(id, "shop-1")), 401, "unauthorized");
        isProblem(post("wrong", "/orders", order(id, "shop-1")), 401, "unauthorized");
        isProblem(get(PLATFORM, "/orders/" + id), 404, "order-unknown");
    }

    @ParameterizedTest
    @CsvSource({
        "/actuator/health/liveness, 200",
        "/actuator/health/readiness, 200",
        "/actuator/prometheus, 200",
        "/v3/api-docs, 200",
        "/swagger-ui/index.html, 200",
        "/swagger-ui.html, 302"
    })
    void healthMetricsAndTheDescriptionAreOpen(String path, int status) {
        assertThat(get(null, path).status()).isEqualTo(status);
    }

    @Test
    void aShopDoesNothingWithAnothersOrder() {
        String id = aShippedOrder(fresh("7360"));
        String order = "/orders/" + id;
        long before = published();
        isProblem(get(SHOP_2, order), 404, "order-unknown");
        isProblem(post(SHOP_2, order + "/shipments", shipment("1")), 404, "order-unknown");
        isProblem(send(SHOP_2, "DELETE", order + "/shipments/ZTO/1", null), 404, "order-unknown");
        isProblem(
                post(SHOP_2, order + "/closure", "{\"reason\": \"OTHER\"}"), 404, "order-unknown");
        isProblem(post(SHOP_2, "/orders", order(fresh("o-"), "shop-1")), 404, "shop-unknown");
        isProblem(post(SHOP_2, "/orders", order(id, "shop-2")), 409, "order-id-taken");
        assertThat(published()).isEqualTo(before);
        assertThat(get(PLATFORM, order).status()).isEqualTo(200);
    }

    @Test
    void aShopDoesNothingWithAnothersRefund() {
        String order = aShippedOrder(fresh("7361"));
        String id = fresh("r-");
        post(PLATFORM, "/orders/" + order + "/refunds", refund(id, 9900));
        String path = "/refunds/" + id;
        long before = published();
        isProblem(get(SHOP_2, path), 404, "refund-unknown");
        isProblem(post(SHOP_2, path + "/agreement", AGENT), 404, "refund-unknown");
        isProblem(
                post(SHOP_2, path + "/refusal", "{\"agent\": \"a\", \"reason\": \"no\"}"),
                404,
                "refund-unknown");
        isProblem(
                post(
                        SHOP_2,
                        path + "/return-waybill",
                        "{\"courier\": \"SF\", \"waybill\": \"1\", \"by\": \"SHOP\"}"),
                404,
                "refund-unknown");
        isProblem(post(SHOP_2, path + "/return-confirmation", AGENT), 404, "refund-unknown");
        isProblem(
                post(SHOP_2, path + "/offer", "{\"kind\": \"RESHIPMENT\", \"agent\": \"a-1\"}"),
                404,
                "refund-unknown");
        isProblem(
                post(
                        SHOP_2,
                        path + "/offer-withdrawal",
                        "{\"offerId\": \"of-1\", \"agent\": \"a-1\"}"),
                404,
                "refund-unknown");
        assertThat(published()).isEqualTo(before);
        assertThat(get(SHOP_1, path).status()).isEqualTo(200);
    }

    @Test
    void aShopNeitherSeesNorSetsAnothersPolicy() {
        String policy =
                "{\"refunds\": {}, \"interception\": {\"normalOperation\": true}, \"rules\": []}";
        isProblem(get(SHOP_2, "/shops/shop-1/policy"), 404, "shop-unknown");
        isProblem(send(SHOP_2, "PUT", "/shops/shop-1/policy", policy), 404, "shop-unknown");
        assertThat(send(SHOP_2, "PUT", "/shops/shop-2/policy", policy).status()).isEqualTo(200);
    }

    @Test
    void listsHoldAShopsOwnWhateverItAsksFor() {
        String order = aShippedOrder(fresh("7362"));
        post(PLATFORM, "/orders/" + order + "/refunds", refund(fresh("r-"), 9900));
        for (String list : new String[] {"/orders", "/refunds"}) {
            assertThat(get(SHOP_2, list + "?shop=shop-1").body().at("/items"))
                    .allSatisfy(it -> assertThat(it.at("/shopId").asString()).isEqualTo("shop-2"));
            assertThat(get(SHOP_1, list + "?shop=shop-2").body().at("/total").asLong())
                    .isPositive();
            assertThat(get(PLATFORM, list + "?shop=shop-1").body().at("/total").asLong())
                    .isPositive();
            assertThat(get(PLATFORM, list).body().at("/total").asLong()).isPositive();
        }
    }

    @Test
    void whatBuyersDoAndWhatWasPaidOnlyThePlatformSays() {
        String order = "/orders/" + aShippedOrder(fresh("7363"));
        String id = fresh("r-");
        post(PLATFORM, order + "/refunds", refund(id, 9900));
        String path = "/refunds/" + id;
        String back = "{\"courier\": \"SF\", \"waybill\": \"1\", \"by\": \"%s\"}";
        long before = published();
        for (String shop : new String[] {SHOP_1, SHOP_2}) {
            isProblem(post(shop, order + "/payment", "{\"paidFen\": 9900}"), 403, "platform-only");
            isProblem(post(shop, order + "/receipt", null), 403, "platform-only");
            isProblem(post(shop, order + "/refunds", refund(fresh("r-"), 1)), 403, "platform-only");
            isProblem(post(shop, path + "/withdrawal", "{}"), 403, "platform-only");
            isProblem(post(shop, path + "/change", CHANGE), 403, "platform-only");
            isProblem(post(shop, path + "/offer-acceptance", ANSWER), 403, "platform-only");
            isProblem(post(shop, path + "/offer-decline", ANSWER), 403, "platform-only");
            isProblem(
                    post(shop, path + "/return-waybill", back.formatted("BUYER")),
                    403,
                    "platform-only");
        }
        assertThat(published()).isEqualTo(before);
        isProblem(
                post(SHOP_1, path + "/return-waybill", back.formatted("SHOP")),
                409,
                "refund-wrong-state");
        isProblem(
                post(PLATFORM, path + "/return-waybill", back.formatted("BUYER")),
                409,
                "refund-wrong-state");
        assertThat(post(PLATFORM, path + "/withdrawal", "{}").status()).isEqualTo(200);
        assertThat(post(PLATFORM, order + "/receipt", null).status()).isEqualTo(200);
    }

    @Test
    void anIdThatAnotherShopHasUsedIsTakenWhateverIsKnownOfIt() {
        for (int word = 0; word < 5; word++) {
            Events events = new Events(fresh("o-"), fresh("r-"), fresh("7364"), "shop-2");
            switch (word) {
                case 0 -> publish(Topics.ORDERS, events.shipped());
                case 1 -> publish(Topics.PARCEL_MILESTONES, events.milestone(Stage.COLLECTED, 1));
                case 2 -> publish(Topics.PARCEL_STALLS, events.stalled(1, 1));
                case 3 -> publish(Topics.AFTERSALES_EVENTS, events.decided(1));
                default -> publish(Topics.NOTICE_RECEIPTS, events.sent());
            }
            projectionHasReadEverything();
            isProblem(
                    post(SHOP_1, "/orders", order(events.order(), "shop-1")),
                    409,
                    "order-id-taken");
            assertThat(post(SHOP_2, "/orders", order(events.order(), "shop-2")).status())
                    .isEqualTo(201);
        }
    }

    @Test
    void whatOtherShopsToldUnderAnOrdersIdIsNotShown() {
        String order = aShippedOrder(fresh("7365"));
        Events events = new Events(order, fresh("r-"), fresh("7366"), "shop-2");
        publish(Topics.ORDERS, events.placed());
        publish(Topics.PARCEL_MILESTONES, events.milestone(Stage.COLLECTED, 1));
        publish(Topics.PARCEL_STALLS, events.stalled(1, 1));
        publish(Topics.AFTERSALES_EVENTS, events.decided(1));
        publish(Topics.NOTICE_RECEIPTS, events.sent());
        projectionHasReadEverything();
        Answer shown = get(SHOP_1, "/orders/" + order);
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.body().at("/parcels").size()).isEqualTo(1);
        assertThat(shown.body().at("/cases").size()).isZero();
        assertThat(shown.body().at("/notices").size()).isZero();
        isProblem(get(SHOP_2, "/orders/" + order), 404, "order-unknown");
    }
}
