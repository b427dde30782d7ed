package io.waybillguard.kit.streams;

import io.waybillguard.kit.kafka.DeadLetter;
import io.waybillguard.kit.kafka.DeadLetterCounter;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** Puts records that a processor cannot understand aside, as they came. */
public final class DeadLetters {

    private final DeadLetterCounter counter;

    public DeadLetters(DeadLetterCounter counter) {
        this.counter = counter;
    }

    /**
     * Forwards {@code record} to {@link EventSources#DEAD_LETTERS}, with the reason in its headers,
     * and counts it.
     */
    public void forward(
            ProcessorContext<? super byte[], ? super byte[]> context,
            Record<byte[], byte[]> record,
            String reason,
            String detail) {
        RecordMetadata origin =
                context.recordMetadata()
                        .orElseThrow(() ->
                                new IllegalStateException("a dead letter comes from a record"));
        DeadLetter letter =
                DeadLetter.of(
                        record.key(),
                        record.value(),
                        record.headers(),
                        origin.topic(),
                        origin.partition(),
                        origin.offset(),
                        reason,
                        detail);
        counter.count(origin.topic(), reason);
        context.forward(
                new Record<>(letter.key(), letter.value(), record.timestamp(), letter.headers()),
                EventSources.DEAD_LETTERS);
    }
}
