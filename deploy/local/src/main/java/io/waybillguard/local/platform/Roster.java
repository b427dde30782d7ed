package io.waybillguard.local.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * The processes that a run started, written down: when the run was killed, the next one sees which
 * of them still live. One line for each: name, process id, the instant it started.
 */
final class Roster {

    private final Path file;

    Roster(Path file) {
        this.file = file;
    }

    private record Entry(String name, ProcessHandle process) {}

    /** Writes one down. */
    synchronized void add(String name, long pid) {
        String line = "%s %d %s%n".formatted(name, pid, startOf(ProcessHandle.of(pid)));
        try {
            Files.writeString(
                    file, line, UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Waits until all that are written down have ended, which they do by themselves when what
     * started them is gone; then begins anew.
     *
     * @throws StartFailed when one does not end in time: names it
     */
    void awaitEnd(Duration patience) throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        for (Entry entry : living()) {
            System.out.printf(
                    "Waiting for %s of an earlier run to end (process %d)%n",
                    entry.name(), entry.process().pid());
            if (!ends(entry.process(), deadline - System.nanoTime())) {
                throw new StartFailed(
                        "%s of an earlier run still runs, process %d: stop it, or give another"
                                        .formatted(entry.name(), entry.process().pid())
                                + " folder with --data");
            }
        }
        Files.deleteIfExists(file);
    }

    private List<Entry> living() throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        try (Stream<String> lines = Files.lines(file)) {
            return lines.flatMap(line -> living(line).stream()).toList();
        }
    }

    /** Of a line that a crash cut short nothing is known. */
    private static Optional<Entry> living(String line) {
        String[] parts = line.split(" ", -1);
        if (parts.length != 3 || !parts[1].matches("\\d{1,9}")) {
            return Optional.empty();
        }
        Optional<ProcessHandle> process = ProcessHandle.of(Long.parseLong(parts[1]));
        return process.filter(ProcessHandle::isAlive)
                .filter(_ -> startOf(process).equals(parts[2]))
                .map(found -> new Entry(parts[0], found));
    }

    private static String startOf(Optional<ProcessHandle> process) {
        return process.flatMap(found -> found.info().startInstant())
                .map(Instant::toString)
                .orElse("unknown");
    }

    private static boolean ends(ProcessHandle process, long nanos) {
        try {
            process.onExit().get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
