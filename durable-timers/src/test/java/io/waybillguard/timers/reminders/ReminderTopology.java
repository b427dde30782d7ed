package io.waybillguard.timers.reminders;

import io.waybillguard.timers.PulseSettings;
import io.waybillguard.timers.PulseTopology;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.Stores;

/** Commands and pulses in, fired reminders out. */
public final class ReminderTopology {

    private static final String COMMANDS = "commands";
    private static final String REMIND = "remind";

    /** Where reminders are kept. */
    public enum Keep {
        HEAP,
        DISK;

        private KeyValueBytesStoreSupplier store() {
            return switch (this) {
                case HEAP -> Stores.inMemoryKeyValueStore(Remind.STORE);
                case DISK -> Stores.persistentKeyValueStore(Remind.STORE);
            };
        }
    }

    private ReminderTopology() {}

    public static Topology of(ReminderTopics topics, PulseSettings pulse, Keep keep) {
        Topology topology = new Topology();
        topology.addSource(
                COMMANDS, new StringDeserializer(), new StringDeserializer(), topics.commands());
        PulseTopology.addTo(topology, topics.pulses(), pulse.every());
        topology.addProcessor(REMIND, () -> new Remind(pulse), COMMANDS, PulseTopology.SOURCE);
        topology.addStateStore(
                Stores.keyValueStoreBuilder(keep.store(), Serdes.String(), Serdes.ByteArray())
                        .withCachingDisabled(),
                REMIND);
        return topology.addSink(
                "fired", topics.fired(), new StringSerializer(), new StringSerializer(), REMIND);
    }
}
