package io.waybillguard.aftersales.trial;

import static io.waybillguard.aftersales.fixtures.APolicy.aPolicy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.waybillguard.aftersales.access.Caller;
import io.waybillguard.events.json.EventJson;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** Whatever is sent, the caller is told what is wrong with it, and never that we are. */
class MutatedBodiesTest {

    private static final int EACH = 400;
    private static final String FACTS =
            """
            {"order":{"orderId":"o-1","shopId":"shop-1","buyerId":"b-1","amount":5000,"paid":5000,\
            "goods":[{"category":"toys","traits":["FRESH"]}],"destination":{"province":"浙江"},\
            "crossBorder":false,"placedAt":"2026-11-01T03:00:00Z",\
            "receivedAt":"2026-11-10T03:00:00Z"},\
            "parcels":[{"parcel":{"courier":"ZTO","waybill":"7310001"},"platformWaybill":true,\
            "stage":"IN_TRANSIT","shippedAt":"2026-11-02T03:00:00Z",\
            "collectedAt":"2026-11-02T05:00:00Z","lastMovedAt":"2026-11-03T03:00:00Z",\
            "signedAt":"2026-11-09T03:00:00Z","intercepted":false,\
            "stall":{"kind":"IN_TRANSIT","cause":"SILENCE","level":"SUSPECTED_LOST",\
            "since":"2026-11-03T03:00:00Z","feedSuspect":false,"exempt":"f-1"}}],\
            "request":{"refundId":"r-1","kind":"REFUND_ONLY","amount":5000,"reason":"NO_MOVEMENT"},\
            "at":"2026-11-11T03:00:00Z"}\
            """;
    private static final String EVENT =
            """
            {"topic":"orders.v1","at":"2026-11-10T03:00:00Z","event":{"type":"order.placed.v1",\
            "orderId":"o-2","shopId":"shop-1","buyerId":"b-1","platform":"","amount":5000,\
            "lines":[],"destination":{"province":"浙江"},"crossBorder":false,\
            "at":"2026-11-10T03:00:00Z"}}\
            """;
    private static final String REQUEST =
            """
            {"topic":"aftersales.requests.v1","at":"2026-11-11T03:00:00Z","event":\
            {"type":"aftersales.refund-requested.v1","orderId":"o-2","refundId":"r-2",\
            "kind":"REFUND_ONLY","amount":5000,"reason":"OTHER","evidence":[],\
            "at":"2026-11-11T03:00:00Z"}}\
            """;

    @TempDir private Path dir;
    private Backtests backtests;
    private MockMvc http;

    @BeforeEach
    void start() throws Exception {
        backtests =
                ATrial.backtests(
                        ATrial.settings(dir, 10 * EACH), "localhost:1", new SimpleMeterRegistry());
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

    private MockHttpServletResponse sent(String path, MediaType type, byte[] body) {
        try {
            return http.perform(
                            post(path)
                                    .contentType(type)
                                    .content(body)
                                    .requestAttr(Caller.ATTRIBUTE, new Caller(null)))
                    .andReturn()
                    .getResponse();
        } catch (Exception e) {
            throw new AssertionError(new String(body, StandardCharsets.UTF_8), e);
        }
    }

    private static String policy() {
        return new String(EventJson.write(aPolicy().fastRefund().build()), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void givenFactsAreExplainedOrRefused(long seed) {
        Mutations mutations = new Mutations(seed);
        String document = FACTS.replaceFirst("\\{", "{\"policy\":" + policy() + ",");
        Map<Integer, Integer> statuses = new HashMap<>();
        for (int each = 0; each < EACH; each++) {
            byte[] body = mutations.of(document);
            int status = sent("/decisions/explain", MediaType.APPLICATION_JSON, body).getStatus();
            assertThat(status).as(new String(body, StandardCharsets.UTF_8)).isIn(200, 400);
            statuses.merge(status, 1, Integer::sum);
        }
        assertThat(statuses).containsOnlyKeys(200, 400);
    }

    @ParameterizedTest
    @ValueSource(longs = 5)
    void aPeriodIsTakenOrRefused(long seed) {
        Mutations mutations = new Mutations(seed);
        String document =
                "{\"policy\":%s,\"baseline\":%s,\"from\":\"2026-11-01T00:00:00Z\",\"until\":\"2026-11-08T00:00:00Z\"}"
                        .formatted(policy(), policy());
        for (int each = 0; each < EACH; each++) {
            byte[] body = mutations.of(document);
            assertThat(sent("/backtests", MediaType.APPLICATION_JSON, body).getStatus())
                    .as(new String(body, StandardCharsets.UTF_8))
                    .isIn(202, 400);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 8})
    void aFileIsComparedOrRefusedByItsLine(long seed) throws Exception {
        Mutations mutations = new Mutations(seed);
        for (int each = 0; each < EACH; each++) {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            String first = "{\"policy\":" + policy() + "}";
            body.write(
                    each % 8 == 0 ? mutations.of(first) : first.getBytes(StandardCharsets.UTF_8));
            for (String line : new String[] {FACTS, EVENT, REQUEST}) {
                body.write('\n');
                body.write(mutations.of(line));
            }
            MockHttpServletResponse response =
                    sent("/backtests", MediaType.APPLICATION_NDJSON, body.toByteArray());
            assertThat(response.getStatus()).as(body.toString()).isIn(202, 400);
        }
        for (BacktestState asked : backtests.all(new Caller(null))) {
            await().pollInterval(1, TimeUnit.MILLISECONDS)
                    .until(() -> backtests.get(new Caller(null), asked.id()).status().isOver());
            assertThat(String.valueOf(backtests.get(new Caller(null), asked.id()).error()))
                    .doesNotContain("unforeseen");
        }
    }
}
