package io.waybillguard.local.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A child process with a log of its own. */
final class ManagedProcess {

    private static final int TAIL_LINES = 25;

    private final String name;
    private final Path log;
    private final Process process;

    private ManagedProcess(String name, Path log, Process process) {
        this.name = name;
        this.log = log;
        this.process = process;
    }

    /**
     * Starts {@code command}; its output replaces the log of the run before, kept as {@code .1}.
     */
    static ManagedProcess start(String name, List<String> command, Path logs) {
        return start(name, command, logs, Path.of("").toAbsolutePath());
    }

    /**
     * The same in a working directory of its own.
     *
     * @param folder the working directory
     */
    static ManagedProcess start(String name, List<String> command, Path logs, Path folder) {
        Path log = logs.resolve(name + ".log");
        try {
            if (Files.exists(log)) {
                Files.move(
                        log,
                        logs.resolve(name + ".log.1"),
                        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
            Process process =
                    new ProcessBuilder(command)
                            .directory(folder.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start();
            return new ManagedProcess(name, log, process);
        } catch (IOException e) {
            throw new StartFailed("cannot start " + name + ": " + e.getMessage(), e);
        }
    }

    String name() {
        return name;
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Does something as soon as it has ended; now, where it has. */
    void whenEnded(Runnable action) {
        var _ = process.onExit().thenRun(action);
    }

    /**
     * What a person needs to see why it does not run.
     *
     * @param what happened
     */
    StartFailed failure(String what) {
        return new StartFailed("%s %s; the end of %s:%n%s".formatted(name, what, log, tail()));
    }

    /** The last lines of its log. */
    String tail() {
        try {
            List<String> lines =
                    new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList();
            return String.join(
                    "\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
        } catch (IOException e) {
            return "(cannot be read: " + e.getMessage() + ")";
        }
    }

    /** Asks it to stop. */
    void terminate() {
        process.destroy();
    }

    /** Waits for its end; when the time is over, ends it and all it started. */
    void awaitEnd(Duration patience) {
        try {
            if (!process.waitFor(Math.max(0, patience.toMillis()), TimeUnit.MILLISECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
    }

    /** Ends it and all it started, at once. */
    void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
