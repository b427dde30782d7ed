package io.waybillguard.tracker;

import static io.waybillguard.tracker.Scans.claim;
import static io.waybillguard.tracker.kuaidi100.Pushes.node;
import static io.waybillguard.tracker.kuaidi100.Pushes.push;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waybillguard.events.json.EventJson;
import io.waybillguard.events.json.Read;
import io.waybillguard.events.parcel.MilestoneEvent;
import io.waybillguard.events.parcel.StallEvent;
import io.waybillguard.events.parcel.StallEvent.StallCleared;
import io.waybillguard.events.parcel.StallEvent.StallDetected;
import io.waybillguard.events.parcel.TrackerProgress;
import io.waybillguard.events.parcel.TrackerProgress.ReadUntil;
import io.waybillguard.events.topics.Topic;
import io.waybillguard.events.topics.Topics;
import io.waybillguard.kit.kafka.EventPublisher;
import io.waybillguard.kit.testing.OneBroker;
import io.waybillguard.tracker.kuaidi100.Pushes;
import io.waybillguard.tracker.kuaidi100.Signature;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole service against a real broker, over HTTP. */
class TrackerServiceTest {

    private static final DateTimeFormatter BEIJING =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final int PARTITIONS = 2;

    @TempDir static Path state;

    private static OneBroker broker;
    private static ConfigurableApplicationContext service;
    private static KafkaConsumer<byte[], byte[]> consumer;
    private static String base;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws Exception {
        broker = OneBroker.start();
        service =
                new SpringApplication(TrackerApplication.class)
                        .run(
                                "--server.port=0",
                                "--server.address=127.0.0.1",
                                "--waybill.kafka.bootstrap-servers=" + broker.servers(),
                                "--waybill.kafka.partitions=" + PARTITIONS,
                                "--waybill.streams.state-dir=" + state,
                                "--waybill.streams.commit-interval=200ms",
                                "--waybill.tracker.pulse.every=200ms",
                                "--waybill.tracker.pulse.slack=100ms",
                                "--waybill.tracker.max-body=64KB",
                                "--waybill.tracker.thresholds.rows[0].name=slow-courier",
                                "--waybill.tracker.thresholds.rows[0].courier=zto",
                                "--waybill.tracker.thresholds.rows[0].provinces=浙江省,江苏",
                                "--waybill.tracker.thresholds.rows[0].from=2020-01-01T00:00:00Z",
                                "--waybill.tracker.thresholds.rows[0].silence=60h",
                                "--waybill.tracker.accounts[0].provider=kuaidi100",
                                "--waybill.tracker.accounts[0].account=main",
                                "--waybill.tracker.accounts[0].secrets[0]=" + Pushes.SALT,
                                "--waybill.tracker.accounts[0].secrets[1]=next",
                                "--waybill.tracker.accounts[1].provider=kuaidi100",
                                "--waybill.tracker.accounts[1].account=open",
                                "--waybill.tracker.accounts[1].unsigned=true");
        base = "http://127.0.0.1:" + service.getEnvironment().getProperty("local.server.port");
        consumer =
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers",
                                broker.servers(),
                                "isolation.level",
                                "read_committed"),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(200));
    }

    @AfterAll
    static void stop() throws Exception {
        consumer.close();
        service.close();
        broker.close();
    }

    @Test
    void aPushOverHttpBecomesAStallAndMovementClearsIt() throws Exception {
        String silent = node(beijing(Duration.ofHours(70)), "【城东】已发往【城西】", "1002", "干线");
        byte[] first = Pushes.signed(push("zhongtong", Scans.PARCEL.waybill(), "0", silent));

        HttpResponse<String> answer = post("/webhooks/kuaidi100/main", first);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo("{\"result\":true,\"returnCode\":\"200\",\"message\":\"成功\"}");

        String address = "/parcels/zto/" + Scans.PARCEL.waybill();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(get(address).statusCode()).isEqualTo(200));
        service.getBean(EventPublisher.class).publish(Topics.TRACKER_CLAIMS, claim("o-1", 0)).get();

        List<StallEvent> stalls = new ArrayList<>();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(told(Topics.PARCEL_STALLS, stalls)).hasSize(1));
        assertThat(stalls.getFirst())
                .isInstanceOfSatisfying(
                        StallDetected.class,
                        raised -> assertThat(raised.stall().row()).isEqualTo("slow-courier"));
        HttpResponse<String> parcel = get(address);
        assertThat(parcel.statusCode()).isEqualTo(200);
        assertThat(parcel.body())
                .contains("\"stage\":\"IN_TRANSIT\"")
                .contains("\"row\":\"slow-courier\"")
                .contains("\"nextDeadline\":\"20")
                .doesNotContain("o-1")
                .doesNotContain("buyer-1");

        String moved = node(beijing(Duration.ofMinutes(1)), "已签收", "301", "本人签收");
        byte[] second =
                Pushes.signed(push("zhongtong", Scans.PARCEL.waybill(), "0", moved, silent));
        assertThat(post("/webhooks/kuaidi100/main", second).statusCode()).isEqualTo(200);
        stalls.clear();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(told(Topics.PARCEL_STALLS, stalls)).hasSize(2));
        assertThat(stalls.getLast()).isInstanceOf(StallCleared.class);
        assertThat(told(Topics.PARCEL_MILESTONES, new ArrayList<MilestoneEvent>())).hasSize(2);

        assertThat(get("/actuator/prometheus").body())
                .contains("webhooks_received_total{")
                .contains("webhooks_total{")
                .contains("parcel_scans_total{")
                .contains("parcel_stalls_total{")
                .contains("parcel_stalls_active{")
                .contains("stall_detection_lag_seconds_count")
                .contains("deadline_lateness_seconds_count")
                .contains("pulse_age_seconds{");
    }

    @Test
    void theTableExplainsWhichRowWouldHold() throws Exception {
        String asked = "/thresholds/explain?courier=zto&stage=in_transit&at=2027-02-05T12:00:00Z";
        HttpResponse<String> own = get(asked + "&region=" + encoded("浙江省") + "&platform=KUAISHOU");
        assertThat(own.statusCode()).isEqualTo(200);
        assertThat(own.body())
                .contains("\"row\":\"slow-courier\"")
                .contains("\"silence\":\"PT60H\"")
                .contains("\"stalledAt\":\"2027-02-08T00:00:00Z\"")
                .contains("\"before\":[]");

        HttpResponse<String> remote = get(asked + "&region=" + encoded("新疆"));
        assertThat(remote.body())
                .contains("\"row\":\"in-transit-remote\"")
                .contains("\"because\":\"region is 新疆, not one of 江苏, 浙江\"");

        assertThat(get("/thresholds/explain?courier=zto&stage=SIGNED").statusCode()).isEqualTo(400);
        assertThat(get("/thresholds/explain?courier=zto&stage=lost").statusCode()).isEqualTo(400);
        assertThat(get("/thresholds/explain?courier=zto").statusCode()).isEqualTo(400);
        assertThat(get(asked.replace("05T12", "soon")).statusCode()).isEqualTo(400);
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }

    @Test
    void everyPartitionSaysHowFarItHasReadToAllPartitions() {
        List<TrackerProgress> progress = new ArrayList<>();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(told(Topics.TRACKER_PROGRESS, progress))
                                .extracting(e -> ((ReadUntil) e).partition())
                                .contains(0, 1));
        for (int partition = 0; partition < PARTITIONS; partition++) {
            int asked = partition;
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() ->
                            assertThat(read(Topics.TRACKER_PROGRESS, List.of(asked)))
                                    .extracting(e -> ((ReadUntil) e).partition())
                                    .contains(0, 1));
        }
    }

    @Test
    void whatIsNotAuthenticOrTooLargeIsRefusedAndNotWritten() throws Exception {
        String param = push("zhongtong", "REFUSED1", "0");

        assertThat(
                        post(
                                        "/webhooks/kuaidi100/main",
                                        Pushes.form(param, Signature.of(param, "wrong")))
                                .statusCode())
                .isEqualTo(401);
        assertThat(post("/webhooks/kuaidi100/nobody", Pushes.signed(param)).statusCode())
                .isEqualTo(404);
        assertThat(post("/webhooks/nobody/main", Pushes.signed(param)).statusCode()).isEqualTo(404);
        assertThat(post("/webhooks/kuaidi100/open", new byte[64 * 1024 + 1]).statusCode())
                .isEqualTo(413);
        assertThat(get("/parcels/zto/REFUSED1").statusCode()).isEqualTo(404);
        assertThat(get("/parcels/zto/no%20waybill").statusCode()).isEqualTo(400);
    }

    @Test
    void whileASecretIsReplacedBothSign() throws Exception {
        String param = push("zhongtong", "ROTATED1", "0");

        for (String salt : List.of(Pushes.SALT, "next")) {
            byte[] body = Pushes.form(param, Signature.of(param, salt));
            assertThat(post("/webhooks/kuaidi100/main", body).statusCode()).isEqualTo(200);
        }
        assertThat(post("/webhooks/kuaidi100/main", Pushes.form(param, "")).statusCode())
                .isEqualTo(401);
        assertThat(post("/webhooks/kuaidi100/open", Pushes.form(param, "")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aBodyFarTooLargeIsToldSo() throws Exception {
        for (String account : List.of("main", "open")) {
            HttpResponse<String> answer =
                    post("/webhooks/kuaidi100/" + account, new byte[8 * 1024 * 1024]);
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.body()).startsWith("{\"result\":false,\"returnCode\":\"413\"");
        }
    }

    @Test
    void headersThatNameClassesAreHarmlessAndKeptOutOfTheTopic() throws Exception {
        String param = push("zhongtong", "CRAFTED1", "0");
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + "/webhooks/kuaidi100/main"))
                        .header("Content-Type", "application/x-java-serialized-object")
                        .header("spring_json_header_types", "{\"x\":\"java.net.URLClassLoader\"")
                        .header("__TypeId__", "java.lang.ProcessBuilder")
                        .header("provider", "nobody")
                        .header("account", "nobody")
                        .header("rerouted", "true");

        assertThat(answerTo(request, Pushes.signed(param)).statusCode()).isEqualTo(200);
        assertThat(headersOf("CRAFTED1"))
                .containsExactlyInAnyOrder("provider", "account", "content-type");
        assertThat(answerTo(request.header("huge", "x".repeat(64_000)), Pushes.signed(param)))
                .extracting(HttpResponse::statusCode)
                .isEqualTo(400);
        assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(200);
    }

    private static List<String> headersOf(String waybill) {
        List<TopicPartition> all =
                List.of(0, 1).stream()
                        .map(p -> new TopicPartition(Topics.COURIER_WEBHOOKS.name(), p))
                        .toList();
        consumer.assign(all);
        consumer.seekToBeginning(all);
        List<String> names = new ArrayList<>();
        Map<TopicPartition, Long> ends = consumer.endOffsets(all);
        while (all.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
            consumer.poll(Duration.ofMillis(100))
                    .forEach(record -> {
                        if (waybill.equals(new String(record.key(), StandardCharsets.UTF_8))) {
                            record.headers().forEach(header -> names.add(header.key()));
                        }
                    });
        }
        return names;
    }

    private HttpResponse<String> answerTo(HttpRequest.Builder request, byte[] body)
            throws IOException, InterruptedException {
        return http.send(
                request.POST(BodyPublishers.ofByteArray(body)).build(), BodyHandlers.ofString());
    }

    @Test
    void aSignedPushThatNobodyCanReadIsTakenAndBecomesADeadLetter() throws Exception {
        assertThat(post("/webhooks/kuaidi100/main", Pushes.signed("{\"broken")).statusCode())
                .isEqualTo(200);

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(get("/actuator/prometheus").body())
                                .containsPattern("dead_letters_total\\{[^}]*reason=\"not-json\""));
    }

    private static String beijing(Duration ago) {
        return LocalDateTime.ofInstant(Instant.now().minus(ago), ZoneId.of("Asia/Shanghai"))
                .format(BEIJING);
    }

    private static <V> List<V> told(Topic<V> topic, List<V> into) {
        into.clear();
        into.addAll(read(topic, List.of(0, 1)));
        return into;
    }

    private static <V> List<V> read(Topic<V> topic, List<Integer> partitions) {
        List<TopicPartition> all =
                partitions.stream().map(p -> new TopicPartition(topic.name(), p)).toList();
        consumer.assign(all);
        consumer.seekToBeginning(all);
        List<V> events = new ArrayList<>();
        Map<TopicPartition, Long> ends = consumer.endOffsets(all);
        while (all.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
            consumer.poll(Duration.ofMillis(100))
                    .forEach(record ->
                            events.add(
                                    ((Read.Event<V>) EventJson.read(topic, record.value()))
                                            .value()));
        }
        return events;
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(base + path)).build(),
                    BodyHandlers.ofString());
        }
    }

    private HttpResponse<String> post(String path, byte[] body)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(base + path))
                        .header("Content-Type", "application/x-www-form-urlencoded;charset=UTF-8")
                        .POST(BodyPublishers.ofByteArray(body))
                        .build(),
                BodyHandlers.ofString());
    }
}
