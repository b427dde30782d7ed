package io.waybillguard.local.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The broker alone, as a process of its own, for programs that measure what runs against it, or try
 * what happens when it dies.
 */
public final class LoneBroker implements AutoCloseable {

    private static final Duration START_WITHIN = Duration.ofSeconds(60);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(30);

    private final Broker broker;
    private final Path folder;
    private final List<String> command;
    private ManagedProcess process;

    private LoneBroker(Broker broker, Path folder, List<String> command) {
        this.broker = broker;
        this.folder = folder;
        this.command = command;
        this.process = ManagedProcess.start(Broker.NAME, command, folder);
    }

    /** Starts one with the settings that the platform's broker has. */
    public static LoneBroker start(Path root, Path folder, List<String> flags)
            throws IOException, InterruptedException {
        return start(root, folder, flags, List.of());
    }

    /**
     * Starts one.
     *
     * @param root the repository's folder, with {@code deploy/local} built
     * @param folder where its log, its settings and its output are
     * @param flags of its JVM
     * @param settings {@code name=value}, which win over the platform's
     * @throws StartFailed when it does not take connections within a minute
     */
    public static LoneBroker start(
            Path root, Path folder, List<String> flags, List<String> settings)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Broker broker = new Broker(folder.resolve("broker"), Ports.free(new Random()));
        broker.prepare();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(broker.plainArguments(LauncherJar.jar(root)));
        settings.forEach(setting -> command.addAll(List.of("--override", setting)));
        LoneBroker started = new LoneBroker(broker, folder, command);
        started.awaitConnections();
        return started;
    }

    private void awaitConnections() throws InterruptedException {
        try {
            Readiness.await(
                    process, System.nanoTime() + START_WITHIN.toNanos(), broker::isListening);
        } catch (StartFailed | InterruptedException e) {
            close();
            throw e;
        }
    }

    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    public long pid() {
        return process.pid();
    }

    /** Dies, without a word to anybody. */
    public void kill() {
        process.kill();
        process.awaitEnd(STOP_WITHIN);
    }

    /**
     * Starts again, after its end, with what it kept and where it listened.
     *
     * @throws StartFailed when it does not take connections within a minute
     */
    public void startAgain() throws InterruptedException {
        process = ManagedProcess.start(Broker.NAME, command, folder);
        awaitConnections();
    }

    @Override
    public void close() {
        process.terminate();
        process.awaitEnd(STOP_WITHIN);
    }
}
