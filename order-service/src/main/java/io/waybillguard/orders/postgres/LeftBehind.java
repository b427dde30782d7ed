package io.waybillguard.orders.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a run that was killed left in a data directory. */
record LeftBehind(Path directory) {
    private static final Logger log = LoggerFactory.getLogger(LeftBehind.class);
    private static final String PID_FILE = "postmaster.pid";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    static LeftBehind in(Path directory) {
        return new LeftBehind(directory);
    }

    /** Stops the server that still runs there; deletes data unless {@code ready} is there. */
    void clear(Path ready) throws IOException {
        Optional<ProcessHandle> server = server();
        if (server.isPresent()) {
            log.warn("a PostgreSQL of an earlier run is stopped, process {}", server.get().pid());
            stop(server.get());
        }
        Files.deleteIfExists(directory.resolve(PID_FILE));
        boolean halfMade = Files.exists(directory.resolve("PG_VERSION")) && !Files.exists(ready);
        if (halfMade) {
            delete();
        }
    }

    /** The process that the directory's pid file names, if it is a PostgreSQL of this directory. */
    private Optional<ProcessHandle> server() throws IOException {
        Path file = directory.resolve(PID_FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        if (lines.isEmpty() || !lines.getFirst().strip().matches("\\d{1,9}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                .filter(LeftBehind::isPostgres)
                .filter(process -> serves(process, lines));
    }

    /**
     * Whether it is the server of this directory: by its arguments, or where the system does not
     * tell them, by what the pid file names. A number may be in use for another server by now, and
     * a copied directory holds the pid file of the original.
     */
    private boolean serves(ProcessHandle process, List<String> pidFile) {
        return process
                .info()
                .arguments()
                .map(List::of)
                .orElseGet(() -> pidFile.subList(1, Math.min(2, pidFile.size())))
                .stream()
                .anyMatch(this::isDirectory);
    }

    private boolean isDirectory(String path) {
        try {
            return Files.isSameFile(Path.of(path), directory);
        } catch (IOException | InvalidPathException e) {
            return false;
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().map(command -> command.contains("postgres")).orElse(false);
    }

    private static void stop(ProcessHandle server) throws IOException {
        server.destroy();
        if (!ends(server)) {
            server.descendants().forEach(ProcessHandle::destroyForcibly);
            server.destroyForcibly();
            if (!ends(server)) {
                throw new IOException("PostgreSQL " + server.pid() + " does not end");
            }
        }
    }

    private static boolean ends(ProcessHandle server) throws IOException {
        try {
            server.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while PostgreSQL " + server.pid() + " ends", e);
        }
    }

    private void delete() throws IOException {
        log.warn("data of an interrupted first start are deleted in {}", directory);
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(directory)) {
            paths = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : paths) {
            Files.deleteIfExists(path);
        }
    }
}
