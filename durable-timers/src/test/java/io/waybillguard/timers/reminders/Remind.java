package io.waybillguard.timers.reminders;

import io.waybillguard.timers.Pulse;
import io.waybillguard.timers.PulseSettings;
import io.waybillguard.timers.Timers;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Keeps reminders and fires them: the way a service uses the library. */
public final class Remind implements Processor<Object, Object, String, String> {

    public static final String STORE = "reminders";

    private final Timers<String> timers;
    private ProcessorContext<String, String> context;
    private KeyValueStore<String, byte[]> store;

    public Remind(PulseSettings settings) {
        this.timers = new Timers<>(settings);
    }

    @Override
    public void init(ProcessorContext<String, String> context) {
        this.context = context;
        this.store = context.getStateStore(STORE);
        try (var all = store.all()) {
            all.forEachRemaining(entry -> timers.set(entry.key, Reminder.of(entry.value).due()));
        }
    }

    @Override
    public void process(Record<Object, Object> record) {
        switch (record.value()) {
            case Pulse _ -> timers.fire(timers.pulse(record.timestamp()), this::due);
            case String command -> obey((String) record.key(), Command.of(command));
            default -> throw new IllegalArgumentException("neither pulse nor command");
        }
    }

    private void obey(String key, Command command) {
        Reminder reminder = Reminder.of(store.get(key)).after(command);
        store.put(key, reminder.bytes());
        timers.set(key, reminder.due());
    }

    private void due(String key, Instant due, Instant now) {
        Reminder reminder = Reminder.of(store.get(key));
        if (due.equals(reminder.due())) {
            store.put(key, reminder.fired().bytes());
            Fired fired = new Fired(key, due, now, reminder.commands());
            context.forward(new Record<>(key, fired.text(), now.toEpochMilli()));
        }
    }
}
