package io.waybillguard.system.benchmark;

import io.waybillguard.events.topics.Topics;
import io.waybillguard.local.platform.LoneBroker;
import io.waybillguard.system.benchmark.Journeys.Journey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.utils.Utils;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * How long nothing is judged after the tracker was killed. Live parcels come in through the real
 * tracker; then its process is killed. Without standbys it was alone, and is started again at once;
 * with one a second instance has a copy of what it had.
 */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = "Measures how soon parcels are judged again after a kill -9.",
        footer = {
            "",
            "All times are from the kill:",
            "  running  the instance that was started again has read the changelogs",
            "  pulses   every partition has told, committed, that it has read past the kill",
            "  probes   a scan sent right after the kill to every partition is answered by a",
            "           committed milestone",
            "With --standbys 1 two instances share the partitions, and one of them dies.",
            "The broker looks every second for transactions that are over their time (its own",
            "default is every 10: transaction.abort.timed.out.transaction.cleanup.interval.ms)."
        })
public final class RestoreBenchmark implements Callable<Integer> {

    /** All scans have happened, and no parcel has been silent for too long. */
    private static final Duration BACK = Duration.ofHours(20);

    private static final int ON_THE_ROAD = 20_000;

    @Option(
            names = "--parcels",
            defaultValue = "100000",
            description = "live ones (default ${DEFAULT-VALUE})")
    private int parcels;

    @Option(
            names = "--store",
            defaultValue = "heap",
            description = "heap or rocksdb (default ${DEFAULT-VALUE})")
    private String store = "";

    @Option(
            names = "--standbys",
            defaultValue = "0",
            description = "0: a lone instance, started again; 1: a second one takes over")
    private int standbys;

    @Option(
            names = "--session-timeout",
            defaultValue = "10s",
            description = "after how long the dead member is missed (default ${DEFAULT-VALUE})")
    private String sessionTimeout = "";

    @Option(
            names = "--transaction-timeout",
            defaultValue = "10s",
            description =
                    "how long what it had not committed stays open (default ${DEFAULT-VALUE})")
    private String transactionTimeout = "";

    @Option(
            names = "--heap",
            defaultValue = "2048",
            description = "each tracker's heap in MB (default ${DEFAULT-VALUE})")
    private int heapMegabytes;

    @Option(names = "--broker", description = "a setting of the broker, name=value; repeatable")
    private List<String> brokerSettings = new ArrayList<>();

    @Mixin private TrackerOptions options = new TrackerOptions();

    @Option(
            names = "--folder",
            defaultValue = "system-tests/target/restore",
            description = "where logs are left (default ${DEFAULT-VALUE})")
    private Path folder = Path.of("");

    public static void main(String[] args) {
        System.exit(new CommandLine(new RestoreBenchmark()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        System.out.printf(
                "%s, %d partitions, seed %d, heap %d MB, settings %s, broker %s%n%n%s%n",
                Machine.described(),
                options.partitions(),
                options.seed(),
                heapMegabytes,
                options.settings(),
                brokerSettings,
                Restored.HEADER);
        System.out.println(measured().row());
        return 0;
    }

    private Restored measured() throws Exception {
        Path place = folder.toAbsolutePath();
        Utils.delete(place.toFile());
        Files.createDirectories(place);
        List<String> flagsOfBroker = List.of("-Xmx2g", "-XX:+UseParallelGC");
        try (var broker = LoneBroker.start(options.root(), place, flagsOfBroker, brokerSettings);
                var cluster = new Cluster(broker.bootstrapServers(), options.partitions());
                var loading = new Loading(broker.bootstrapServers())) {
            cluster.createTopics();
            return measured(broker, cluster, loading, place);
        } finally {
            Utils.delete(place.resolve("broker").toFile());
            for (String name : List.of(OWNER, STANDBY)) {
                Utils.delete(place.resolve(name).resolve("state").toFile());
            }
        }
    }

    private static final String OWNER = "one";
    private static final String STANDBY = "two";

    private Restored measured(LoneBroker broker, Cluster cluster, Loading loading, Path place)
            throws Exception {
        List<Journey> journeys = live();
        Probes probes = new Probes(options.partitions(), journeys.getFirst());
        try (var owner = launch(broker, place, OWNER)) {
            owner.awaitReady();
            if (standbys == 0) {
                load(cluster, loading, journeys, probes);
                return killed(
                        broker,
                        cluster,
                        loading,
                        probes,
                        owner,
                        () -> launch(broker, place, OWNER));
            }
            try (var standby = launch(broker, place, STANDBY)) {
                standby.awaitReady();
                load(cluster, loading, journeys, probes);
                awaitCopied(standby);
                return killed(broker, cluster, loading, probes, owner, () -> standby);
            }
        }
    }

    /** They stay on the road. */
    private List<Journey> live() {
        return new Journeys(options.seed(), Instant.now().minus(BACK))
                .parcels(parcels).stream().map(Journey::unended).toList();
    }

    private void load(Cluster cluster, Loading loading, List<Journey> journeys, Probes probes)
            throws Exception {
        loading.orders(journeys);
        loading.orders(probes.journeys());
        long orders = journeys.size() + (long) options.partitions();
        cluster.awaitRead(Topics.ORDERS, orders);
        cluster.awaitRead(Topics.TRACKER_CLAIMS, orders);
        long records =
                loading.scans(Input.SCANS, new Traffic(options.seed(), ON_THE_ROAD), journeys);
        cluster.awaitRead(Topics.COURIER_SCANS, records);
    }

    /** Until the standby has no more to read than what pulses add each second. */
    private static void awaitCopied(ServiceProcess standby) throws Exception {
        while (standby.counter(LAG, "restore-consumer") > 100) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private static final String LAG = "kafka_consumer_fetch_manager_records_lag_max";

    /** Who goes on after the owner's death. */
    @FunctionalInterface
    private interface Successor {
        ServiceProcess take() throws IOException;
    }

    private Restored killed(
            LoneBroker broker,
            Cluster cluster,
            Loading loading,
            Probes probes,
            ServiceProcess owner,
            Successor next)
            throws Exception {
        try (var recovery =
                new Recovery(broker.bootstrapServers(), options.partitions(), probes.parcels())) {
            Changelogs logs = Changelogs.of(cluster);
            Instant killed = Instant.now();
            owner.kill();
            try (var successor = next.take()) {
                probes.send(loading, killed);
                return result(recovery.await(killed, successor::isReady), logs);
            }
        }
    }

    private Restored result(Recovery.Times times, Changelogs logs) {
        return new Restored(
                parcels, store, standbys, sessionTimeout, transactionTimeout, times, logs);
    }

    private ServiceProcess launch(LoneBroker broker, Path place, String name) throws IOException {
        List<String> own =
                List.of(
                        "--waybill.streams.standbys=" + standbys,
                        "--waybill.streams.session-timeout=" + sessionTimeout,
                        "--waybill.streams.transaction-timeout=" + transactionTimeout);
        return ServiceProcess.launch(
                ServiceProcess.TRACKER,
                options.root(),
                Files.createDirectories(place.resolve(name)),
                options.jvm(heapMegabytes),
                broker.bootstrapServers(),
                options.arguments(store, own));
    }
}
