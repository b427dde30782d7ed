package io.waybillguard.tracker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waybillguard.events.json.EventJson;
import io.waybillguard.events.order.OrderEvent;
import io.waybillguard.events.order.OrderEvent.OrderReceived;
import io.waybillguard.events.parcel.CourierReport.ScansReported;
import io.waybillguard.events.parcel.MilestoneEvent.MilestoneReached;
import io.waybillguard.events.parcel.ScanKind;
import io.waybillguard.events.parcel.Stage;
import io.waybillguard.events.parcel.StallEvent;
import io.waybillguard.events.parcel.TrackerProgress.ReadUntil;
import io.waybillguard.events.topics.Topic;
import io.waybillguard.events.topics.Topics;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.ParcelId;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** What must hold over stops, starts and records in wrong places, on a real broker. */
class TrackerBrokerTest {

    private static final int PARTITIONS = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration SILENCE = Duration.ofSeconds(10);

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

    /** The second start finds no state on the host: it comes from the changelogs. */
    @Test
    void movementThatCameWhileTheTrackerWasDownIsReadBeforeAnythingIsSilent() {
        List<ParcelId> parcels =
                IntStream.range(0, 40).mapToObj(i -> ParcelId.of("ZTO", "DOWN" + i)).toList();
        Instant departed;
        try (var _ = start("before")) {
            departed = now();
            for (ParcelId parcel : parcels) {
                send(Scans.shipped(orderOf(parcel), parcel, departed));
                send(Scans.report(parcel, ScanKind.DEPARTED, departed));
            }
            awaitStages(Stage.IN_TRANSIT, parcels.size());
        }
        List<ParcelId> silent = parcels.subList(0, 3);
        List<ParcelId> ended = parcels.subList(3, 6);
        List<ParcelId> moved = parcels.subList(6, parcels.size());
        moved.forEach(parcel -> send(Scans.report(parcel, ScanKind.SIGNED, now())));
        ended.forEach(parcel -> send(new OrderReceived(orderOf(parcel), now())));
        Instant due = departed.plus(SILENCE).plusSeconds(1);
        await().atMost(PATIENCE).until(() -> now().isAfter(due));
        Instant restarted = now();

        try (var _ = start("after")) {
            await().atMost(PATIENCE)
                    .until(() -> isReadUntil(restarted) && stalls().size() >= silent.size());
            awaitStages(Stage.SIGNED, moved.size());

            assertThat(stalls())
                    .extracting(stall -> stall.stall().parcel())
                    .filteredOn(parcel -> !ended.contains(parcel))
                    .containsExactlyInAnyOrderElementsOf(silent);
            assertThat(wire.told(Topics.PARCEL_MILESTONES))
                    .as("nothing is told twice")
                    .extracting(told -> told.orderId() + " " + ((MilestoneReached) told).revision())
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void whatIsReadAgainAfterAStartIsADuplicate() {
        ParcelId parcel = ParcelId.of("YTO", "AGAIN1");
        Instant departed = now();
        try (var _ = start("before")) {
            send(Scans.shipped(orderOf(parcel), parcel, departed));
            send(Scans.report(parcel, ScanKind.DEPARTED, departed));
            awaitStages(Stage.IN_TRANSIT, 1);
            await().atMost(PATIENCE).until(() -> stalls().size() == 1);
        }
        try (var _ = start("after")) {
            send(Scans.shipped(orderOf(parcel), parcel, departed));
            send(Scans.report(parcel, ScanKind.DEPARTED, departed));
            Instant signed = now();
            send(Scans.report(parcel, ScanKind.SIGNED, signed));
            awaitStages(Stage.SIGNED, 1);
            await().atMost(PATIENCE).until(() -> stalls().size() == 2);

            assertThat(stalls()).extracting(stall -> stall.stall().episode()).containsExactly(1, 1);
            assertThat(wire.told(Topics.PARCEL_MILESTONES))
                    .extracting(told -> ((MilestoneReached) told).parcel().stage())
                    .containsOnlyOnce(Stage.IN_TRANSIT, Stage.SIGNED);
        }
    }

    @Test
    void aScanUnderAWrongKeyComesToItsParcelAndOneSentOnTwiceIsPutAside() {
        ParcelId parcel = ParcelId.of("STO", "WRONG1");
        ParcelId marked = ParcelId.of("STO", "WRONG2");
        try (var _ = start("only")) {
            Instant departed = now();
            send(Scans.shipped(orderOf(parcel), parcel, departed));
            send(Scans.shipped(orderOf(marked), marked, departed));
            sendAstray(Scans.report(parcel, ScanKind.DEPARTED, departed), false);
            sendAstray(Scans.report(marked, ScanKind.DEPARTED, departed), true);
            awaitStages(Stage.IN_TRANSIT, 1);
            Topic<byte[]> letters = Topics.COURIER_SCANS.deadLetters();
            await().atMost(PATIENCE).until(() -> wire.records(letters.name()).size() == 1);
            await().atMost(PATIENCE).until(() -> stalls().size() == 1);

            assertThat(
                            new String(
                                    wire.records(letters.name())
                                            .getFirst()
                                            .headers()
                                            .lastHeader("dlt-reason")
                                            .value(),
                                    StandardCharsets.UTF_8))
                    .isEqualTo("wrong-partition");
            assertThat(wire.records(Topics.COURIER_SCANS.name()))
                    .as("two sent, one sent on")
                    .hasSize(3);
            assertThat(stalls().getFirst().stall().parcel()).isEqualTo(parcel);
        }
    }

    /** The second start finds no state on the host: what was learned comes from the changelog. */
    @Test
    void whatWasLearnedOutlivesTheHostAndRaisesTheStall() {
        String[] learning = {
            "--waybill.tracker.thresholds.rows[0].name=learned",
            "--waybill.tracker.thresholds.rows[0].kinds=IN_TRANSIT",
            "--waybill.tracker.thresholds.rows[0].silence=48h",
            "--waybill.tracker.thresholds.rows[0].hours=learned",
            "--waybill.tracker.thresholds.rows[0].floor=1s",
            "--waybill.tracker.thresholds.learned.quantile=0.5",
            "--waybill.tracker.thresholds.learned.min-samples=5",
            "--waybill.tracker.thresholds.learned.settle-every=100ms"
        };
        try (var started = start("before", learning)) {
            Instant departed = now().minus(Duration.ofHours(1));
            List<ParcelId> taught =
                    IntStream.range(0, 40).mapToObj(i -> ParcelId.of("ZTO", "TAUGHT" + i)).toList();
            for (ParcelId parcel : taught) {
                send(Scans.shipped(orderOf(parcel), parcel, departed));
                send(Scans.report(parcel, ScanKind.DEPARTED, departed));
            }
            awaitStages(Stage.IN_TRANSIT, taught.size());
            taught.forEach(parcel ->
                    send(Scans.report(parcel, ScanKind.SIGNED, departed.plusSeconds(120))));
            awaitStages(Stage.SIGNED, taught.size());
            await().atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(explained(started)).contains("\"by\":{\"quantile\":0.5"));
        }
        try (var started = start("after", learning)) {
            await().atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(explained(started)).contains("\"by\":{\"quantile\":0.5"));
            ParcelId silent = ParcelId.of("ZTO", "SILENT1");
            Instant departed = now().minusSeconds(110);
            send(Scans.shipped(orderOf(silent), silent, departed));
            send(Scans.report(silent, ScanKind.DEPARTED, departed));
            await().atMost(PATIENCE).until(() -> stalls().size() == 1);

            assertThat(stalls().getFirst().stall().threshold()).isEqualTo(Duration.ofMinutes(2));
            assertThat(stalls().getFirst().stall().learned())
                    .satisfies(learned -> {
                        assertThat(learned.silence()).isEqualTo(Duration.ofMinutes(2));
                        assertThat(learned.samples()).isBetween(5L, 40L);
                        assertThat(learned.from()).as("somewhere is in no province").isEmpty();
                    });
        }
    }

    private static String explained(ConfigurableApplicationContext service) throws Exception {
        String port = service.getEnvironment().getProperty("local.server.port");
        URI asked =
                URI.create(
                        "http://127.0.0.1:"
                                + port
                                + "/thresholds/explain?courier=ZTO&stage=IN_TRANSIT");
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(asked).build(), BodyHandlers.ofString()).body();
        }
    }

    private ConfigurableApplicationContext start(String state, String... more) {
        List<String> arguments = new ArrayList<>();
        arguments.addAll(
                List.of(
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--waybill.kafka.bootstrap-servers=" + wire.servers(),
                        "--waybill.kafka.partitions=" + PARTITIONS,
                        "--waybill.streams.state-dir=" + folder.resolve(state),
                        "--waybill.streams.commit-interval=100ms",
                        "--waybill.streams.linger=5ms",
                        "--waybill.tracker.pulse.every=100ms",
                        "--waybill.tracker.pulse.slack=500ms",
                        "--waybill.tracker.progress-every=100ms",
                        "--waybill.tracker.thresholds.in-transit=" + SILENCE.toMillis() + "ms"));
        arguments.addAll(List.of(more));
        return new SpringApplication(TrackerApplication.class)
                .run(arguments.toArray(String[]::new));
    }

    private void awaitStages(Stage stage, int count) {
        await().atMost(PATIENCE)
                .until(() ->
                        wire.told(Topics.PARCEL_MILESTONES).stream()
                                        .filter(told ->
                                                ((MilestoneReached) told).parcel().stage() == stage)
                                        .count()
                                == count);
    }

    private boolean isReadUntil(Instant instant) {
        return wire.told(Topics.TRACKER_PROGRESS).stream()
                        .map(ReadUntil.class::cast)
                        .filter(read -> read.readUntil().isAfter(instant))
                        .map(ReadUntil::partition)
                        .distinct()
                        .count()
                == PARTITIONS;
    }

    private List<StallEvent> stalls() {
        return wire.told(Topics.PARCEL_STALLS);
    }

    private void send(OrderEvent event) {
        wire.send(Topics.ORDERS, event);
    }

    private void send(ScansReported report) {
        wire.send(Topics.COURIER_SCANS, report);
    }

    /** Into a partition that is not the parcel's. */
    private void sendAstray(ScansReported report, boolean marked) {
        byte[] waybill = report.parcel().waybill().getBytes(StandardCharsets.UTF_8);
        int own = Utils.toPositive(Utils.murmur2(waybill)) % PARTITIONS;
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(
                        Topics.COURIER_SCANS.name(),
                        (own + 1) % PARTITIONS,
                        "anything".getBytes(StandardCharsets.UTF_8),
                        EventJson.write(report));
        if (marked) {
            record.headers().add("rerouted", new byte[] {'1'});
        }
        wire.send(record);
    }

    private static OrderId orderOf(ParcelId parcel) {
        return new OrderId("order-of-" + parcel.waybill());
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
