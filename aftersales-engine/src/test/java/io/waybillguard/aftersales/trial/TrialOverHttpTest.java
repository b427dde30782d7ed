package io.waybillguard.aftersales.trial;

import static io.waybillguard.aftersales.fixtures.APolicy.aPolicy;
import static io.waybillguard.aftersales.fixtures.APolicy.ofBuyers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.waybillguard.aftersales.access.Caller;
import io.waybillguard.events.json.EventJson;
import io.waybillguard.events.policy.ShopPolicy;
import io.waybillguard.events.refund.Decision;
import io.waybillguard.events.types.ShopId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import tools.jackson.databind.JsonNode;

class TrialOverHttpTest {

    private static final Caller SHOP = new Caller(new ShopId("shop-1"));
    private static final Caller OTHER = new Caller(new ShopId("shop-2"));
    private static final String UNSHIPPED =
            """
            {"order":{"orderId":"o-%s","shopId":"shop-1","amount":5000,"goods":[{"category":"toys"}]},\
            "request":{"kind":"%s","amount":5000},"at":"2026-11-11T03:00:00Z"}\
            """;

    @TempDir private Path dir;
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private Backtests backtests;
    private MockMvc http;

    @BeforeEach
    void start() throws Exception {
        start(ATrial.settings(dir, 3));
    }

    private void start(TrialSettings settings) throws Exception {
        backtests = ATrial.backtests(settings, "localhost:1", meters);
        http =
                MockMvcBuilders.standaloneSetup(
                                new ExplainController(
                                        ATrial.DESK, _ -> Optional.of(aPolicy().build())),
                                new BacktestController(backtests))
                        .setControllerAdvice(new TrialProblems())
                        .build();
    }

    @AfterEach
    void stop() throws Exception {
        backtests.destroy();
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder call, Caller caller)
            throws Exception {
        return http.perform(call.requestAttr(Caller.ATTRIBUTE, caller)).andReturn().getResponse();
    }

    private MockHttpServletResponse explain(String body, Caller caller) throws Exception {
        return send(
                post("/decisions/explain").contentType(MediaType.APPLICATION_JSON).content(body),
                caller);
    }

    private static JsonNode json(MockHttpServletResponse response) throws Exception {
        return EventJson.mapper().readTree(response.getContentAsString(StandardCharsets.UTF_8));
    }

    private static String unshipped(String order, String kind) {
        return UNSHIPPED.formatted(order, kind);
    }

    private static String fast() {
        ShopPolicy policy = aPolicy().fastRefund().build();
        return new String(EventJson.write(policy), StandardCharsets.UTF_8);
    }

    @Test
    void theShopsOwnPolicyExplainsAndNamesWhatComesNext() throws Exception {
        MockHttpServletResponse response = explain(unshipped("1", "REFUND_ONLY"), SHOP);

        JsonNode answer = json(response);
        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(answer.path("decision").asString()).isEqualTo("MANUAL");
        assertThat(answer.path("state").asString()).isEqualTo("MANUAL");
        assertThat(answer.path("actor").asString()).isEqualTo("SHOP");
        assertThat(answer.path("movesAt").asString()).isEqualTo("2026-11-13T03:00:00Z");
        assertThat(answer.path("explanation").path("rows").size()).isGreaterThan(3);
    }

    @Test
    void aCandidatePolicyIsAskedInstead() throws Exception {
        String body =
                unshipped("1", "REFUND_ONLY").replaceFirst("\\{", "{\"policy\":" + fast() + ",");

        JsonNode answer = json(explain(body, SHOP));

        assertThat(answer.path("decision").asString()).isEqualTo("AUTO_REFUND");
        assertThat(answer.path("row").asString()).isEqualTo("fast-refund");
    }

    @Test
    void aParcelOnTheRoadIsSeenWithItsStall() throws Exception {
        String parcels =
                """
                {"parcels":[{"parcel":{"courier":"ZTO","waybill":"7310001"},"stage":"IN_TRANSIT",\
                "stall":{"kind":"IN_TRANSIT"}}],\
                """;
        String body = unshipped("1", "REFUND_ONLY").replaceFirst("\\{", parcels);

        JsonNode answer = json(explain(body, SHOP));

        assertThat(answer.path("explanation").path("situation").asString())
                .isEqualTo("ABNORMAL_IN_TRANSIT");
    }

    @Test
    void theBuyersRefundsAreSeenWhereTheyAreGiven() throws Exception {
        ShopPolicy seldom =
                aPolicy()
                        .fastRefund()
                        .rule(ofBuyers("seldom", Decision.AUTO_REFUND, null, 2))
                        .build();
        String policy = new String(EventJson.write(seldom), StandardCharsets.UTF_8);
        String often = "{\"policy\":" + policy + ",%s";
        String request = unshipped("1", "REFUND_ONLY").substring(1);
        String buyer = "\"buyer\":{\"refunds\":%d,\"since\":\"2026-10-12T00:00:00Z\"},";

        JsonNode one = json(explain(often.formatted(buyer.formatted(1)) + request, SHOP));
        JsonNode two = json(explain(often.formatted(buyer.formatted(2)) + request, SHOP));
        JsonNode unknown = json(explain(often.formatted("") + request, SHOP));

        assertThat(one.path("row").asString()).isEqualTo("shop:seldom");
        assertThat(two.path("row").asString()).isEqualTo("fast-refund");
        assertThat(unknown.path("row").asString()).isEqualTo("buyer-refunds-unknown");
        assertThat(explain("{\"buyer\":{\"refunds\":-1}," + request, SHOP).getStatus())
                .isEqualTo(400);
    }

    @Test
    void whatIsNotAFieldIsNamed() throws Exception {
        String body = unshipped("1", "REFUND_ONLY").replace("\"kind\"", "\"sort\":\"x\",\"kind\"");
        MockHttpServletResponse response = explain(body, SHOP);

        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(json(response).path("errors").path(0).path("field").asString())
                .isEqualTo("request.sort");
    }

    @Test
    void whatIsMissingIsNamed() throws Exception {
        String body = unshipped("1", "REFUND_ONLY").replace("\"orderId\":\"o-1\",", "");
        MockHttpServletResponse response = explain(body, SHOP);

        assertThat(response.getStatus()).isEqualTo(400);
        JsonNode error = json(response).path("errors").path(0);
        assertThat(error.path("field").asString()).isEqualTo("order");
        assertThat(error.path("message").asString()).isEqualTo("orderId is missing");
    }

    @Test
    void anotherShopsOrderIsNotExplained() throws Exception {
        assertThat(explain(unshipped("1", "REFUND_ONLY"), OTHER).getStatus()).isEqualTo(403);
    }

    private String asked(String... lines) throws Exception {
        String file = "{\"policy\":" + fast() + "}\n" + String.join("\n", lines);
        MockHttpServletResponse response =
                send(
                        post("/backtests").contentType(MediaType.APPLICATION_NDJSON).content(file),
                        SHOP);
        assertThat(response.getStatus()).isEqualTo(202);
        String id = json(response).path("id").asString();
        await().until(() -> backtests.get(SHOP, id).status().isOver());
        return id;
    }

    @Test
    void aFileOfFactsIsComparedAndItsDifferingCasesArePaged() throws Exception {
        String id =
                asked(
                        unshipped("1", "REFUND_ONLY"),
                        unshipped("2", "RETURN_AND_REFUND"),
                        unshipped("3", "REFUND_ONLY"));

        JsonNode state = json(send(get("/backtests/" + id), SHOP));
        assertThat(state.path("status").asString()).isEqualTo("DONE");
        assertThat(state.path("totals").path("cases").asInt()).isEqualTo(3);
        assertThat(state.path("totals").path("differing").asInt()).isEqualTo(2);
        assertThat(state.path("totals").path("moneyDifference").asInt()).isEqualTo(10_000);
        JsonNode second = json(send(get("/backtests/" + id + "/cases?page=1&size=1"), SHOP));
        assertThat(second.path("cases").size()).isEqualTo(1);
        JsonNode one = second.path("cases").path(0);
        assertThat(one.path("orderId").asString()).isEqualTo("o-3");
        assertThat(one.path("then").path("explanation").path("rows").size()).isPositive();
        assertThat(one.path("would").path("answers").path(0).path("row").asString())
                .isEqualTo("fast-refund");
        assertThat(meters.counter("backtests", "outcome", "done").count()).isEqualTo(1);
    }

    @Test
    void aFileOfEventsIsReplayedInTheirTime() throws Exception {
        String id =
                asked(
                        event(
                                "aftersales.requests.v1",
                                "2026-11-11T03:00:00Z",
                                """
                                {"type":"aftersales.refund-requested.v1","orderId":"o-1",\
                                "refundId":"r-1","kind":"REFUND_ONLY","amount":5000,\
                                "reason":"OTHER","evidence":[],"at":"2026-11-11T03:00:00Z"}\
                                """),
                        event(
                                "orders.v1",
                                "2026-11-10T03:00:00Z",
                                """
                                {"type":"order.placed.v1","orderId":"o-1","shopId":"shop-1",\
                                "buyerId":"b-1","platform":"","amount":5000,"lines":[],\
                                "destination":{"province":"浙江"},"crossBorder":false,\
                                "at":"2026-11-10T03:00:00Z"}\
                                """),
                        event(
                                "orders.v1",
                                "2026-11-10T03:00:01Z",
                                """
                                {"type":"order.paid.v1","orderId":"o-1","paid":5000,\
                                "at":"2026-11-10T03:00:01Z"}\
                                """));

        BacktestState state = backtests.get(SHOP, id);
        assertThat(state.error()).isNull();
        assertThat(state.totals()).isNotNull();
        assertThat(state.totals().cases()).isEqualTo(1);
        assertThat(state.totals().differing()).isEqualTo(1);
    }

    private static String event(String topic, String at, String event) {
        return "{\"topic\":\"%s\",\"at\":\"%s\",\"event\":%s}".formatted(topic, at, event);
    }

    @Test
    void aLineThatCannotBeReadEndsItAndIsNamed() throws Exception {
        String id = asked(unshipped("1", "REFUND_ONLY"), "{\"order\":1}");

        BacktestState state = backtests.get(SHOP, id);
        assertThat(state.status()).isEqualTo(BacktestState.Status.FAILED);
        assertThat(state.error()).startsWith("line 3: order");
    }

    @Test
    void anotherShopSeesNothingOfIt() throws Exception {
        String id = asked(unshipped("1", "REFUND_ONLY"));

        assertThat(send(get("/backtests/" + id), OTHER).getStatus()).isEqualTo(404);
        assertThat(send(get("/backtests/" + id + "/cases"), OTHER).getStatus()).isEqualTo(404);
        assertThat(send(delete("/backtests/" + id), OTHER).getStatus()).isEqualTo(404);
        assertThat(json(send(get("/backtests"), OTHER)).size()).isZero();
        assertThat(json(send(get("/backtests"), new Caller(null))).size()).isEqualTo(1);
    }

    @Test
    void aPeriodNeedsBothItsEnds() throws Exception {
        MockHttpServletResponse response =
                send(
                        post("/backtests")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(
                                        "{\"policy\":"
                                                + fast()
                                                + ",\"from\":\"2026-11-01T00:00:00Z\"}"),
                        SHOP);

        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(json(response).path("errors").path(0).path("field").asString())
                .isEqualTo("until");
    }

    @Test
    void aResultIsThereAfterARestartAndGoneOnceItIsDeleted() throws Exception {
        String id = asked(unshipped("1", "REFUND_ONLY"));
        backtests.destroy();
        start(ATrial.settings(dir, 3));

        assertThat(json(send(get("/backtests/" + id + "/cases"), SHOP)).path("cases").size())
                .isEqualTo(1);
        assertThat(send(delete("/backtests/" + id), SHOP).getStatus()).isEqualTo(204);
        assertThat(send(get("/backtests/" + id), SHOP).getStatus()).isEqualTo(404);
        assertThat(Files.exists(dir.resolve(id))).isFalse();
    }

    @Test
    void oneThatRanWhenTheProcessStoppedIsShownAsInterrupted() throws Exception {
        ShopPolicy policy = aPolicy().build();
        BacktestState running =
                BacktestState.asked(
                                "cut-off", policy.shopId(), policy, null, null, null, Instant.EPOCH)
                        .running();
        new BacktestFolder(dir.resolve("cut-off")).save(running);

        start(ATrial.settings(dir, 3));

        assertThat(backtests.get(SHOP, "cut-off").status())
                .isEqualTo(BacktestState.Status.INTERRUPTED);
    }

    private MockHttpServletResponse upload(String file) throws Exception {
        return send(
                post("/backtests").contentType(MediaType.APPLICATION_NDJSON).content(file), SHOP);
    }

    @Test
    void aFileThatIsTooLargeIsTurnedAwayAndLeavesNothing() throws Exception {
        String line = unshipped("1", "REFUND_ONLY") + "\n";
        MockHttpServletResponse response =
                upload("{\"policy\":" + fast() + "}\n" + line.repeat((1 << 20) / line.length()));

        assertThat(response.getStatus()).isEqualTo(413);
        assertThat(json(response).path("code").asString()).isEqualTo("too-large");
        assertThat(json(response).path("detail").asString()).contains("1048576 bytes");
        assertThat(dir).isEmptyDirectory();
    }

    @Test
    void aLineThatIsTooLongIsNamedAndTurnedAway() throws Exception {
        String first = "{\"policy\":" + fast() + "}\n";
        String longest = " ".repeat(64 << 10);
        MockHttpServletResponse response =
                upload(first + unshipped("1", "REFUND_ONLY") + "\n" + longest + " \n");

        assertThat(response.getStatus()).isEqualTo(400);
        JsonNode error = json(response).path("errors").path(0);
        assertThat(error.path("field").asString()).isEqualTo("line 3");
        assertThat(error.path("message").asString()).isEqualTo("is longer than 65536 bytes");
        assertThat(dir).isEmptyDirectory();
        assertThat(upload(first + longest + "\n").getStatus()).isEqualTo(202);
        assertThat(upload(longest + " ").getStatus()).isEqualTo(400);
    }

    @Test
    void moreRequestsThanAllowedEndItWithWhatToDo() throws Exception {
        String[] lines = new String[501];
        for (int each = 0; each < lines.length; each++) {
            lines[each] = unshipped(Integer.toString(each), "REFUND_ONLY");
        }
        String id = asked(lines);

        assertThat(backtests.get(SHOP, id).error())
                .contains("more than 500 requests")
                .endsWith("waybill.engine.backtests.requests-at-most");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+999999999-12-31T23:59:59.999999999Z",
                "-999999999-01-01T00:00:00Z",
                "1969-12-31T23:59:59Z",
                "2100-01-01T00:00:00Z"
            })
    void anInstantThatNoRequestCanHaveIsRefused(String absurd) throws Exception {
        String facts = unshipped("1", "REFUND_ONLY").replace("2026-11-11T03:00:00Z", absurd);
        MockHttpServletResponse explained = explain(facts, SHOP);
        String period =
                "{\"policy\":%s,\"from\":\"%s\",\"until\":\"2026-11-12T00:00:00Z\"}"
                        .formatted(fast(), absurd);
        MockHttpServletResponse asked =
                send(
                        post("/backtests").contentType(MediaType.APPLICATION_JSON).content(period),
                        SHOP);

        assertThat(explained.getStatus()).isEqualTo(400);
        assertThat(json(explained).path("errors").path(0).path("field").asString()).isEqualTo("at");
        assertThat(json(explained).path("errors").path(0).path("message").asString())
                .contains("from 2000-01-01 to before 2100-01-01");
        assertThat(asked.getStatus()).isEqualTo(400);
        assertThat(json(asked).path("errors").path(0).path("field").asString()).isEqualTo("from");
        assertThat(backtests.get(SHOP, asked(facts)).error()).startsWith("line 2: at: ");
        assertThat(backtests.get(SHOP, asked(event("orders.v1", absurd, "{}"))).error())
                .startsWith("line 2: at: must be");
    }

    @Test
    void aPeriodThatIsStillToComeIsRefused() throws Exception {
        String period =
                "{\"policy\":%s,\"from\":\"2099-01-01T00:00:00Z\",\"until\":\"2099-01-02T00:00:00Z\"}"
                        .formatted(fast());
        MockHttpServletResponse response =
                send(
                        post("/backtests").contentType(MediaType.APPLICATION_JSON).content(period),
                        SHOP);

        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(json(response).path("errors").path(0).path("message").asString())
                .isEqualTo("is still to come");
    }
}
