package io.waybillguard.kit.streams;

import io.waybillguard.events.topics.Topic;
import io.waybillguard.events.topics.Topics;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.RecordContext;

/** The nodes that most topologies begin with: bytes in, events or dead letters out. */
public final class EventSources {

    /** The sink of dead letters; its parents are the processors that reject records. */
    public static final String DEAD_LETTERS = "dead-letters";

    private EventSources() {}

    /** The name of the node whose children receive {@code topic}'s events. */
    public static String decoderOf(Topic<?> topic) {
        return "decode-" + topic.name();
    }

    /**
     * Adds a source for {@code topic} and, behind it, the node {@link #decoderOf} that forwards its
     * events, and its dead letters to {@link #DEAD_LETTERS}.
     */
    public static <V> Topology add(
            Topology topology, Topic<V> topic, DecodeEvents.Supplier<V> decoder) {
        Deserializer<byte[]> bytes = new ByteArrayDeserializer();
        return topology.addSource(topic.name(), bytes, bytes, topic.name())
                .addProcessor(decoderOf(topic), decoder, topic.name());
    }

    /**
     * Adds the sink of dead letters behind {@code parents}: each goes to the dead letters of the
     * topic it came from.
     */
    public static Topology addDeadLetters(Topology topology, String... parents) {
        ByteArraySerializer bytes = new ByteArraySerializer();
        return topology.addSink(
                DEAD_LETTERS,
                (byte[] _, byte[] _, RecordContext context) ->
                        context.topic() + Topics.DEAD_LETTER_SUFFIX,
                bytes,
                bytes,
                parents);
    }
}
