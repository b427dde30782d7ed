package io.waybillguard.timers.reminders;

import io.waybillguard.timers.PulseSettings;
import io.waybillguard.timers.reminders.ReminderTopology.Keep;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** The application as a process of its own, which can be killed. */
public final class ReminderProcess {

    public static final PulseSettings PULSE =
            new PulseSettings(
                    Duration.ofMillis(100), Duration.ofSeconds(1), 10_000, Duration.ofSeconds(5));

    private ReminderProcess() {}

    /** Ends with the process that started it, whatever becomes of that. */
    public static void main(String[] args) throws InterruptedException {
        ProcessHandle.current()
                .parent()
                .orElseThrow()
                .onExit()
                .thenRun(() -> Runtime.getRuntime().halt(1));
        ReminderApp.start(
                args[0],
                ReminderTopics.of(args[1]),
                PULSE,
                Keep.valueOf(args[2]),
                Path.of(args[3]));
        new CountDownLatch(1).await();
    }

    public static Process start(String servers, ReminderTopics topics, Keep keep, Path state)
            throws IOException {
        return new ProcessBuilder(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx256m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-cp",
                                System.getProperty("java.class.path"),
                                ReminderProcess.class.getName(),
                                servers,
                                topics.application(),
                                keep.name(),
                                state.toString()))
                .redirectErrorStream(true)
                .redirectOutput(state.resolveSibling("process.log").toFile())
                .start();
    }
}
