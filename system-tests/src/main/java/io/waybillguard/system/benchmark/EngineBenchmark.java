package io.waybillguard.system.benchmark;

import io.waybillguard.events.order.OrderEvent;
import io.waybillguard.events.topics.Topics;
import io.waybillguard.local.platform.LoneBroker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.kafka.common.utils.Utils;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * How fast the engine decides: first all requests wait, and it is measured how long it takes to
 * decide them; then they come at a steady rate, and it is measured how long each waits for its
 * decision, as who reads only what is committed sees it.
 */
@Command(
        name = "engine",
        mixinStandardHelpOptions = true,
        description = "Measures the aftersales engine against a real broker.")
public final class EngineBenchmark implements Callable<Integer> {

    private static final Duration BACK = Duration.ofHours(20);

    @Option(
            names = "--requests",
            defaultValue = "400000",
            description = "how many are waiting (default ${DEFAULT-VALUE})")
    private int requests;

    @Option(
            names = "--cold",
            defaultValue = "100000",
            description =
                    "how many of them are told apart, as the first after the engine's start"
                            + " (default ${DEFAULT-VALUE})")
    private int cold;

    @Option(
            names = "--rate",
            defaultValue = "1000",
            description = "how many a second come then (default ${DEFAULT-VALUE})")
    private int rate;

    @Option(
            names = "--seconds",
            defaultValue = "30",
            description = "for how long (default ${DEFAULT-VALUE})")
    private int seconds;

    @Option(
            names = "--heap",
            defaultValue = "2048",
            description = "the engine's heap in MB (default ${DEFAULT-VALUE})")
    private int heapMegabytes;

    @Option(
            names = "--store",
            defaultValue = "heap",
            description = "heap or rocksdb (default ${DEFAULT-VALUE})")
    private String store = "";

    @Mixin private TrackerOptions options = new TrackerOptions();

    @Option(
            names = "--folder",
            defaultValue = "system-tests/target/benchmark",
            description = "where logs are left (default ${DEFAULT-VALUE})")
    private Path folder = Path.of("");

    public static void main(String[] args) {
        System.exit(new CommandLine(new EngineBenchmark()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        System.out.println(Machine.described());
        System.out.printf(
                "%d partitions, seed %d, heap %d MB, %s store, commit 500 ms, settings %s%n%n",
                options.partitions(), options.seed(), heapMegabytes, store, options.settings());
        Path place = folder.toAbsolutePath().resolve("engine");
        Utils.delete(place.toFile());
        Files.createDirectories(place);
        try (var broker =
                        LoneBroker.start(
                                options.root(), place, List.of("-Xmx2g", "-XX:+UseParallelGC"));
                var cluster =
                        new Cluster(
                                broker.bootstrapServers(),
                                options.partitions(),
                                ServiceProcess.ENGINE)) {
            cluster.createTopics();
            measure(cluster, broker, place);
        } finally {
            Utils.delete(place.resolve("broker").toFile());
            Utils.delete(place.resolve("state").toFile());
        }
        return 0;
    }

    private void measure(Cluster cluster, LoneBroker broker, Path place) throws Exception {
        Refunds refunds = new Refunds(options.seed(), Instant.now().minus(BACK));
        int late = rate * seconds;
        try (var loading = new Loading(broker.bootstrapServers())) {
            long events = orders(loading, refunds, requests + late);
            try (var _ = engine(broker, place)) {
                cluster.awaitRead(Topics.ORDERS, events);
            }
            Instant now = Instant.now();
            for (int number = 0; number < requests; number++) {
                loading.send(refunds.requestRecord(number, now));
            }
            loading.flush();
            try (var engine = engine(broker, place)) {
                System.out.printf(
                        "| waiting requests | s | requests/s | CPU s per million |%n"
                                + "|---|---|---|---|%n");
                told("the first %,d", 0, cold, cluster, engine);
                told("the next %,d", cold, requests, cluster, engine);
                verify(engine, requests);
                System.out.println();
                Waits waits = new Waits(broker.bootstrapServers(), options.partitions());
                System.out.println(
                        waits.measured(
                                loading, refunds, requests, rate, Duration.ofSeconds(seconds)));
                verify(engine, requests + late);
            }
        }
    }

    /** Measures the requests from {@code from} on until all of {@code to} are read. */
    private static void told(String words, int from, int to, Cluster cluster, ServiceProcess engine)
            throws Exception {
        Duration cpu = engine.cpu();
        double took = cluster.awaitRead(Topics.AFTERSALES_REQUESTS, to) / 1e9;
        double used = engine.cpu().minus(cpu).toMillis() / 1e3;
        int count = to - from;
        System.out.printf(
                "| %s | %.1f | %,.0f | %.1f |%n",
                words.formatted(count), took, count / took, used * 1e6 / count);
    }

    private static long orders(Loading loading, Refunds refunds, int count) {
        long events = 0;
        for (int number = 0; number < count; number++) {
            for (OrderEvent event : refunds.order(number)) {
                loading.send(Refunds.record(Topics.ORDERS, event));
                events++;
            }
        }
        loading.flush();
        return events;
    }

    private static void verify(ServiceProcess engine, long requests) throws Exception {
        double decided = engine.counter("refund_decisions_total", "");
        if (Math.round(decided) != requests) {
            throw new IllegalStateException(
                    "%d were asked, %.0f decided".formatted(requests, decided));
        }
    }

    private ServiceProcess engine(LoneBroker broker, Path place) throws Exception {
        List<String> own =
                List.of(
                        "--waybill.kafka.partitions=" + options.partitions(),
                        "--waybill.streams.application-id=" + ServiceProcess.ENGINE,
                        "--waybill.streams.commit-interval=500ms",
                        "--waybill.engine.store.kind=" + store,
                        // a few shops take all requests: their days would be full at once
                        "--waybill.engine.day-caps.shop=none",
                        "--waybill.engine.day-caps.buyer=none",
                        "--waybill.engine.payout.mode=topic",
                        "--waybill.engine.interception.mode=topic");
        return ServiceProcess.start(
                ServiceProcess.ENGINE,
                options.root(),
                place,
                options.jvm(heapMegabytes),
                broker.bootstrapServers(),
                options.with(own));
    }
}
