package io.waybillguard.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waybillguard.events.json.EventJson;
import io.waybillguard.events.topics.Topic;
import io.waybillguard.events.topics.Topics;
import io.waybillguard.kit.kafka.EventPublisher;
import io.waybillguard.kit.testing.OneBroker;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** The whole service on a real broker and a real PostgreSQL, one for all test classes. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ExtendWith(RunningService.BrokerEnds.class)
public abstract class RunningService {

    /** After the last test and before the JVM ends, whose hooks would take the broker's files. */
    static final class BrokerEnds implements BeforeAllCallback {
        @Override
        public void beforeAll(ExtensionContext context) {
            context.getRoot()
                    .getStore(ExtensionContext.Namespace.GLOBAL)
                    .computeIfAbsent(BrokerEnds.class, _ -> (AutoCloseable) RunningService::end);
        }
    }

    private static void end() throws Exception {
        ADMIN.close();
        BROKER.close();
    }

    public static final String PLATFORM = "platform-token";
    public static final String SHOP_1 = "shop-1-token";
    public static final String SHOP_2 = "shop-2-token";
    protected static final int PARTITIONS = 2;

    /** Less than a body may hold. */
    private static final int LARGEST_RECORD = 200_000;

    private static final OneBroker BROKER = broker();
    private static final Admin ADMIN = Admin.create(Map.of("bootstrap.servers", BROKER.servers()));
    private static final List<Topic<?>> PROJECTED =
            List.of(
                    Topics.ORDERS,
                    Topics.AFTERSALES_REQUESTS,
                    Topics.SHOP_POLICIES,
                    Topics.PARCEL_MILESTONES,
                    Topics.PARCEL_STALLS,
                    Topics.PARCEL_SCANS,
                    Topics.AFTERSALES_EVENTS,
                    Topics.INTERCEPTION_RESULTS,
                    Topics.PAYOUT_RESULTS,
                    Topics.NOTICE_RECEIPTS);
    private static final AtomicLong NUMBERS = new AtomicLong();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @LocalServerPort private int port;
    @Autowired protected JdbcClient jdbc;
    @Autowired protected EventPublisher publisher;

    @Autowired
    @Qualifier("projection")
    protected SmartLifecycle projection;

    private static OneBroker broker() {
        try {
            return OneBroker.start();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) throws IOException {
        Path postgres = Files.createTempDirectory("orders-postgres");
        registry.add("waybill.kafka.bootstrap-servers", BROKER::servers);
        registry.add("waybill.kafka.partitions", () -> PARTITIONS);
        registry.add("waybill.orders.postgres-dir", postgres::toString);
        registry.add("waybill.orders.read-your-write", () -> "6s");
        registry.add("waybill.kafka.client[max.request.size]", () -> LARGEST_RECORD);
        grant(registry, 0, PLATFORM, "*");
        grant(registry, 1, SHOP_1, "shop-1");
        grant(registry, 2, SHOP_2, "shop-2");
    }

    private static void grant(
            DynamicPropertyRegistry registry, int index, String token, String shop) {
        registry.add("waybill.orders.access[" + index + "].token", () -> token);
        registry.add("waybill.orders.access[" + index + "].shop", () -> shop);
    }

    @BeforeEach
    void isReady() {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(get(null, "/actuator/health/readiness").status())
                                .isEqualTo(200));
    }

    /** An answer, its body read as JSON where there is one. */
    public record Answer(int status, JsonNode body, HttpResponse<String> raw) {
        public String text(String pointer) {
            return body.at(pointer).asString();
        }
    }

    protected Answer get(String token, String path) {
        return send(token, "GET", path, null);
    }

    protected Answer post(String token, String path, String body) {
        return send(token, "POST", path, body);
    }

    protected Answer send(String token, String method, String path, String body) {
        HttpRequest.Builder request =
                request(token, path)
                        .method(
                                method,
                                body == null
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        return answer(request);
    }

    protected HttpRequest.Builder request(String token, String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .timeout(Duration.ofSeconds(40));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    protected static Answer answer(HttpRequest.Builder request) {
        try {
            HttpResponse<String> raw =
                    HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            boolean json =
                    raw.headers().firstValue("Content-Type").orElse("").contains("json")
                            && !raw.body().isEmpty();
            return new Answer(
                    raw.statusCode(), EventJson.mapper().readTree(json ? raw.body() : "{}"), raw);
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    protected static void isProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(status);
        assertThat(answer.raw().headers().firstValue("Content-Type"))
                .hasValueSatisfying(
                        type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(answer.text("/code")).isEqualTo(code);
    }

    protected <V> RecordMetadata publish(Topic<V> topic, V event) {
        try {
            return publisher.publish(topic, event).get(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Every record that was there when it is called has been projected. */
    protected void projectionHasReadEverything() {
        Map<TopicPartition, Long> ends = ends();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(offsets()).containsAllEntriesOf(ends));
    }

    private static Map<TopicPartition, Long> ends() {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        for (Topic<?> topic : PROJECTED) {
            for (int partition = 0; partition < PARTITIONS; partition++) {
                asked.put(new TopicPartition(topic.name(), partition), OffsetSpec.latest());
            }
        }
        Map<TopicPartition, Long> ends = new HashMap<>();
        try {
            ADMIN.listOffsets(asked)
                    .all()
                    .get(30, TimeUnit.SECONDS)
                    .forEach((partition, end) -> ends.put(partition, end.offset()));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        ends.values().removeIf(end -> end == 0);
        return ends;
    }

    private Map<TopicPartition, Long> offsets() {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        jdbc.sql("select topic, \"partition\", next_offset from projection_offsets")
                .query(row -> {
                    offsets.put(
                            new TopicPartition(row.getString(1), row.getInt(2)), row.getLong(3));
                });
        return offsets;
    }

    protected static String fresh(String prefix) {
        return prefix + NUMBERS.incrementAndGet();
    }

    protected static String order(String id, String shop) {
        return """
        {"orderId": "%s", "shopId": "%s", "buyerId": "b-1", "platform": "KUAISHOU",
         "amountFen": 9900, "crossBorder": false,
         "lines": [{"sku": "cup", "title": "一个杯子", "category": "home", "quantity": 1,
                    "unitPriceFen": 9900, "traits": ["SEVEN_DAY_RETURN"]}],
         "destination": {"province": "浙江省", "city": "杭州"}}
        """
                .formatted(id, shop);
    }

    protected static String shipment(String waybill) {
        return """
        {"courier": "zto", "waybill": "%s", "platformWaybill": true}
        """
                .formatted(waybill);
    }

    protected static String refund(String id, long fen) {
        return """
        {"refundId": "%s", "kind": "REFUND_ONLY", "amountFen": %d, "reason": "NO_MOVEMENT"}
        """
                .formatted(id, fen);
    }

    /** An order of shop-1, paid and shipped. */
    protected String aShippedOrder(String waybill) {
        String id = aPaidOrder();
        assertThat(post(SHOP_1, "/orders/" + id + "/shipments", shipment(waybill)).status())
                .isEqualTo(200);
        return id;
    }

    /** An order of shop-1, paid. */
    protected String aPaidOrder() {
        String id = fresh("o-");
        assertThat(post(SHOP_1, "/orders", order(id, "shop-1")).status()).isEqualTo(201);
        assertThat(post(PLATFORM, "/orders/" + id + "/payment", "{\"paidFen\": 9900}").status())
                .isEqualTo(200);
        return id;
    }

    /** How many records there are on the topics that commands write to. */
    protected long published() {
        projectionHasReadEverything();
        return jdbc.sql(
                        """
                        select coalesce(sum(next_offset), 0) from projection_offsets
                        where topic in ('orders.v1', 'aftersales.requests.v1', 'shop.policies.v1')
                        """)
                .query(Long.class)
                .single();
    }
}
