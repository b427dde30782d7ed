package io.waybillguard.tracker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waybillguard.events.order.OrderEvent.OrderReceived;
import io.waybillguard.events.parcel.ScanKind;
import io.waybillguard.events.refund.AftersalesRequest.ReturnWaybillGiven;
import io.waybillguard.events.refund.GivenBy;
import io.waybillguard.events.topics.Topics;
import io.waybillguard.events.types.BuyerId;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.events.types.RefundId;
import io.waybillguard.events.types.ShopId;
import io.waybillguard.kit.streams.Partitions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** Two instances on a real broker, each of which has half of the parcels and of the orders. */
class LookupBrokerTest {

    private static final Partitions PARTITIONS = new Partitions(2);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** The order of each partition has sent a parcel of each partition. */
    private static final List<ParcelId> SENT_BY_FIRST = List.of(parcel("A", 0), parcel("A", 1));

    private static final List<ParcelId> SENT_BY_SECOND = List.of(parcel("B", 0), parcel("B", 1));
    private static final ParcelId BACK = parcel("R", 1);
    private static final List<OrderId> ORDERS = List.of(order(0), order(1));
    private static final List<ParcelId> PARCELS =
            Stream.of(SENT_BY_FIRST, SENT_BY_SECOND, List.of(BACK)).flatMap(List::stream).toList();

    /** An instance and where it listens. */
    private record Instance(ConfigurableApplicationContext context, int port)
            implements AutoCloseable {
        @Override
        public void close() {
            context.close();
        }

        /** It still has its parcels, and nobody can ask it. */
        void closeServer() {
            ((WebServerApplicationContext) context).getWebServer().stop();
        }
    }

    @TempDir private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private Wire wire;

    @BeforeEach
    void open() throws Exception {
        wire = Wire.open(PARTITIONS.count());
    }

    @AfterEach
    void close() throws Exception {
        http.close();
        wire.close();
    }

    @Test
    void eachInstanceAnswersForAllAndSaysWhatItCannotAskFor() throws Exception {
        try (Instance one = start("one");
                Instance two = start("two")) {
            shipAndReport();
            awaitBothHaveHalf(one, two);
            awaitSameAnswers(one, two);
            anOrderIsShownWithAllItsParcels(one, two);
            whatIsUnknownIsUnknownToBoth(one, two);

            ParcelId away = ownedBy(two);
            ParcelId here = ownedBy(one);
            String before = get(one, path(away)).body();
            two.closeServer();

            HttpResponse<String> refused = get(one, path(away));
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(refused.headers().firstValue("Content-Type"))
                    .hasValue("application/problem+json");
            assertThat(get(one, path(here)).statusCode()).isEqualTo(200);
            anOrderSaysOfWhichParcelNothingIsKnown(one, here, away);

            two.close();
            await().atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(get(one, path(away)))
                                    .extracting(HttpResponse::statusCode, HttpResponse::body)
                                    .containsExactly(200, before));
        }
    }

    private void shipAndReport() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        SENT_BY_FIRST.forEach(
                parcel -> wire.send(Topics.ORDERS, Scans.shipped(ORDERS.get(0), parcel, now)));
        SENT_BY_SECOND.forEach(
                parcel -> wire.send(Topics.ORDERS, Scans.shipped(ORDERS.get(1), parcel, now)));
        wire.send(Topics.AFTERSALES_REQUESTS, returned(ORDERS.get(0), now));
        wire.send(Topics.ORDERS, new OrderReceived(ORDERS.get(0), now));
        PARCELS.forEach(parcel ->
                wire.send(Topics.COURIER_SCANS, Scans.report(parcel, ScanKind.DEPARTED, now)));
    }

    /** Asked by another instance, each answers for its own and for nothing else. */
    private void awaitBothHaveHalf(Instance one, Instance two) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> {
                    List<Integer> fromOne = statusesHere(one);
                    List<Integer> fromTwo = statusesHere(two);
                    assertThat(fromOne).containsOnly(200, 503);
                    assertThat(fromTwo)
                            .isEqualTo(fromOne.stream().map(is -> is == 200 ? 503 : 200).toList());
                });
    }

    private List<Integer> statusesHere(Instance instance) {
        return PARCELS.stream().map(parcel -> statusHere(instance, parcel)).toList();
    }

    private void awaitSameAnswers(Instance one, Instance two) {
        List<String> paths =
                Stream.concat(
                                PARCELS.stream().map(LookupBrokerTest::path),
                                ORDERS.stream().map(order -> "/parcels?order=" + order))
                        .toList();
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(paths)
                                .allSatisfy(path -> {
                                    HttpResponse<String> answer = get(one, path);
                                    assertThat(answer.statusCode()).isEqualTo(200);
                                    assertThat(answer.body())
                                            .contains("\"stage\":\"IN_TRANSIT\"")
                                            .isEqualTo(get(two, path).body());
                                }));
    }

    private void anOrderIsShownWithAllItsParcels(Instance one, Instance two) throws Exception {
        for (Instance instance : List.of(one, two)) {
            String ended = get(instance, "/parcels?order=" + ORDERS.get(0)).body();
            assertThat(ended)
                    .contains("\"complete\":true")
                    .containsOnlyOnce("\"role\":\"RETURN\",\"settled\":false,\"known\":\"YES\"")
                    .doesNotContain("buyer-1")
                    .doesNotContain("shop-1");
            assertThat(ended.split("\"role\":\"DELIVERY\",\"settled\":true", -1)).hasSize(3);
            assertThat(get(instance, "/parcels?order=" + ORDERS.get(1)).body())
                    .contains("\"settled\":false")
                    .doesNotContain("\"settled\":true")
                    .contains("\"threshold\":{\"row\":\"in-transit\"");
        }
    }

    private void whatIsUnknownIsUnknownToBoth(Instance one, Instance two) throws Exception {
        for (Instance instance : List.of(one, two)) {
            for (int partition = 0; partition < 2; partition++) {
                assertThat(get(instance, path(parcel("NONE", partition))).statusCode())
                        .isEqualTo(404);
            }
            assertThat(get(instance, "/parcels?order=nobody-1").statusCode()).isEqualTo(404);
            assertThat(get(instance, "/parcels?order=nobody-2").statusCode()).isEqualTo(404);
            assertThat(get(instance, "/parcels?order=no%20order").statusCode()).isEqualTo(400);
            assertThat(get(instance, "/parcels").statusCode()).isEqualTo(400);
            assertThat(get(instance, "/parcels/zto/no%20waybill").statusCode()).isEqualTo(400);
            assertThat(get(instance, "/shipments?order=" + ORDERS.get(0)).statusCode())
                    .as("for instances only")
                    .isEqualTo(404);
        }
    }

    private void anOrderSaysOfWhichParcelNothingIsKnown(Instance one, ParcelId here, ParcelId away)
            throws Exception {
        OrderId order = order(PARTITIONS.of(here.waybill()));
        HttpResponse<String> part = get(one, "/parcels?order=" + order);
        assertThat(part.statusCode()).isEqualTo(200);
        assertThat(part.body())
                .contains("\"complete\":false")
                .contains("\"known\":\"YES\"")
                .contains("\"known\":\"NOT_NOW\",\"parcel\":null,\"why\":\"the instance");
        assertThat(get(one, "/parcels?order=" + order(PARTITIONS.of(away.waybill()))).statusCode())
                .as("the order itself is at the instance that is gone")
                .isEqualTo(503);
    }

    private ParcelId ownedBy(Instance instance) {
        return PARCELS.stream()
                .filter(parcel -> statusHere(instance, parcel) == 200)
                .findFirst()
                .orElseThrow();
    }

    private int statusHere(Instance instance, ParcelId parcel) {
        try {
            return get(instance, path(parcel), "Waybill-Forwarded", "1").statusCode();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("not asked", e);
        }
    }

    private HttpResponse<String> get(Instance instance, String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + instance.port() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private Instance start(String name) throws IOException {
        int port = freePort();
        return new Instance(
                new SpringApplication(TrackerApplication.class)
                        .run(
                                "--server.port=" + port,
                                "--server.address=127.0.0.1",
                                "--server.shutdown=immediate",
                                "--waybill.kafka.bootstrap-servers=" + wire.servers(),
                                "--waybill.kafka.partitions=" + PARTITIONS.count(),
                                "--waybill.streams.state-dir=" + folder.resolve(name),
                                "--waybill.streams.commit-interval=100ms",
                                "--waybill.streams.linger=5ms",
                                "--waybill.tracker.pulse.every=100ms"),
                port);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String path(ParcelId parcel) {
        return "/parcels/" + parcel;
    }

    private static ParcelId parcel(String name, int partition) {
        return ParcelId.of(
                "ZTO",
                Stream.iterate(0, i -> i + 1)
                        .map(i -> name + i)
                        .filter(waybill -> PARTITIONS.of(waybill) == partition)
                        .findFirst()
                        .orElseThrow());
    }

    private static OrderId order(int partition) {
        return new OrderId(
                Stream.iterate(0, i -> i + 1)
                        .map(i -> "order-" + i)
                        .filter(order -> PARTITIONS.of(order) == partition)
                        .findFirst()
                        .orElseThrow());
    }

    private static ReturnWaybillGiven returned(OrderId order, Instant at) {
        return new ReturnWaybillGiven(
                order,
                new RefundId("r-1"),
                new ShopId("shop-1"),
                new BuyerId("buyer-1"),
                BACK,
                GivenBy.BUYER,
                at);
    }
}
