package io.waybillguard.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.waybillguard.events.json.EventJson;
import io.waybillguard.events.parcel.ParcelRole;
import io.waybillguard.events.parcel.StallEvent;
import io.waybillguard.events.parcel.StallKind;
import io.waybillguard.events.topics.Topics;
import io.waybillguard.events.types.BuyerId;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.kit.testing.OneBroker;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A message is planned only after what arrived before its time has been read. */
class UnreadClearingTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Between the stall and its clearing: events of the same partition that mean nothing. */
    private static final int BACKLOG = 30_000;

    @TempDir private Path state;

    private final Set<String> told = ConcurrentHashMap.newKeySet();
    private OneBroker broker;
    private HttpServer channel;

    @BeforeEach
    void start() throws Exception {
        broker = OneBroker.start();
        channel = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        channel.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        channel.createContext(
                "/messages",
                exchange -> {
                    byte[] body = exchange.getRequestBody().readAllBytes();
                    Map<?, ?> message = EventJson.mapper().readValue(body, Map.class);
                    told.add(String.valueOf(message.get("buyerId")));
                    exchange.sendResponseHeaders(202, -1);
                    exchange.close();
                });
        channel.start();
    }

    @AfterEach
    void stop() throws Exception {
        channel.stop(0);
        broker.close();
    }

    @Test
    void aStallThatClearedWhileTheServiceWasDownIsNotTold() {
        try (var service = run()) {
            append(stall("first", "1"));
            await().atMost(PATIENCE).until(() -> told.contains("first"));
        }
        try (var producer = producer()) {
            producer.send(record(stall(Events.BUYER.value(), Events.PARCEL.waybill())));
            for (int i = 0; i < BACKLOG; i++) {
                producer.send(record(Events.escalated(StallKind.IN_TRANSIT, 1)));
            }
            producer.send(record(Events.cleared(StallKind.IN_TRANSIT, 1)));
        }

        try (var service = run()) {
            append(stall("last", "3"));
            await().atMost(PATIENCE).until(() -> told.contains("last"));
        }
        assertThat(told).containsExactlyInAnyOrder("first", "last");
    }

    private ConfigurableApplicationContext run() {
        return new SpringApplicationBuilder(NotifierApplication.class)
                .run(
                        "--server.port=0",
                        "--waybill.kafka.bootstrap-servers=" + broker.servers(),
                        "--waybill.kafka.partitions=2",
                        "--waybill.streams.state-dir=" + state,
                        "--waybill.streams.commit-interval=100ms",
                        "--waybill.notifier.gather=0s",
                        "--waybill.notifier.quiet-hours.from=09:00",
                        "--waybill.notifier.quiet-hours.until=09:00",
                        "--waybill.notifier.pulse.every=100ms",
                        "--waybill.notifier.pulse.slack=100ms",
                        "--waybill.notifier.progress-every=200ms",
                        "--waybill.notifier.channel.url=http://127.0.0.1:"
                                + channel.getAddress().getPort());
    }

    private void append(StallEvent event) {
        try (var producer = producer()) {
            producer.send(record(event));
        }
    }

    private KafkaProducer<byte[], byte[]> producer() {
        var bytes = new ByteArraySerializer();
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.servers(), "acks", "all"), bytes, bytes);
    }

    private static StallEvent stall(String buyer, String waybill) {
        return Events.stall(
                Events.ORDER,
                new BuyerId(buyer),
                ParcelId.of("ZTO", waybill),
                StallKind.IN_TRANSIT,
                ParcelRole.DELIVERY,
                1);
    }

    private static ProducerRecord<byte[], byte[]> record(StallEvent event) {
        return new ProducerRecord<>(Topics.PARCEL_STALLS.name(), 0, null, EventJson.write(event));
    }
}
