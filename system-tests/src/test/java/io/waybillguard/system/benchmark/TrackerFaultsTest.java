package io.waybillguard.system.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waybillguard.events.parcel.TrackerProgress.ReadUntil;
import io.waybillguard.events.topics.Topics;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.local.platform.LoneBroker;
import io.waybillguard.system.benchmark.Journeys.Journey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A broker and two trackers, each with a copy of the other's stores, as processes of their own.
 * While parcels are on the road something fails; then input and output are compared, as who reads
 * only what is committed sees them. {@code -Dfaults.rounds=20} does each again and again, {@code
 * -Dfaults.store=rocksdb} keeps parcels on disk.
 */
class TrackerFaultsTest {

    private static final int PARTITIONS = 4;
    private static final int ROUNDS = Integer.getInteger("faults.rounds", 1);
    private static final int JOINS = 2 * ROUNDS;
    private static final String STORE = System.getProperty("faults.store", "heap");
    private static final int PARCELS = 3_000 + 1_000 * ROUNDS;
    private static final Duration ALLOWED = Duration.ofSeconds(4);
    private static final Duration SLACK = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path FOLDER = Path.of("target", "tracker-faults").toAbsolutePath();

    private static LoneBroker broker;
    private static Cluster cluster;
    private static Loading loading;
    private static CommittedTopics topics;
    private static List<Journey> untouched;
    private static ServiceProcess one;
    private static ServiceProcess two;
    private static long sentBefore;

    @BeforeAll
    static void twoTrackersKnowWhoseTheParcelsAre() throws Exception {
        Utils.delete(FOLDER.toFile());
        Files.createDirectories(FOLDER);
        broker =
                LoneBroker.start(
                        ROOT,
                        FOLDER,
                        List.of("-Xmx384m", "-XX:+UseSerialGC"),
                        List.of(
                                "group.min.session.timeout.ms=1000",
                                "transaction.abort.timed.out.transaction.cleanup.interval.ms=500"));
        cluster = new Cluster(broker.bootstrapServers(), PARTITIONS);
        cluster.createTopics();
        topics = new CommittedTopics(broker.bootstrapServers(), PARTITIONS);
        loading = new Loading(broker.bootstrapServers());
        untouched =
                new Journeys(23, Instant.now())
                        .parcels(4 * PARCELS).stream()
                                .map(journey -> journey.stops() ? journey.unended() : journey)
                                .toList();
        one = launch("one");
        two = launch("two");
        loading.orders(untouched);
        one.awaitReady();
        two.awaitReady();
        until(() -> cluster.committed(Topics.TRACKER_CLAIMS) >= 4 * PARCELS);
    }

    @AfterAll
    static void stop() {
        one.close();
        two.close();
        topics.close();
        loading.close();
        cluster.close();
        broker.close();
    }

    @Test
    void aBrokerThatDiesAndComesBackCostsAndDoublesNothing() throws Exception {
        holds(() -> {
            broker.kill();
            broker.startAgain();
        });
    }

    @Test
    void anInstanceThatJoinsAndLeavesAgainAndAgainCostsAndDoublesNothing() throws Exception {
        holds(() -> {
            for (int join = 0; join < JOINS; join++) {
                try (var third = launch("three")) {
                    third.awaitReady();
                    flows();
                }
            }
        });
    }

    @Test
    void aKilledInstanceIsReplacedByTheOneWithTheCopyAndCostsAndDoublesNothing() throws Exception {
        holds(() -> {
            one.kill();
            everyPartitionGoesOn();
            one = launch("one");
            one.awaitReady();
        });
    }

    /** It takes itself for the owner of what another has long taken over. */
    @Test
    void anInstanceThatStandsStillAndGoesOnLaterCostsAndDoublesNothing() throws Exception {
        holds(() -> {
            two.freeze();
            everyPartitionGoesOn();
            two.thaw();
            until(two::isReady);
        });
    }

    /** What goes wrong. */
    @FunctionalInterface
    private interface Fault {
        void happen() throws Exception;
    }

    private static void holds(Fault fault) throws Exception {
        List<Journey> journeys = untouched.subList(0, PARCELS);
        untouched = untouched.subList(PARCELS, untouched.size());
        Road road = new Road(loading, journeys, PARCELS);
        try (road) {
            for (int round = 0; round < ROUNDS; round++) {
                flows();
                fault.happen();
            }
            flows();
        }
        sentBefore += road.sent();
        until(() -> cluster.committed(Topics.COURIER_SCANS) >= sentBefore);
        Instant judged = road.end().plus(ALLOWED);
        until(() -> isReadUntil(judged));
        assertThat(topics.records(Topics.COURIER_SCANS.deadLetters())).isEmpty();
        books(journeys).assertAgree(road.sent());
    }

    private static Books books(List<Journey> journeys) {
        Set<ParcelId> parcels =
                journeys.stream().map(Journey::parcel).collect(Collectors.toUnmodifiableSet());
        return new Books(
                        topics.of(Topics.COURIER_SCANS),
                        topics.of(Topics.PARCEL_SCANS),
                        topics.of(Topics.PARCEL_MILESTONES),
                        topics.of(Topics.PARCEL_STALLS),
                        ALLOWED,
                        SLACK)
                .of(parcels);
    }

    /** Until a second's worth of traffic more has been processed. */
    private static void flows() throws Exception {
        long before = cluster.committed(Topics.COURIER_SCANS);
        until(() -> cluster.committed(Topics.COURIER_SCANS) > before + 250);
    }

    private static void everyPartitionGoesOn() {
        Instant from = Instant.now();
        until(() -> isReadUntil(from));
    }

    private static boolean isReadUntil(Instant instant) {
        return topics.of(Topics.TRACKER_PROGRESS).stream()
                        .map(told -> (ReadUntil) told.event())
                        .filter(progress -> !progress.readUntil().isBefore(instant))
                        .map(ReadUntil::partition)
                        .distinct()
                        .count()
                == PARTITIONS;
    }

    private static void until(Callable<Boolean> condition) {
        await().atMost(PATIENCE).ignoreExceptions().until(condition);
    }

    private static ServiceProcess launch(String name) throws IOException {
        return ServiceProcess.launch(
                ServiceProcess.TRACKER,
                ROOT,
                Files.createDirectories(FOLDER.resolve(name)),
                List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
                broker.bootstrapServers(),
                List.of(
                        "--waybill.kafka.partitions=" + PARTITIONS,
                        "--waybill.streams.application-id=" + ServiceProcess.TRACKER,
                        "--waybill.streams.commit-interval=200ms",
                        "--waybill.streams.standbys=1",
                        "--waybill.streams.session-timeout=4s",
                        "--waybill.streams.transaction-timeout=4s",
                        "--waybill.tracker.store=" + STORE,
                        "--waybill.tracker.pulse.every=500ms",
                        "--waybill.tracker.pulse.slack=" + SLACK.toSeconds() + "s",
                        "--waybill.tracker.thresholds.not-collected=100d",
                        "--waybill.tracker.thresholds.after-pickup=" + ALLOWED.toSeconds() + "s",
                        "--waybill.tracker.thresholds.in-transit=" + ALLOWED.toSeconds() + "s",
                        "--waybill.tracker.thresholds.at-destination=" + ALLOWED.toSeconds() + "s",
                        "--waybill.tracker.thresholds.out-for-delivery="
                                + ALLOWED.toSeconds()
                                + "s"));
    }
}
