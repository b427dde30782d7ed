package io.waybillguard.system.benchmark;

import io.waybillguard.events.json.EventJson;
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
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.utils.Utils;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/**
 * How fast a policy is tried on the past: a real engine, from its jar, is given a file of recorded
 * events and asked until it is done.
 */
@Command(
        name = "backtest",
        mixinStandardHelpOptions = true,
        description = "Measures backtests of the after-sales engine.")
public final class BacktestBenchmark implements Callable<Integer> {

    private static final String TOKEN = "benchmark";

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
        Path file = place.resolve("cases.ndjson");
        long events = RecordedCases.write(file, cases, seed);
        System.out.printf(
                "%d cases, %d events, %d MB, seed %d, heap %d MB%n",
                cases, events, Files.size(file) >> 20, seed, heapMegabytes);
        try (var broker = LoneBroker.start(root, place, List.of("-Xmx512m"));
                var engine = engine(place, broker.bootstrapServers())) {
            measure(engine.base(), file);
        }
        return 0;
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
                        "--waybill.kafka.partitions=4",
                        "--waybill.engine.payout.mode=topic",
                        "--waybill.engine.interception.mode=topic",
                        "--waybill.engine.backtests.dir=" + place.resolve("backtests"),
                        "--waybill.engine.backtests.largest-upload=4GB",
                        "--waybill.engine.access[0].token=" + TOKEN,
                        "--waybill.engine.access[0].shop=*"));
    }

    private void measure(URI base, Path file) throws Exception {
        long began = System.nanoTime();
        String id = send(base, "/backtests", BodyPublishers.ofFile(file)).path("id").asString();
        JsonNode state = send(base, "/backtests/" + id, null);
        while (List.of("WAITING", "RUNNING").contains(state.path("status").asString())) {
            TimeUnit.MILLISECONDS.sleep(200);
            state = send(base, "/backtests/" + id, null);
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        System.out.printf(
                "%s after %.1f s, upload included: %.0f cases/s%n%s%n",
                state.path("status").asString(),
                seconds,
                cases / seconds,
                state.path("totals").toPrettyString());
    }

    private JsonNode send(
            URI base, String path, @org.jspecify.annotations.Nullable BodyPublisher body)
            throws IOException, InterruptedException {
        HttpRequest.Builder ask =
                HttpRequest.newBuilder(base.resolve(path))
                        .header("Authorization", "Bearer " + TOKEN);
        if (body != null) {
            ask.header("Content-Type", "application/x-ndjson").POST(body);
        }
        var answer = http.send(ask.build(), BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(answer.statusCode() + ": " + answer.body());
        }
        return EventJson.mapper().readTree(answer.body());
    }
}
