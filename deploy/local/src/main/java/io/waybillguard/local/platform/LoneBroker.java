package io.waybillguard.local.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The broker alone, as a process of its own, for programs that measure what runs against it. */
public final class LoneBroker implements AutoCloseable {

    private static final Duration START_WITHIN = Duration.ofSeconds(60);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(30);

    private final Broker broker;
    private final ManagedProcess process;

    private LoneBroker(Broker broker, ManagedProcess process) {
        this.broker = broker;
        this.process = process;
    }

    /**
     * Starts one.
     *
     * @param root the repository's folder, with {@code deploy/local} built
     * @param folder where its log, its settings and its output are
     * @param flags of its JVM
     * @throws StartFailed when it does not take connections within a minute
     */
    public static LoneBroker start(Path root, Path folder, List<String> flags)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Broker broker = new Broker(folder.resolve("broker"), Ports.free(new Random()));
        broker.prepare();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(broker.plainArguments(LauncherJar.jar(root)));
        ManagedProcess process = ManagedProcess.start(Broker.NAME, command, folder);
        LoneBroker started = new LoneBroker(broker, process);
        try {
            Readiness.await(
                    process, System.nanoTime() + START_WITHIN.toNanos(), broker::isListening);
        } catch (StartFailed | InterruptedException e) {
            started.close();
            throw e;
        }
        return started;
    }

    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    public long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.terminate();
        process.awaitEnd(STOP_WITHIN);
    }
}
