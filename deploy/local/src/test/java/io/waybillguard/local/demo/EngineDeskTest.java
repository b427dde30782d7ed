package io.waybillguard.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.waybillguard.events.policy.ShopPolicy;
import io.waybillguard.events.refund.Decision;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.RefundId;
import io.waybillguard.events.types.ShopId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EngineDeskTest {

    private static final Instant FROM = Instant.parse("2026-11-01T00:00:00Z");
    private static final String WAITING = "{\"id\":\"b-1\",\"status\":\"WAITING\"}";
    private static final String DONE =
            """
            {"id":"b-1","status":"DONE","totals":{"cases":2,"differing":1,"decidedOtherwise":1,\
            "changes":{"MANUAL -> AUTO_REFUND":1},"then":{"paid":0,"people":2,"saved":0},\
            "would":{"paid":500,"people":1,"saved":0},"moneyDifference":500,"withoutPolicy":0}}\
            """;
    private static final String CASES =
            """
            {"page":0,"size":20,"cases":[{"orderId":"o-1","refundId":"r-1","amount":500,\
            "then":{"answers":[{"decision":"MANUAL","row":"otherwise"}],"paid":0,"person":true},\
            "would":{"answers":[{"decision":"AUTO_REFUND","row":"fast-refund"}],"paid":500,\
            "person":false}}]}\
            """;

    private final Deque<String> answers = new ArrayDeque<>();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final Wire wire = new Wire(1);
    private HttpServer engine;
    private EngineDesk desk;

    @BeforeEach
    void open() throws Exception {
        engine = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        engine.createContext(
                "/",
                exchange -> {
                    try (exchange) {
                        heard.add(
                                "%s %s %s"
                                        .formatted(
                                                exchange.getRequestMethod(),
                                                exchange.getRequestURI(),
                                                exchange.getRequestHeaders()
                                                        .getFirst("Authorization")));
                        String answer = answers.isEmpty() ? "" : answers.pop();
                        byte[] body = answer.getBytes(StandardCharsets.UTF_8);
                        exchange.sendResponseHeaders(body.length == 0 ? 403 : 200, body.length);
                        exchange.getResponseBody().write(body);
                    }
                });
        engine.start();
        desk =
                new EngineDesk(
                        wire,
                        URI.create("http://127.0.0.1:" + engine.getAddress().getPort()),
                        "token");
    }

    @AfterEach
    void close() {
        wire.close();
        engine.stop(0);
    }

    private Tried backtest() throws IOException, InterruptedException {
        return desk.backtest(ShopPolicy.none(new ShopId("s")), FROM, FROM.plusSeconds(60));
    }

    @Test
    void aBacktestIsFollowedToItsEndWithItsCases() throws Exception {
        answers.addAll(List.of(WAITING, WAITING.replace("WAITING", "RUNNING"), DONE, CASES));

        Tried tried = backtest();

        assertThat(tried.totals().would()).isEqualTo(new Tried.Side(Money.yuan(5), 1));
        assertThat(tried.totals().changes()).containsEntry("MANUAL -> AUTO_REFUND", 1L);
        assertThat(tried.cases()).hasSize(1);
        assertThat(tried.cases().getFirst().refundId()).isEqualTo(new RefundId("r-1"));
        assertThat(tried.cases().getFirst().then().person()).isTrue();
        assertThat(heard)
                .containsExactly(
                        "POST /backtests Bearer token",
                        "GET /backtests/b-1 Bearer token",
                        "GET /backtests/b-1 Bearer token",
                        "GET /backtests/b-1/cases?page=0&size=20 Bearer token");
    }

    @Test
    void oneThatFailsIsNoResult() {
        answers.add("{\"id\":\"b-1\",\"status\":\"FAILED\",\"error\":\"line 3\"}");
        assertThatThrownBy(this::backtest)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("FAILED: line 3");
    }

    @Test
    void casesThatAreCountedButNotThereAreNoResult() {
        answers.addAll(List.of(DONE, "{\"cases\":[]}"));
        assertThatThrownBy(this::backtest).hasMessageContaining("fewer cases");
    }

    @Test
    void whatIsExplainedIsADecisionAndItsRow() throws Exception {
        answers.add("{\"decision\":\"MANUAL\",\"row\":\"otherwise\",\"actor\":\"SHOP\"}");
        assertThat(desk.explain(Map.of())).isEqualTo(new Decided(Decision.MANUAL, "otherwise"));
    }

    @Test
    void aCallerWhoIsTurnedAwayIsTold() {
        assertThatThrownBy(() -> desk.explain(Map.of())).hasMessageContaining("403");
    }
}
