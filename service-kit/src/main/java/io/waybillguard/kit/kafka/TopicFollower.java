package io.waybillguard.kit.kafka;

import io.waybillguard.events.topics.Topic;
import io.waybillguard.kit.kafka.TopicReader.Range;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;

/**
 * Reads a whole topic from its beginning, and later what was added since. Not for two threads at
 * once; after an exception, begin with a new one.
 */
public final class TopicFollower implements AutoCloseable {

    private static final int BEFORE_ALL = 0;

    private final TopicReader reader;
    private List<Range> read;

    /**
     * Of a topic that is there.
     *
     * @throws KafkaException when it is not, or the broker does not answer
     */
    public TopicFollower(KafkaSettings kafka, Topic<?> topic) {
        this.reader = new TopicReader(kafka);
        try {
            this.read =
                    reader.ranges(topic, null, null).stream()
                            .map(all -> new Range(all.partition(), BEFORE_ALL, all.begin()))
                            .toList();
        } catch (RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    /**
     * Reads on up to where the topic ends now.
     *
     * @throws KafkaException when that is not reached
     */
    public void readOn(Consumer<ConsumerRecord<byte[], byte[]>> each) {
        List<Range> next = reader.following(read);
        reader.read(next, each, _ -> {});
        read = next;
    }

    @Override
    public void close() {
        reader.close();
    }
}
