package io.waybillguard.timers;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.IntegerSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * The part of a topology that makes pulses: every task appends one to its own partition of the
 * pulse topic and reads it back through {@link #SOURCE}, the parent of the processor that keeps
 * deadlines. The pulse topic must have as many partitions as the task's other inputs and {@code
 * message.timestamp.type=LogAppendTime}.
 */
public final class PulseTopology {

    /** The source of pulses: its values are {@link Pulse#BEAT}. */
    public static final String SOURCE = "pulses";

    /** The node that appends them. */
    public static final String EMITTER = "emit-pulse";

    /** The sink they go to. */
    public static final String SINK = "pulse-sink";

    private PulseTopology() {}

    /** Adds source, emitter and sink for the pulse topic {@code topic}. */
    public static Topology addTo(Topology topology, String topic, Duration every) {
        Deserializer<Pulse> beat = (_, _) -> Pulse.BEAT;
        return topology.addSource(SOURCE, new ByteArrayDeserializer(), beat, topic)
                .addProcessor(EMITTER, () -> new Emitter(every), SOURCE)
                .addSink(
                        SINK,
                        topic,
                        new IntegerSerializer(),
                        new ByteArraySerializer(),
                        (_, partition, _, _) -> Optional.of(Set.of(partition)),
                        EMITTER);
    }

    /**
     * Appends a pulse by the wall clock of its host, which decides nothing: the broker stamps it.
     */
    private static final class Emitter implements Processor<byte[], Pulse, Integer, byte[]> {

        private static final byte[] EMPTY = new byte[0];

        private final Duration every;

        private Emitter(Duration every) {
            this.every = every;
        }

        @Override
        public void init(ProcessorContext<Integer, byte[]> context) {
            int partition = context.taskId().partition();
            context.schedule(
                    every,
                    PunctuationType.WALL_CLOCK_TIME,
                    now -> context.forward(new Record<>(partition, EMPTY, now)));
        }

        @Override
        public void process(Record<byte[], Pulse> record) {
            // the processor that keeps deadlines reads the pulse; this one only makes the next
        }
    }
}
