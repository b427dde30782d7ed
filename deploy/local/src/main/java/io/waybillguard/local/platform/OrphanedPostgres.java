package io.waybillguard.local.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A PostgreSQL that goes on because the order service that started it was killed. It must be gone
 * before its folder is emptied or used again.
 */
final class OrphanedPostgres {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path data;

    /**
     * The one of an order service's folder.
     *
     * @param folder that the order service was given
     */
    OrphanedPostgres(Path folder) {
        this.data = folder.resolve("data");
    }

    /**
     * Stops it, if there is one.
     *
     * @throws StartFailed when it does not end
     */
    void stop() throws IOException {
        Optional<ProcessHandle> found = find();
        if (found.isPresent()) {
            ProcessHandle server = found.get();
            System.out.printf(
                    "Stopping the PostgreSQL of an earlier run (process %d)%n", server.pid());
            List<ProcessHandle> children = server.descendants().toList();
            server.destroy();
            if (!ends(server)) {
                children.forEach(ProcessHandle::destroyForcibly);
                server.destroyForcibly();
                if (!ends(server)) {
                    throw new StartFailed(
                            "PostgreSQL of an earlier run does not end, process " + server.pid());
                }
            }
        }
    }

    /** The process that the folder's own pid file names, if that is a PostgreSQL of this folder. */
    private Optional<ProcessHandle> find() throws IOException {
        Path file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String pid = Files.readString(file).lines().findFirst().orElse("").strip();
        return pid.matches("\\d{1,9}")
                ? ProcessHandle.of(Long.parseLong(pid)).filter(this::isOurs)
                : Optional.empty();
    }

    private boolean isOurs(ProcessHandle process) {
        boolean postgres =
                process.info().command().map(command -> command.contains("postgres")).orElse(false);
        boolean here =
                process.info()
                        .arguments()
                        .map(arguments -> Arrays.asList(arguments).contains(data.toString()))
                        .orElse(true);
        return postgres && here;
    }

    private static boolean ends(ProcessHandle server) {
        CompletableFuture<Boolean> end = server.onExit().thenApply(_ -> true);
        return end.completeOnTimeout(false, PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }
}
