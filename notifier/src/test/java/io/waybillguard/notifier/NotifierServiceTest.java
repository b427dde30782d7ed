package io.waybillguard.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.waybillguard.events.json.EventJson;
import io.waybillguard.events.json.Read;
import io.waybillguard.events.notice.NoticeReceipt;
import io.waybillguard.events.notice.NoticeReceipt.NoticeFailed;
import io.waybillguard.events.notice.NoticeReceipt.NoticeSent;
import io.waybillguard.events.notice.PlannedNotice;
import io.waybillguard.events.notice.PlannedNotice.NoticePlanned;
import io.waybillguard.events.parcel.ParcelRole;
import io.waybillguard.events.parcel.StallKind;
import io.waybillguard.events.topics.Topic;
import io.waybillguard.events.topics.Topics;
import io.waybillguard.events.types.BuyerId;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.kit.kafka.EventPublisher;
import io.waybillguard.kit.testing.OneBroker;
import io.waybillguard.notifier.notice.Recalls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole service on a broker: an event in, a message at the channel, a receipt out. */
class NotifierServiceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final Map<String, AtomicInteger> ATTEMPTS = new ConcurrentHashMap<>();
    @TempDir private static Path state;

    private static OneBroker broker;
    private static HttpServer channel;
    private static ConfigurableApplicationContext service;

    @BeforeAll
    static void start() throws Exception {
        broker = OneBroker.start();
        channel = open(0);
        service = run();
    }

    @AfterAll
    static void stop() throws Exception {
        service.close();
        channel.stop(0);
        broker.close();
    }

    private static HttpServer open(int port) throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/messages", NotifierServiceTest::answer);
        server.start();
        return server;
    }

    private static ConfigurableApplicationContext run() {
        return new SpringApplicationBuilder(NotifierApplication.class)
                .run(
                        "--server.port=0",
                        "--waybill.kafka.bootstrap-servers=" + broker.servers(),
                        "--waybill.kafka.partitions=2",
                        "--waybill.streams.state-dir=" + state,
                        "--waybill.streams.commit-interval=200ms",
                        "--waybill.notifier.gather=1s",
                        "--waybill.notifier.quiet-hours.from=09:00",
                        "--waybill.notifier.quiet-hours.until=09:00",
                        "--waybill.notifier.pulse.every=200ms",
                        "--waybill.notifier.pulse.slack=200ms",
                        "--waybill.notifier.progress-every=500ms",
                        "--waybill.notifier.channel.retry.first=50ms",
                        "--waybill.notifier.channel.retry.longest=500ms",
                        "--waybill.notifier.channel.breaker.open=1s",
                        "--waybill.notifier.channel.pause=100ms",
                        "--waybill.notifier.channel.in-flight=2",
                        "--waybill.notifier.channel.url=http://127.0.0.1:"
                                + channel.getAddress().getPort());
    }

    /** What a buyer's messages meet stands in the buyer's name. */
    private static void answer(HttpExchange exchange) throws IOException {
        Map<?, ?> body =
                EventJson.mapper().readValue(exchange.getRequestBody().readAllBytes(), Map.class);
        String buyer = String.valueOf(body.get("buyerId"));
        int attempt = ATTEMPTS.computeIfAbsent(buyer, _ -> new AtomicInteger()).incrementAndGet();
        int status =
                switch (buyer) {
                    case "broken" -> 500;
                    case "busy" -> attempt < 3 ? 429 : 202;
                    default -> 202;
                };
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    @Test
    void whatHappensReachesTheBuyerOnceAndLeavesAReceipt() throws Exception {
        stall("glad", "1");
        stall("glad", "2");
        stall("broken", "3");
        stall("busy", "4");
        garbage(Topics.NOTICE_OUTBOX);
        stall("glad", "1");

        Map<String, NoticeReceipt> receipts = new ConcurrentHashMap<>();
        await().atMost(PATIENCE)
                .untilAsserted(() -> {
                    receipts(receipts);
                    assertThat(receipts).containsOnlyKeys("glad", "broken", "busy");
                });

        assertThat(receipts.get("glad"))
                .isInstanceOfSatisfying(
                        NoticeSent.class, sent -> assertThat(sent.subjects()).hasSize(2));
        assertThat(receipts.get("busy")).isInstanceOf(NoticeSent.class);
        assertThat(receipts.get("broken")).isInstanceOf(NoticeFailed.class);

        service.close();
        service = run();
        stall("late", "5");
        await().atMost(PATIENCE).until(() -> ATTEMPTS.containsKey("late"));
        assertThat(ATTEMPTS.get("glad")).hasValue(1);
        assertThat(ATTEMPTS.get("broken")).hasValue(1);
        assertThat(ATTEMPTS.get("busy")).hasValue(3);
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(get("/actuator/prometheus"))
                                .containsPattern(
                                        "notices_total\\{channel=\"app\",outcome=\"sent\","
                                                + "scene=\"STALL_IN_TRANSIT\",.*} 1.0")
                                .contains("pulse_age_seconds")
                                .contains("deadline_lateness_seconds")
                                .contains("resilience4j_circuitbreaker_state"));
        assertThat(get("/actuator/health/readiness")).contains("\"status\":\"UP\"");
        assertThat(read(Topics.NOTICE_OUTBOX.deadLetters())).hasSize(1);

        nothingIsLostWhileTheChannelIsDown();
    }

    private static void nothingIsLostWhileTheChannelIsDown() throws IOException {
        int port = channel.getAddress().getPort();
        channel.stop(0);
        List<String> buyers = IntStream.range(0, 8).mapToObj(i -> "patient-" + i).toList();
        buyers.forEach(buyer -> stall(buyer, buyer));
        CircuitBreaker breaker =
                service.getBean(CircuitBreakerRegistry.class).circuitBreaker("app");
        await().atMost(PATIENCE).until(() -> breaker.getState() == CircuitBreaker.State.OPEN);
        aStallClearsWhoseMessageWaits();

        channel = open(port);

        Map<String, NoticeReceipt> receipts = new ConcurrentHashMap<>();
        await().atMost(PATIENCE)
                .untilAsserted(() -> {
                    receipts(receipts);
                    assertThat(receipts).containsKeys(buyers.toArray(String[]::new));
                });
        for (String buyer : buyers) {
            assertThat(receipts.get(buyer)).isInstanceOf(NoticeSent.class);
            assertThat(ATTEMPTS.get(buyer)).hasValue(1);
        }
        await().atMost(PATIENCE)
                .until(() -> suppressed().contains(Events.BUYER.value() + " STALE"));
        assertThat(ATTEMPTS).doesNotContainKey(Events.BUYER.value());
    }

    private static void aStallClearsWhoseMessageWaits() {
        stall(Events.BUYER.value(), Events.PARCEL.waybill());
        await().atMost(PATIENCE).until(() -> planned(Events.BUYER).isPresent());
        NoticePlanned notice = planned(Events.BUYER).orElseThrow();
        publisher().publish(Topics.PARCEL_STALLS, Events.cleared(StallKind.IN_TRANSIT, 1)).join();
        Recalls recalls = service.getBean(Recalls.class);
        await().atMost(PATIENCE)
                .until(() ->
                        recalls.of(notice.noticeId(), notice.notAfter())
                                instanceof Recalls.Standing.Recalled);
    }

    private static Optional<NoticePlanned> planned(BuyerId buyer) {
        return read(Topics.NOTICE_OUTBOX).stream()
                .map(record -> EventJson.read(Topics.NOTICE_OUTBOX, record.value()))
                .filter(read ->
                        read instanceof Read.Event<PlannedNotice>(var notice)
                                && notice.buyerId().equals(buyer))
                .map(read -> (NoticePlanned) ((Read.Event<PlannedNotice>) read).value())
                .findFirst();
    }

    private static List<String> suppressed() {
        List<String> all = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : read(Topics.NOTICE_RECEIPTS)) {
            if (EventJson.read(Topics.NOTICE_RECEIPTS, record.value())
                            instanceof Read.Event<NoticeReceipt>(var receipt)
                    && receipt instanceof NoticeReceipt.NoticeSuppressed one) {
                all.add(one.buyerId() + " " + one.because());
            }
        }
        return all;
    }

    private static void stall(String buyer, String waybill) {
        publisher()
                .publish(
                        Topics.PARCEL_STALLS,
                        Events.stall(
                                new OrderId("D-" + waybill),
                                new BuyerId(buyer),
                                ParcelId.of("ZTO", waybill),
                                StallKind.IN_TRANSIT,
                                ParcelRole.DELIVERY,
                                1))
                .join();
    }

    private static void garbage(Topic<?> topic) {
        publisher().send(new ProducerRecord<>(topic.name(), 0, null, new byte[] {'?'})).join();
    }

    private static EventPublisher publisher() {
        return service.getBean(EventPublisher.class);
    }

    private static void receipts(Map<String, NoticeReceipt> into) {
        for (ConsumerRecord<byte[], byte[]> record : read(Topics.NOTICE_RECEIPTS)) {
            if (EventJson.read(Topics.NOTICE_RECEIPTS, record.value())
                            instanceof Read.Event<NoticeReceipt>(var receipt)
                    && !(receipt instanceof NoticeReceipt.NoticeSuppressed)) {
                into.put(receipt.buyerId().value(), receipt);
            }
        }
    }

    private static List<ConsumerRecord<byte[], byte[]>> read(Topic<?> topic) {
        Map<String, Object> properties =
                Map.of("bootstrap.servers", broker.servers(), "isolation.level", "read_committed");
        var bytes = new ByteArrayDeserializer();
        try (var consumer = new KafkaConsumer<>(properties, bytes, bytes)) {
            var partitions =
                    consumer.partitionsFor(topic.name()).stream()
                            .map(info ->
                                    new org.apache.kafka.common.TopicPartition(
                                            info.topic(), info.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            var ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }

    private static String get(String path) throws IOException, InterruptedException {
        int port = ((WebServerApplicationContext) service).getWebServer().getPort();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        }
    }
}
