package io.waybillguard.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A service that is killed while the platform runs. */
@Tag("long")
class EndOfAPartTest {

    @Test
    void aServiceThatDiesIsNamedAndEverythingElseStops() throws Exception {
        Path folder = LocalPlatformRun.folder("end-of-a-part");
        Path output = folder.resolve("output.txt");
        Process up = LocalPlatformRun.start(folder, List.of());
        try {
            await().atMost(Duration.ofMinutes(6))
                    .until(() -> Files.readString(output).contains("is up after"));
            List<ProcessHandle> parts = parts(folder.resolve("data"));

            orderService(folder.resolve("data")).destroyForcibly();

            assertThat(up.waitFor(2, TimeUnit.MINUTES)).isTrue();
            assertThat(up.exitValue()).isEqualTo(3);
            assertThat(output).content().contains("order-service has ended");
            assertThat(parts).hasSize(6).noneMatch(ProcessHandle::isAlive);
        } finally {
            up.descendants().forEach(ProcessHandle::destroy);
            up.destroy();
        }
    }

    /** Broker, services and database. */
    private static List<ProcessHandle> parts(Path data) throws IOException {
        Path postgres = data.resolve("postgres").resolve("data").resolve("postmaster.pid");
        Stream<String> pids =
                Stream.concat(
                        Files.readAllLines(data.resolve("processes")).stream()
                                .map(line -> line.split(" ", -1)[1]),
                        Files.readAllLines(postgres).stream().limit(1));
        return pids.flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)).stream()).toList();
    }

    private static ProcessHandle orderService(Path data) throws IOException {
        return Files.readAllLines(data.resolve("processes")).stream()
                .filter(line -> line.startsWith("order-service "))
                .flatMap(line -> ProcessHandle.of(Long.parseLong(line.split(" ", -1)[1])).stream())
                .findFirst()
                .orElseThrow();
    }
}
