package io.waybillguard.system.benchmark;

import io.waybillguard.events.json.EventJson;
import io.waybillguard.events.topics.Topic;
import io.waybillguard.events.topics.Topics;
import io.waybillguard.local.platform.LoneBroker;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/**
 * How fast a policy is tried on the past: a real engine, from its jar, is given recorded cases as a
 * file, then a period of topics that hold the same cases, and asked until it is done.
 */
@Command(
        name = "backtest",
        mixinStandardHelpOptions = true,
        description = "Measures backtests of the after-sales engine.")
public final class BacktestBenchmark implements Callable<Integer> {

    private static final String TOKEN = "benchmark";
    private static final int PARTITIONS = 4;
    private static final Duration BACK = Duration.ofDays(5);

    @Option(
            names = "--cases",
            defaultValue = "100000",
            description = "how many (default ${DEFAULT-VALUE})")
    private int cases;

    @Option(
            names = "--seed",
            defaultValue = "7",
            description = "of the cases (default ${DEFAULT-VALUE})")
    private long seed;

    @Option(
            names = "--heap",
            defaultValue = "2048",
            description = "the engine's heap in MB (default ${DEFAULT-VALUE})")
    private int heapMegabytes;

    @Option(
            names = "--folder",
            defaultValue = "system-tests/target/benchmark/backtest",
            description = "where logs are left (default ${DEFAULT-VALUE})")
    private Path folder = Path.of("");

    @Option(names = "--root", defaultValue = ".", hidden = true)
    private Path root = Path.of(".");

    private final HttpClient http = HttpClient.newHttpClient();

    public static void main(String[] args) {
        System.exit(new CommandLine(new BacktestBenchmark()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        System.out.println(Machine.described());
        Path place = folder.toAbsolutePath();
        Utils.delete(place.toFile());
        Files.createDirectories(place);
        Instant begin = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(BACK);
        Path file = place.resolve("cases.ndjson");
        RecordedCases.write(file, cases, seed, begin);
        try (var broker = LoneBroker.start(root, place, List.of("-Xmx512m"))) {
            RecordedCases.Told told =
                    PastTopics.write(broker.bootstrapServers(), PARTITIONS, cases, seed, begin);
            System.out.printf(
                    "%,d cases, %,d events, seed %d, %d partitions, heap %d MB%n%n"
                            + "| from | s | cases/s | differing | CPU s |%n|---|---|---|---|---|%n",
                    cases, told.events(), seed, PARTITIONS, heapMegabytes);
            try (var cluster =
                            new Cluster(
                                    broker.bootstrapServers(), PARTITIONS, ServiceProcess.ENGINE);
                    var engine = engine(place, broker.bootstrapServers())) {
                awaitRest(cluster);
                JsonNode ofFile =
                        measured(
                                engine,
                                "a file of %d MB, upload included"
                                        .formatted(Files.size(file) >> 20),
                                "application/x-ndjson",
                                BodyPublishers.ofFile(file));
                JsonNode ofTopics =
                        measured(
                                engine,
                                "the topics",
                                "application/json",
                                BodyPublishers.ofString(RecordedCases.asked(begin, told.end())));
                System.out.printf("%n%s%n", ofTopics.toPrettyString());
                if (!ofFile.equals(ofTopics)) {
                    throw new IllegalStateException("from the file it is " + ofFile);
                }
            }
        }
        return 0;
    }

    /** The engine decides all that is on the topics first. */
    private static void awaitRest(Cluster cluster) throws Exception {
        for (Topic<?> topic :
                List.of(Topics.ORDERS, Topics.PARCEL_MILESTONES, Topics.AFTERSALES_REQUESTS)) {
            cluster.awaitRead(topic, cluster.written(topic));
        }
    }

    private ServiceProcess engine(Path place, String servers)
            throws IOException, InterruptedException {
        return ServiceProcess.start(
                ServiceProcess.ENGINE,
                root,
                place,
                List.of("-Xmx" + heapMegabytes + "m", "-XX:+UseParallelGC"),
                servers,
                List.of(
                        "--waybill.kafka.partitions=" + PARTITIONS,
                        "--waybill.engine.payout.mode=topic",
                        "--waybill.engine.interception.mode=topic",
                        "--waybill.engine.backtests.dir=" + place.resolve("backtests"),
                        "--waybill.engine.backtests.largest-upload=4GB",
                        "--waybill.engine.access[0].token=" + TOKEN,
                        "--waybill.engine.access[0].shop=*"));
    }

    private JsonNode measured(ServiceProcess engine, String from, String type, BodyPublisher body)
            throws Exception {
        Duration cpu = engine.cpu();
        long began = System.nanoTime();
        URI base = engine.base();
        String id = send(base, "/backtests", type, body).path("id").asString();
        JsonNode state = send(base, "/backtests/" + id, type, null);
        while (List.of("WAITING", "RUNNING").contains(state.path("status").asString())) {
            TimeUnit.MILLISECONDS.sleep(200);
            state = send(base, "/backtests/" + id, type, null);
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        if (!state.path("status").asString().equals("DONE")) {
            throw new IllegalStateException(state.path("error").asString(""));
        }
        JsonNode totals = state.path("totals");
        System.out.printf(
                "| %s | %.1f | %,.0f | %,d | %.1f |%n",
                from,
                seconds,
                totals.path("cases").asLong() / seconds,
                totals.path("differing").asLong(),
                engine.cpu().minus(cpu).toMillis() / 1e3);
        return totals;
    }

    private JsonNode send(URI base, String path, String type, @Nullable BodyPublisher body)
            throws IOException, InterruptedException {
        HttpRequest.Builder ask =
                HttpRequest.newBuilder(base.resolve(path))
                        .header("Authorization", "Bearer " + TOKEN);
        if (body != null) {
            ask.header("Content-Type", type).POST(body);
        }
        var answer = http.send(ask.build(), BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(answer.statusCode() + ": " + answer.body());
        }
        return EventJson.mapper().readTree(answer.body());
    }
}
