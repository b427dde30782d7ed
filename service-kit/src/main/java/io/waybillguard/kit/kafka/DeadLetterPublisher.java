package io.waybillguard.kit.kafka;

import io.waybillguard.events.topics.Topics;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Puts records that a listener cannot understand aside, as they came. */
public final class DeadLetterPublisher {

    private final EventPublisher publisher;
    private final DeadLetterCounter counter;

    DeadLetterPublisher(EventPublisher publisher, DeadLetterCounter counter) {
        this.publisher = publisher;
        this.counter = counter;
    }

    /**
     * Sends {@code record} to its topic's dead letters and counts it when it is there; commit its
     * offset only when the future is done.
     */
    public CompletableFuture<RecordMetadata> publish(
            ConsumerRecord<byte[], byte[]> record, String reason, String detail) {
        DeadLetter letter =
                DeadLetter.of(
                        record.key(),
                        record.value(),
                        record.headers(),
                        record.topic(),
                        record.partition(),
                        record.offset(),
                        reason,
                        detail);
        return publisher
                .send(
                        new ProducerRecord<>(
                                record.topic() + Topics.DEAD_LETTER_SUFFIX,
                                null,
                                letter.key(),
                                letter.value(),
                                letter.headers()))
                .thenApply(written -> {
                    counter.count(record.topic(), reason);
                    return written;
                });
    }
}
