package io.waybillguard.kit.streams;

import io.waybillguard.kit.kafka.DeadLetterCounter;
import io.waybillguard.kit.kafka.DeadLetterHeaders;
import org.apache.kafka.common.header.internals.RecordHeaders;
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
        RecordHeaders headers = new RecordHeaders(record.headers());
        DeadLetterHeaders.put(
                headers, origin.topic(), origin.partition(), origin.offset(), reason, detail);
        counter.count(origin.topic(), reason);
        context.forward(record.withHeaders(headers), EventSources.DEAD_LETTERS);
    }
}
