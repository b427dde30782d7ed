package io.waybillguard.kit.streams;

import io.waybillguard.events.json.EventJson;
import io.waybillguard.events.json.Read;
import io.waybillguard.events.topics.Topic;
import io.waybillguard.kit.kafka.DeadLetterCounter;
import java.util.List;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;

/** Bytes of one topic to its events; what is not one becomes a dead letter. */
public final class DecodeEvents<V> implements Processor<byte[], byte[], Object, Object> {

    private final Topic<V> topic;
    private final DeadLetters deadLetters;
    private final List<String> readers;
    private ProcessorContext<Object, Object> context;

    private DecodeEvents(Topic<V> topic, DeadLetters deadLetters, List<String> readers) {
        this.topic = topic;
        this.deadLetters = deadLetters;
        this.readers = readers;
    }

    /**
     * Makes decoders of {@code topic}.
     *
     * @param readers the nodes that get the events: children of the decoder
     */
    public record Supplier<V>(Topic<V> topic, DeadLetterCounter counter, List<String> readers)
            implements ProcessorSupplier<byte[], byte[], Object, Object> {
        @Override
        public Processor<byte[], byte[], Object, Object> get() {
            return new DecodeEvents<>(topic, new DeadLetters(counter), readers);
        }
    }

    @Override
    public void init(ProcessorContext<Object, Object> context) {
        this.context = context;
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        switch (EventJson.read(topic, record.value())) {
            case Read.Event<V>(var event) -> {
                for (String reader : readers) {
                    context.forward(
                            record.withKey(topic.keyOf() == null ? "" : topic.keyFor(event))
                                    .withValue(event),
                            reader);
                }
            }
            case Read.Unreadable<V>(var reason, var detail) ->
                    deadLetters.forward(context, record, reason.label(), detail);
        }
    }
}
