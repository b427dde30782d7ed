package io.waybillguard.timers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waybillguard.timers.reminders.Ledger;
import io.waybillguard.timers.reminders.Load;
import io.waybillguard.timers.reminders.ReminderBroker;
import io.waybillguard.timers.reminders.ReminderProcess;
import io.waybillguard.timers.reminders.ReminderTopics;
import io.waybillguard.timers.reminders.ReminderTopology.Keep;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A process that dies keeps its count: on Kafka 4.2.1 a store on disk could keep, beyond a kill,
 * what the aborted transaction had written (KAFKA-20685).
 */
@Tag("long")
class KilledProcessTest {

    private static final int KILLS = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static ReminderBroker broker;

    @TempDir private Path folder;

    @BeforeAll
    static void start() throws Exception {
        broker = ReminderBroker.start();
    }

    @AfterAll
    static void stop() throws Exception {
        broker.close();
    }

    @ParameterizedTest
    @EnumSource(Keep.class)
    void aKilledProcessLosesAndDoublesNothing(Keep keep) throws Exception {
        ReminderTopics topics = broker.topics("killed-" + keep.name());
        Random random = new Random(31);
        try (var _ = new Load(broker, topics, 300, 2_000, 8)) {
            for (int kill = 0; kill < KILLS; kill++) {
                long before = broker.read(topics);
                Process process = start(topics, keep);
                try {
                    await().atMost(PATIENCE).until(() -> broker.read(topics) > before);
                    pass(Duration.ofMillis(random.nextInt(1_500)));
                } finally {
                    kill(process);
                }
            }
        }
        Process process = start(topics, keep);
        try {
            Ledger ledger =
                    new Ledger(
                            broker.all(topics.commands()),
                            broker.all(topics.pulses()),
                            ReminderProcess.PULSE.slack());
            ledger.assertAllows(broker.all(topics.fired(), ledger.settled()));
        } finally {
            kill(process);
        }
    }

    private Process start(ReminderTopics topics, Keep keep) throws Exception {
        return ReminderProcess.start(broker.servers(), topics, keep, folder.resolve("state"));
    }

    private static void kill(Process process) throws InterruptedException {
        assertThat(process.isAlive()).isTrue();
        process.destroyForcibly().waitFor();
    }

    private static void pass(Duration time) {
        await().pollDelay(time).atMost(time.plusSeconds(10)).until(() -> true);
    }
}
