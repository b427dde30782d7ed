package io.waybillguard.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Captured webhooks, fed again: our own, and those in {@code ../shared/samples} where that folder
 * is.
 */
class ReplayTest {

    private static final Path OWN = Path.of("src/test/resources/replay/kuaidi100.jsonl");
    private static final Path SAMPLES = Path.of("../../shared/samples/kuaidi100");

    @Test
    void capturedWebhooksAreReplayedAndTheirStallsAreSeen()
            throws IOException, InterruptedException {
        List<String> options =
                new ArrayList<>(List.of("--replay", OWN.toAbsolutePath().toString()));
        int parcels = 3;
        if (Files.isDirectory(SAMPLES)) {
            CapturedSamples samples = CapturedSamples.of(SAMPLES);
            Path lines = Files.write(Path.of("target", "samples.jsonl"), samples.lines());
            options.addAll(List.of("--replay", lines.toAbsolutePath().toString()));
            parcels += samples.lines().size();
        }

        LocalPlatformRun run =
                LocalPlatformRun.once(
                        "replay", Duration.ofMinutes(8), options.toArray(String[]::new));

        assertThat(run.exitCode()).as(run.output()).isZero();
        JsonNode report = run.report();
        assertThat(StreamSupport.stream(report.get("checks").spliterator(), false))
                .isNotEmpty()
                .allMatch(check -> check.get("ok").asBoolean());
        assertThat(report.get("parcels").asInt()).isEqualTo(parcels);
        assertThat(report.get("webhooks").get("rejected").asInt()).isZero();
        assertThat(report.get("stalls").get("AFTER_PICKUP").asInt()).isPositive();
        assertThat(report.get("stalls").get("IN_TRANSIT").asInt()).isPositive();
    }
}
