package io.waybillguard.timers.reminders;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Commands of every kind for a set of keys, as a seed has it, at a steady rate, until closed. */
public final class Load implements AutoCloseable {

    private static final int TICKS_PER_SECOND = 50;

    private final ReminderBroker broker;
    private final String topic;
    private final int keys;
    private final Random random;
    private final Map<String, Instant> lastDue = new TreeMap<>();
    private final ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor();

    public Load(ReminderBroker broker, ReminderTopics topics, int keys, int perSecond, long seed) {
        this.broker = broker;
        this.topic = topics.commands();
        this.keys = keys;
        this.random = new Random(seed);
        var _ =
                ticks.scheduleAtFixedRate(
                        () -> tick(perSecond / TICKS_PER_SECOND),
                        0,
                        1_000 / TICKS_PER_SECOND,
                        TimeUnit.MILLISECONDS);
    }

    private void tick(int commands) {
        for (int i = 0; i < commands; i++) {
            send("k" + random.nextInt(keys), next());
        }
    }

    private Kind next() {
        int dice = random.nextInt(100);
        return dice < 40 ? Kind.SET : dice < 55 ? Kind.CANCEL : Kind.TOUCH;
    }

    private enum Kind {
        SET,
        CANCEL,
        TOUCH
    }

    private void send(String key, Kind kind) {
        Command command =
                switch (kind) {
                    case SET -> new Command.Set(nextDue(key, random.nextInt(3_000)));
                    case CANCEL -> new Command.Cancel();
                    case TOUCH -> new Command.Touch();
                };
        broker.send(new ProducerRecord<>(topic, key, command.text()));
    }

    /** No two deadlines of a key are the same, so that each can be told from the others. */
    private Instant nextDue(String key, int inMillis) {
        Instant wanted = Instant.ofEpochMilli(System.currentTimeMillis() + inMillis);
        return lastDue.merge(
                key,
                wanted,
                (last, due) -> due.isAfter(last) ? due : last.plus(Duration.ofMillis(1)));
    }

    /** Stops, and sets a last deadline for every key, in the near future. */
    @Override
    public void close() {
        ticks.close();
        for (int key = 0; key < keys; key++) {
            send("k" + key, Kind.SET);
        }
        broker.flush();
    }
}
