package io.waybillguard.tracker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.waybillguard.events.json.EventJson;
import io.waybillguard.events.json.Read;
import io.waybillguard.events.order.OrderEvent.OrderShipped;
import io.waybillguard.events.parcel.CourierReport.ScansReported;
import io.waybillguard.events.parcel.ScanKind;
import io.waybillguard.events.parcel.StallEvent;
import io.waybillguard.events.topics.Topic;
import io.waybillguard.events.topics.Topics;
import io.waybillguard.events.types.BuyerId;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.events.types.Region;
import io.waybillguard.events.types.ShopId;
import io.waybillguard.kit.testing.OneBroker;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Two instances, each with a copy of the other's stores, on a real broker. */
class TrackerStandbyTest {

    private static final int PARTITIONS = 4;
    private static final int SILENT = 40;
    private static final int STILL_TO_COME = 24;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration SILENCE = Duration.ofSeconds(30);

    @TempDir private Path folder;

    private OneBroker broker;
    private KafkaProducer<byte[], byte[]> producer;

    @BeforeEach
    void open() throws Exception {
        broker = OneBroker.start();
        producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", broker.servers()),
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
    }

    @AfterEach
    void close() throws Exception {
        producer.close();
        broker.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"heap", "rocksdb"})
    void whoTakesOverKnowsOpenStallsAndDeadlinesAndWhoGivesAwayCountsThemNoMore(String store) {
        try (var two = start("two", store)) {
            try (var one = start("one", store)) {
                silentFor(SILENCE, SILENT, 0);
                await().atMost(PATIENCE).until(() -> active(one) + active(two) == SILENT);
                await().atMost(PATIENCE)
                        .untilAsserted(() -> {
                            assertThat(active(one)).isPositive();
                            assertThat(active(two)).isPositive();
                            assertThat(active(one) + active(two)).isEqualTo(SILENT);
                        });
                for (int second = 0; second < STILL_TO_COME; second++) {
                    silentFor(SILENCE.minusSeconds(second / 2), 1, SILENT + second);
                }
            }
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(active(two)).isEqualTo(SILENT + STILL_TO_COME));

            await().atMost(PATIENCE).until(() -> stalls().size() >= SILENT + STILL_TO_COME);
            assertThat(stalls())
                    .extracting(stall -> stall.stall().parcel())
                    .doesNotHaveDuplicates()
                    .hasSize(SILENT + STILL_TO_COME);
        }
    }

    private ConfigurableApplicationContext start(String name, String store) {
        return new SpringApplication(TrackerApplication.class)
                .run(
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--waybill.kafka.bootstrap-servers=" + broker.servers(),
                        "--waybill.kafka.partitions=" + PARTITIONS,
                        "--waybill.streams.state-dir=" + folder.resolve(name),
                        "--waybill.streams.standbys=1",
                        "--waybill.streams.commit-interval=100ms",
                        "--waybill.streams.linger=5ms",
                        "--waybill.tracker.store=" + store,
                        "--waybill.tracker.pulse.every=100ms",
                        "--waybill.tracker.pulse.slack=500ms",
                        "--waybill.tracker.thresholds.in-transit=" + SILENCE.toMillis() + "ms");
    }

    private static long active(ConfigurableApplicationContext instance) {
        return Math.round(
                instance.getBean(MeterRegistry.class).find("parcel.stalls.active").gauges().stream()
                        .mapToDouble(Gauge::value)
                        .sum());
    }

    private void silentFor(Duration silence, int count, int first) {
        Instant departed = Instant.now().truncatedTo(ChronoUnit.MILLIS).minus(silence);
        IntStream.range(first, first + count)
                .mapToObj(number -> ParcelId.of("ZTO", "STANDBY" + number))
                .forEach(parcel -> {
                    send(Topics.ORDERS, shipped(parcel, departed));
                    send(
                            Topics.COURIER_SCANS,
                            new ScansReported(
                                    parcel,
                                    "warehouse",
                                    List.of(Scans.scan(ScanKind.DEPARTED, departed, "somewhere")),
                                    departed));
                });
        producer.flush();
    }

    private <V> void send(Topic<V> topic, V event) {
        byte[] key = topic.keyFor(event).getBytes(StandardCharsets.UTF_8);
        var _ = producer.send(new ProducerRecord<>(topic.name(), key, EventJson.write(event)));
    }

    private static OrderShipped shipped(ParcelId parcel, Instant at) {
        return new OrderShipped(
                new OrderId("order-of-" + parcel.waybill()),
                new ShopId("shop-1"),
                new BuyerId("buyer-1"),
                parcel,
                "KUAISHOU",
                "",
                Region.of("浙江"),
                true,
                at);
    }

    private List<StallEvent> stalls() {
        try (var consumer =
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers",
                                broker.servers(),
                                "isolation.level",
                                "read_committed"),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())) {
            List<TopicPartition> all =
                    IntStream.range(0, PARTITIONS)
                            .mapToObj(p -> new TopicPartition(Topics.PARCEL_STALLS.name(), p))
                            .toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            Map<TopicPartition, Long> ends = consumer.endOffsets(all);
            List<StallEvent> stalls = new ArrayList<>();
            while (all.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                consumer.poll(Duration.ofMillis(100))
                        .forEach(record ->
                                stalls.add(
                                        ((Read.Event<StallEvent>)
                                                        EventJson.read(
                                                                Topics.PARCEL_STALLS,
                                                                record.value()))
                                                .value()));
            }
            return stalls;
        }
    }
}
