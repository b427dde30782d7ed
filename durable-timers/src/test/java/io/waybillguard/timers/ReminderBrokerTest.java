package io.waybillguard.timers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waybillguard.timers.reminders.Command;
import io.waybillguard.timers.reminders.Fired;
import io.waybillguard.timers.reminders.Ledger;
import io.waybillguard.timers.reminders.Load;
import io.waybillguard.timers.reminders.ReminderApp;
import io.waybillguard.timers.reminders.ReminderBroker;
import io.waybillguard.timers.reminders.ReminderTopics;
import io.waybillguard.timers.reminders.ReminderTopology.Keep;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReminderBrokerTest {

    private static final Duration SLACK = Duration.ofSeconds(1);
    private static final PulseSettings PULSE =
            new PulseSettings(Duration.ofMillis(50), SLACK, 10_000, Duration.ofSeconds(5));
    private static final PulseSettings FEW_A_PULSE =
            new PulseSettings(Duration.ofMillis(50), SLACK, 100, Duration.ofSeconds(5));
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String FIRST = "first";
    private static final String LAST = "last";

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

    @Test
    void deadlinesFireOnceInTheirTimeAndNotBefore() throws Exception {
        ReminderTopics topics = broker.topics("in-time");
        try (var _ = start(topics)) {
            for (int i = 0; i < 50; i++) {
                send(topics, "k" + i, new Command.Set(soon(i * 20)));
            }

            assertLogsAllow(topics);
        }
    }

    @Test
    void aPulseOfAHostWithAWrongClockFiresNothing() throws Exception {
        ReminderTopics topics = broker.topics("wrong-clock");
        try (var _ = start(topics)) {
            send(topics, "tomorrow", new Command.Set(soon(86_400_000)));
            broker.awaitRead(topics);
            sendPulses(topics, soon(90_000_000));
            send(topics, LAST, new Command.Set(soon(0)));

            assertThat(keys(fired(topics, LAST))).containsExactly(LAST);
        }
    }

    /** The state is found on the host, or comes from the changelog on another one. */
    @ParameterizedTest
    @EnumSource(Keep.class)
    void movementThatCameWhileTheApplicationWasDownIsReadBeforeAnythingFires(Keep keep)
            throws Exception {
        ReminderTopics topics = broker.topics("outage-" + keep.name());
        int keys = 100;
        Instant due;
        try (var app = start(topics, keep, folder.resolve("before"))) {
            send(topics, FIRST, new Command.Set(soon(0)));
            fired(topics, FIRST);
            due = soon(4_000);
            for (int key = 0; key < keys; key++) {
                send(topics, "k" + key, new Command.Set(due));
            }
            broker.awaitRead(topics);
            assertThat(app.stop()).isTrue();
        }
        sendPulses(topics, null);
        for (int i = 0; i < 20_000; i++) {
            send(topics, "k" + i % keys, new Command.Touch());
        }
        for (int key = 0; key < keys; key++) {
            if (key % 10 != 0) {
                send(topics, "k" + key, new Command.Cancel());
            }
        }
        broker.flush();
        await().until(() -> System.currentTimeMillis() > due.plus(SLACK).toEpochMilli());

        Path after = keep == Keep.DISK ? folder.resolve("before") : folder.resolve("after");
        try (var _ = start(topics, keep, after)) {
            send(topics, LAST, new Command.Set(soon(0)));

            List<ConsumerRecord<String, String>> fired = assertLogsAllow(topics);

            List<String> left =
                    IntStream.iterate(0, key -> key < keys, key -> key + 10)
                            .mapToObj(key -> "k" + key)
                            .toList();
            assertThat(keys(fired))
                    .contains(FIRST, LAST)
                    .containsAll(left)
                    .hasSize(left.size() + 2);
        }
    }

    @Test
    void moreThanOnePulseMayFireAreAllFiredOldestFirst() throws Exception {
        ReminderTopics topics = broker.topics("burst");
        Instant past = soon(-60_000);
        for (int i = 0; i < 2_000; i++) {
            send(topics, "k" + i, new Command.Set(past.minusMillis(i)));
        }
        broker.flush();
        try (var _ = ReminderApp.start(broker.servers(), topics, FEW_A_PULSE, Keep.HEAP, folder)) {
            List<ConsumerRecord<String, String>> fired = assertLogsAllow(topics);

            assertThat(fired).hasSize(2_000);
            for (int partition = 0; partition < ReminderBroker.PARTITIONS; partition++) {
                int wanted = partition;
                List<Fired> ofPartition =
                        fired.stream()
                                .filter(record -> record.partition() == wanted)
                                .map(ReminderBrokerTest::fired)
                                .toList();
                assertThat(ofPartition).extracting(Fired::due).isSorted();
                assertThat(ofPartition.stream().map(Fired::now).distinct().count())
                        .as("pulses it took")
                        .isGreaterThanOrEqualTo(ofPartition.size() / FEW_A_PULSE.maxFired());
            }
        }
    }

    @Test
    void twentyStopsAndStartsUnderLoadLoseAndDoubleNothing() throws Exception {
        ReminderTopics topics = broker.topics("restarts");
        Random random = new Random(20);
        Instant lastStop;
        try (var _ = new Load(broker, topics, 2_000, 400, 7)) {
            for (int stop = 0; stop < 20; stop++) {
                long before = broker.written(topics.fired());
                try (var app = start(topics)) {
                    if (stop % 2 == 0) {
                        await().atMost(PATIENCE)
                                .until(() -> broker.written(topics.fired()) > before);
                    }
                    pass(Duration.ofMillis(random.nextInt(1_000)));
                    assertThat(app.stop()).isTrue();
                }
            }
            lastStop = soon(0);
        }
        try (var _ = start(topics)) {
            List<ConsumerRecord<String, String>> fired = assertLogsAllow(topics);

            assertThat(fired.stream().filter(r -> r.timestamp() < lastStop.toEpochMilli()).count())
                    .as("fired between the stops")
                    .isGreaterThan(20);
        }
    }

    private ReminderApp start(ReminderTopics topics) {
        return start(topics, Keep.HEAP, folder);
    }

    private ReminderApp start(ReminderTopics topics, Keep keep, Path state) {
        return ReminderApp.start(broker.servers(), topics, PULSE, keep, state);
    }

    private static void send(ReminderTopics topics, String key, Command command) {
        broker.send(new ProducerRecord<>(topics.commands(), key, command.text()));
    }

    /** Pulses that no task made: of one that died, or of a host that says it is {@code at}. */
    private static void sendPulses(ReminderTopics topics, Instant at) {
        Long millis = at == null ? null : at.toEpochMilli();
        for (int partition = 0; partition < ReminderBroker.PARTITIONS; partition++) {
            broker.send(new ProducerRecord<>(topics.pulses(), partition, millis, "", ""));
        }
        broker.flush();
    }

    /** Waits for all that must fire and compares all that was fired with the log. */
    private static List<ConsumerRecord<String, String>> assertLogsAllow(ReminderTopics topics) {
        broker.flush();
        Ledger ledger =
                new Ledger(broker.all(topics.commands()), broker.all(topics.pulses()), SLACK);
        List<ConsumerRecord<String, String>> fired = broker.all(topics.fired(), ledger.settled());
        ledger.assertAllows(fired);
        return fired;
    }

    private static List<ConsumerRecord<String, String>> fired(ReminderTopics topics, String last) {
        return broker.all(
                topics.fired(),
                fired -> fired.stream().anyMatch(record -> record.key().equals(last)));
    }

    private static Fired fired(ConsumerRecord<String, String> record) {
        return Fired.of(record.key(), record.value());
    }

    private static List<String> keys(List<ConsumerRecord<String, String>> fired) {
        return fired.stream().map(ConsumerRecord::key).toList();
    }

    private static Instant soon(int millis) {
        return Instant.ofEpochMilli(System.currentTimeMillis()).plusMillis(millis);
    }

    private static void pass(Duration time) {
        await().pollDelay(time).atMost(time.plusSeconds(10)).until(() -> true);
    }
}
