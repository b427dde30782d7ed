package io.waybillguard.timers;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.timers.reminders.Command;
import io.waybillguard.timers.reminders.Fired;
import io.waybillguard.timers.reminders.Remind;
import io.waybillguard.timers.reminders.Reminder;
import io.waybillguard.timers.reminders.ReminderTopics;
import io.waybillguard.timers.reminders.ReminderTopology;
import io.waybillguard.timers.reminders.ReminderTopology.Keep;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReminderTopologyTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration SLACK = Duration.ofSeconds(2);
    private static final PulseSettings PULSE =
            new PulseSettings(Duration.ofSeconds(1), SLACK, 10, Duration.ofMinutes(1));
    private static final ReminderTopics TOPICS = ReminderTopics.of("reminders");

    private final Topology topology = ReminderTopology.of(TOPICS, PULSE, Keep.HEAP);
    private final TopologyTestDriver driver =
            new TopologyTestDriver(topology, new Properties(), NOON);
    private final TestInputTopic<String, String> commands =
            driver.createInputTopic(
                    TOPICS.commands(), new StringSerializer(), new StringSerializer());
    private final TestInputTopic<byte[], byte[]> pulses =
            driver.createInputTopic(
                    TOPICS.pulses(), new ByteArraySerializer(), new ByteArraySerializer());
    private final TestOutputTopic<String, String> fired =
            driver.createOutputTopic(
                    TOPICS.fired(), new StringDeserializer(), new StringDeserializer());

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void theTopologyReadsItsOwnPulses() {
        assertThat(topology.describe().toString())
                .contains("Source: pulses (topics: [reminders.pulses])")
                .contains("--> emit-pulse, remind")
                .contains("Sink: pulse-sink (topic: reminders.pulses)");
    }

    @Test
    void aDeadlineFiresAtItsInstantPlusTheSlackAndNotAMillisecondBefore() {
        command("a", new Command.Set(NOON));

        pulse(NOON.plus(SLACK).minusMillis(1));
        assertThat(fired()).isEmpty();
        pulse(NOON.plus(SLACK));
        assertThat(fired()).containsExactly(new Fired("a", NOON, NOON, 1));
        pulse(NOON.plus(SLACK).plusMillis(1));
        assertThat(fired()).isEmpty();
    }

    @Test
    void aDeadlineWhoseInstantNoPulseHitsFiresAtTheNext() {
        command("a", new Command.Set(NOON));

        pulse(NOON.plus(SLACK).plusMillis(1));

        assertThat(fired()).containsExactly(new Fired("a", NOON, NOON.plusMillis(1), 1));
    }

    @Test
    void nothingButAPulseFires() {
        command("a", new Command.Set(NOON));

        commands.pipeInput("b", new Command.Touch().text(), NOON.plus(Duration.ofDays(2)));

        assertThat(fired()).isEmpty();
    }

    @Test
    void aPulseFromBeforeTakesNothingBack() {
        pulse(NOON.plus(SLACK));
        command("a", new Command.Set(NOON));

        pulse(NOON.minusSeconds(60));

        assertThat(fired()).containsExactly(new Fired("a", NOON, NOON, 1));
    }

    @Test
    void whatWasCancelledOrSetLaterDoesNotFire() {
        command("a", new Command.Set(NOON));
        command("a", new Command.Cancel());
        command("b", new Command.Set(NOON));
        command("b", new Command.Set(NOON.plusSeconds(1)));

        pulse(NOON.plus(SLACK));
        assertThat(fired()).isEmpty();
        pulse(NOON.plus(SLACK).plusSeconds(1));
        assertThat(fired())
                .containsExactly(new Fired("b", NOON.plusSeconds(1), NOON.plusSeconds(1), 2));
    }

    @Test
    void moreThanOnePulseMayFireGoesOnAtTheNextOldestFirst() {
        for (int i = 0; i < 25; i++) {
            command("k%02d".formatted(i), new Command.Set(NOON.minusMillis(i)));
        }

        pulse(NOON.plus(SLACK));
        assertThat(fired()).extracting(Fired::key).startsWith("k24", "k23").hasSize(10);
        pulse(NOON.plus(SLACK).plusSeconds(1));
        assertThat(fired()).extracting(Fired::key).startsWith("k14", "k13").hasSize(10);
        pulse(NOON.plus(SLACK).plusSeconds(2));
        assertThat(fired())
                .extracting(Fired::key)
                .containsExactly("k04", "k03", "k02", "k01", "k00");
    }

    @Test
    void theTaskMakesItsPulsesItself() {
        command("a", new Command.Set(NOON));

        driver.advanceWallClockTime(Duration.ofSeconds(1));
        assertThat(fired()).isEmpty();
        driver.advanceWallClockTime(Duration.ofSeconds(1));
        assertThat(fired()).containsExactly(new Fired("a", NOON, NOON, 1));
    }

    @Test
    void aTaskThatStartsFiresWhatItFindsInItsState() {
        var context = new MockProcessorContext<String, String>();
        KeyValueStore<String, byte[]> store =
                Stores.keyValueStoreBuilder(
                                Stores.inMemoryKeyValueStore(Remind.STORE),
                                Serdes.String(),
                                Serdes.ByteArray())
                        .withLoggingDisabled()
                        .build();
        store.init(context.getStateStoreContext(), store);
        store.put("due", new Reminder(NOON, 3).bytes());
        store.put("later", new Reminder(NOON.plusMillis(1), 1).bytes());
        store.put("none", new Reminder(null, 1).bytes());

        Remind remind = new Remind(PULSE);
        remind.init(context);
        remind.process(new Record<>(null, Pulse.BEAT, NOON.plus(SLACK).toEpochMilli()));

        assertThat(context.forwarded())
                .extracting(forward -> (String) forward.record().key())
                .containsExactly("due");
        assertThat(Reminder.of(store.get("due"))).isEqualTo(new Reminder(null, 3));
    }

    private void command(String key, Command command) {
        commands.pipeInput(key, command.text(), NOON.minusSeconds(10));
    }

    private void pulse(Instant at) {
        pulses.pipeInput(null, new byte[0], at);
    }

    private List<Fired> fired() {
        return fired.readKeyValuesToList().stream()
                .map(entry -> Fired.of(entry.key, entry.value))
                .toList();
    }
}
