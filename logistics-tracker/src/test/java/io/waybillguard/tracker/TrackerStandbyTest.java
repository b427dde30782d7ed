package io.waybillguard.tracker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.waybillguard.events.parcel.ScanKind;
import io.waybillguard.events.parcel.StallEvent;
import io.waybillguard.events.topics.Topics;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.ParcelId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
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

    private Wire wire;

    @BeforeEach
    void open() throws Exception {
        wire = Wire.open(PARTITIONS);
    }

    @AfterEach
    void close() throws Exception {
        wire.close();
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
                        "--waybill.kafka.bootstrap-servers=" + wire.servers(),
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
                    OrderId order = new OrderId("order-of-" + parcel.waybill());
                    wire.send(Topics.ORDERS, Scans.shipped(order, parcel, departed));
                    wire.send(
                            Topics.COURIER_SCANS,
                            Scans.report(parcel, ScanKind.DEPARTED, departed));
                });
    }

    private List<StallEvent> stalls() {
        return wire.told(Topics.PARCEL_STALLS);
    }
}
