package io.waybillguard.aftersales.stream;

import io.waybillguard.events.json.EventJson;
import io.waybillguard.events.json.Read;
import io.waybillguard.events.topics.Topic;
import io.waybillguard.kit.kafka.DeadLetterCounter;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The latest readable event of each key of a compacted topic, in memory on every instance. One that
 * cannot be read is counted and leaves the earlier one standing: no record can be put aside from
 * here.
 */
final class KeepLatest<V> implements Processor<String, byte[], Void, Void> {

    private static final Logger log = LoggerFactory.getLogger(KeepLatest.class);

    private final Topic<V> topic;
    private final DeadLetterCounter counter;
    private KeyValueStore<String, byte[]> store;

    private KeepLatest(Topic<V> topic, DeadLetterCounter counter) {
        this.topic = topic;
        this.counter = counter;
    }

    /** Adds the table of {@code topic}, a store with the topic's own name. */
    static <V> void addTo(Topology topology, Topic<V> topic, DeadLetterCounter counter) {
        topology.addGlobalStore(
                Stores.keyValueStoreBuilder(
                                Stores.inMemoryKeyValueStore(topic.name()),
                                Serdes.String(),
                                Serdes.ByteArray())
                        .withLoggingDisabled(),
                topic.name(),
                new StringDeserializer(),
                new ByteArrayDeserializer(),
                topic.name(),
                "keep-" + topic.name(),
                () -> new KeepLatest<>(topic, counter));
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        store = context.getStateStore(topic.name());
    }

    @Override
    public void process(Record<String, byte[]> record) {
        if (record.key() == null) {
            reject("no-key");
        } else if (record.value() == null) {
            store.delete(record.key());
        } else {
            switch (EventJson.read(topic, record.value())) {
                case Read.Event<V>(var event) -> store.put(topic.keyFor(event), record.value());
                case Read.Unreadable<V>(var reason, _) -> reject(reason.label());
            }
        }
    }

    private void reject(String reason) {
        counter.count(topic.name(), reason);
        log.warn("a record of {} is passed over: {}", topic.name(), reason);
    }
}
