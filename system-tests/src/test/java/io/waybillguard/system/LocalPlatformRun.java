package io.waybillguard.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.events.json.EventJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** One run of {@code deploy/local/up}, as a user would type it, in a data folder of its own. */
record LocalPlatformRun(Path folder, int exitCode) {

    /** Nobody may stumble over a name: it has blanks, commas and letters beyond ASCII. */
    private static final String AWKWARD = "one run, 一次";

    private static final Path UP = Path.of("../deploy/local/up").toAbsolutePath().normalize();

    /**
     * Runs it to its end with {@code --once}; the report and all logs stay in {@code
     * target/<name>}.
     */
    static LocalPlatformRun once(String name, Duration patience, String... options)
            throws IOException, InterruptedException {
        Path folder = folder(name);
        List<String> all = new ArrayList<>(List.of(options));
        all.addAll(List.of("--once", "--report", folder.resolve("report.json").toString()));
        Process process = start(folder, all);
        try {
            boolean ended = process.waitFor(patience.toSeconds(), TimeUnit.SECONDS);
            assertThat(ended).as("ends within %s; output in %s", patience, folder).isTrue();
            return new LocalPlatformRun(folder, process.exitValue());
        } finally {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
    }

    static Path folder(String name) throws IOException {
        return Files.createDirectories(Path.of("target", name, AWKWARD).toAbsolutePath());
    }

    /** Starts it on a slow machine, in {@code folder}: output, data and logs stay there. */
    static Process start(Path folder, List<String> options) throws IOException {
        List<String> command = new ArrayList<>(List.of("bash", UP.toString(), "--fresh"));
        command.addAll(List.of("--data", folder.resolve("data").toString()));
        command.addAll(List.of("--start-within", "300"));
        command.addAll(options);
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("output.txt").toFile());
        List.of("LC_ALL", "LC_CTYPE", "LANG").forEach(builder.environment()::remove);
        return builder.start();
    }

    JsonNode report() throws IOException {
        return EventJson.mapper().readTree(Files.readAllBytes(folder.resolve("report.json")));
    }

    /** The lines of a sandbox's book, as it stands in the data folder after the end. */
    List<JsonNode> book(String file) throws IOException {
        try (Stream<String> lines = Files.lines(folder.resolve("data").resolve(file))) {
            return lines.map(line -> EventJson.mapper().readTree(line)).toList();
        }
    }

    String output() throws IOException {
        return Files.readString(folder.resolve("output.txt"));
    }
}
