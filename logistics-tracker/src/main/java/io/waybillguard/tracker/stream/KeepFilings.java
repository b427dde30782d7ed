package io.waybillguard.tracker.stream;

import io.waybillguard.events.json.EventJson;
import io.waybillguard.events.json.Read;
import io.waybillguard.events.policy.ForceMajeureEvent;
import io.waybillguard.events.topics.Topics;
import io.waybillguard.kit.kafka.DeadLetterCounter;
import io.waybillguard.tracker.stall.Filings;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.Stores;

/**
 * The latest record of every force majeure filing, in memory on every instance, as it came: a start
 * fills the store past this processor. What cannot be read, or stands under another key than its
 * own, is counted and excuses nothing.
 */
final class KeepFilings implements Processor<String, byte[], Void, Void> {

    /** The store's name. */
    static final String STORE = Topics.FORCE_MAJEURE.name();

    private final DeadLetterCounter counter;
    private KeyValueStore<String, byte[]> store;

    private KeepFilings(DeadLetterCounter counter) {
        this.counter = counter;
    }

    static void addTo(Topology topology, DeadLetterCounter counter) {
        topology.addGlobalStore(
                Stores.keyValueStoreBuilder(
                                Stores.inMemoryKeyValueStore(STORE),
                                Serdes.String(),
                                Serdes.ByteArray())
                        .withLoggingDisabled(),
                STORE,
                new StringDeserializer(),
                new ByteArrayDeserializer(),
                STORE,
                "keep-filings",
                () -> new KeepFilings(counter));
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        store = context.getStateStore(STORE);
    }

    @Override
    public void process(Record<String, byte[]> record) {
        String key = record.key();
        if (key == null) {
            counter.count(STORE, "no-key");
            return;
        }
        store.put(key, record.value());
        if (record.value() == null) {
            return;
        }
        switch (EventJson.read(Topics.FORCE_MAJEURE, record.value())) {
            case Read.Event<ForceMajeureEvent>(var event) -> {
                if (!isUnder(key, event)) {
                    counter.count(STORE, "wrong-key");
                }
            }
            case Read.Unreadable<ForceMajeureEvent>(var reason, _) ->
                    counter.count(STORE, reason.label());
        }
    }

    /** The approved filings of the store. */
    static Filings read(ReadOnlyKeyValueStore<String, byte[]> store) {
        List<ForceMajeureEvent> latest = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> all = store.all()) {
            while (all.hasNext()) {
                KeyValue<String, byte[]> entry = all.next();
                if (EventJson.read(Topics.FORCE_MAJEURE, entry.value)
                                instanceof Read.Event<ForceMajeureEvent>(var event)
                        && isUnder(entry.key, event)) {
                    latest.add(event);
                }
            }
        }
        return Filings.of(latest);
    }

    private static boolean isUnder(String key, ForceMajeureEvent event) {
        return key.equals(Topics.FORCE_MAJEURE.keyFor(event));
    }
}
