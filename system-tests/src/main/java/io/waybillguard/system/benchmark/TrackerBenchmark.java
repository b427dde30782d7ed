package io.waybillguard.system.benchmark;

import io.waybillguard.events.topics.Topics;
import io.waybillguard.local.platform.LoneBroker;
import io.waybillguard.system.benchmark.Journeys.Journey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Utils;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * How fast the tracker is. For each input and each store: a broker of its own, all input written
 * first, then the tracker started on it with one stream thread at exactly-once; the counts it
 * reports are compared with what was written.
 */
@Command(
        name = "tracker",
        mixinStandardHelpOptions = true,
        description = "Measures the tracker against a real broker.")
public final class TrackerBenchmark implements Callable<Integer> {

    /** All scans have happened, and no pickup is late yet before the first is read. */
    private static final Duration BACK = Duration.ofHours(20);

    private static final int ON_THE_ROAD = 20_000;

    @Option(
            names = "--parcels",
            defaultValue = "300000",
            description = "how many (default ${DEFAULT-VALUE})")
    private int parcels;

    @Option(
            names = "--store",
            split = ",",
            defaultValue = "heap,rocksdb",
            description = "heap, rocksdb or both (default)")
    private List<String> stores = List.of();

    @Option(
            names = "--input",
            split = ",",
            defaultValue = "SCANS,KUAIDI100",
            description = "SCANS, KUAIDI100 or both (default)")
    private List<Input> inputs = List.of();

    @Option(
            names = "--heap",
            defaultValue = "3072",
            description = "the tracker's heap in MB (default ${DEFAULT-VALUE})")
    private int heapMegabytes;

    @Mixin private TrackerOptions options = new TrackerOptions();

    @Option(
            names = "--folder",
            defaultValue = "system-tests/target/benchmark",
            description = "where logs are left (default ${DEFAULT-VALUE})")
    private Path folder = Path.of("");

    public static void main(String[] args) {
        System.exit(new CommandLine(new TrackerBenchmark()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        System.out.println(Machine.described());
        System.out.printf(
                "%d parcels, %d partitions, seed %d, heap %d MB, settings %s%n%n%s%n",
                parcels,
                options.partitions(),
                options.seed(),
                heapMegabytes,
                options.settings(),
                Measured.HEADER);
        for (Input input : inputs) {
            for (String store : stores) {
                System.out.println(measured(input, store).row());
            }
        }
        return 0;
    }

    private Measured measured(Input input, String store) throws Exception {
        Path place = folder.toAbsolutePath().resolve(input + "-" + store);
        Utils.delete(place.toFile());
        Files.createDirectories(place);
        List<Journey> journeys =
                new Journeys(options.seed(), Instant.now().minus(BACK)).parcels(parcels);
        try (var broker =
                        LoneBroker.start(
                                options.root(), place, List.of("-Xmx2g", "-XX:+UseParallelGC"));
                var cluster = new Cluster(broker.bootstrapServers(), options.partitions())) {
            cluster.createTopics();
            long before = claim(cluster, broker, place, store, journeys);
            long records = load(broker, input, journeys);
            return run(cluster, broker, place, store, input, journeys, records, before);
        } finally {
            Utils.delete(place.resolve("broker").toFile());
            Utils.delete(place.resolve("state").toFile());
        }
    }

    /** Lets a first tracker learn whose the parcels are; says what its heap held before any. */
    private long claim(
            Cluster cluster, LoneBroker broker, Path place, String store, List<Journey> journeys)
            throws Exception {
        try (var tracker = tracker(broker, place, store)) {
            long before = tracker.liveHeapBytes();
            try (var loading = new Loading(broker.bootstrapServers())) {
                loading.orders(journeys);
            }
            cluster.awaitRead(Topics.ORDERS, journeys.size());
            cluster.awaitRead(Topics.TRACKER_CLAIMS, journeys.size());
            return before;
        }
    }

    private long load(LoneBroker broker, Input input, List<Journey> journeys) {
        try (var loading = new Loading(broker.bootstrapServers())) {
            return loading.scans(input, new Traffic(options.seed(), ON_THE_ROAD), journeys);
        }
    }

    private Measured run(
            Cluster cluster,
            LoneBroker broker,
            Path place,
            String store,
            Input input,
            List<Journey> journeys,
            long records,
            long heapBefore)
            throws Exception {
        Limits limits = new Limits(broker.bootstrapServers(), options.partitions());
        double drain = limits.drain(input.topic(), records);
        double parse = input == Input.SCANS ? limits.drainAndParse(input.topic(), records) : 0;
        long logged = cluster.bytes(CHANGELOG);
        long scans = journeys.stream().mapToLong(journey -> journey.scans().size()).sum();
        try (var tracker = tracker(broker, place, store)) {
            long start = System.nanoTime();
            Duration cpu = tracker.cpu();
            cluster.awaitRead(input.topic(), records);
            double seconds = (System.nanoTime() - start) / 1e9;
            double used = tracker.cpu().minus(cpu).toMillis() / 1e3;
            verify(tracker, scans, journeys.stream().filter(Journey::stops).count());
            long peak = tracker.peakBytes();
            long grown = cluster.bytes(CHANGELOG) - logged;
            boolean heap = store.equals("heap");
            long held = heap ? tracker.liveHeapBytes() - heapBefore : 0;
            if (!heap) {
                tracker.stop();
            }
            Path state = place.resolve("state");
            long disk = heap ? 0 : size(state, _ -> true);
            long own = heap ? 0 : size(state, file -> file.toString().contains(PARCELS));
            return new Measured(
                    input,
                    store,
                    journeys.size(),
                    records,
                    scans,
                    seconds,
                    used,
                    peak,
                    (double) held / journeys.size(),
                    (double) disk / journeys.size(),
                    (double) own / journeys.size(),
                    (double) grown / scans,
                    drain,
                    parse);
        }
    }

    private static final String CHANGELOG = "-parcels" + Cluster.CHANGELOG;

    private static final String PARCELS = "/rocksdb/parcels/";

    private static void verify(ServiceProcess tracker, long scans, long stalls) throws Exception {
        double recorded = tracker.counter("parcel_scans_total", "outcome=\"recorded\"");
        if (Math.round(recorded) != scans) {
            throw new IllegalStateException(
                    "%d scans were written, %.0f recorded".formatted(scans, recorded));
        }
        double raised = tracker.counter("parcel_stalls_total", "cause=\"PROBLEM\"");
        if (Math.round(raised) != stalls) {
            throw new IllegalStateException(
                    "%d parcels stopped, %.0f stalls were told".formatted(stalls, raised));
        }
    }

    private ServiceProcess tracker(LoneBroker broker, Path place, String store)
            throws IOException, InterruptedException {
        List<String> own =
                List.of(
                        "--waybill.streams.commit-interval=1s",
                        "--waybill.tracker.accounts[0].provider=kuaidi100",
                        "--waybill.tracker.accounts[0].account=" + Push.ACCOUNT,
                        "--waybill.tracker.accounts[0].secrets[0]=" + Push.SALT);
        return ServiceProcess.start(
                ServiceProcess.TRACKER,
                options.root(),
                place,
                options.jvm(heapMegabytes),
                broker.bootstrapServers(),
                options.arguments(store, own));
    }

    /** What the files hold after a planned stop, which writes all to them, and compacts nothing. */
    private static long size(Path folder, Predicate<Path> counts) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(counts)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
