package io.waybillguard.notifier.stream;

import io.waybillguard.events.json.Read.Reason;
import io.waybillguard.events.topics.Topics;
import io.waybillguard.events.types.NoticeId;
import io.waybillguard.kit.kafka.DeadLetterCounter;
import io.waybillguard.notifier.notice.Recall;
import java.time.Instant;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Keeps the recalls of all instances on every one, as long as their messages could be sent: the
 * keys begin with when that ends, so that what is past lies in front.
 */
final class KeepRecalls implements Processor<String, byte[], Void, Void> {

    private final DeadLetterCounter counter;
    private KeyValueStore<String, byte[]> recalls;

    KeepRecalls(DeadLetterCounter counter) {
        this.counter = counter;
    }

    /** Under which a recall is written and kept. */
    static String key(Recall recall) {
        return key(recall.noticeId(), recall.notAfter());
    }

    static String key(NoticeId notice, Instant notAfter) {
        return until(notAfter.toEpochMilli()) + notice;
    }

    private static String until(long millis) {
        return "%019d:".formatted(Math.max(0, millis));
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        recalls = context.getStateStore(NotifierTopology.RECALLS);
    }

    @Override
    public void process(Record<String, byte[]> record) {
        if (record.value() == null) {
            return;
        }
        NoticeJson.readRecall(record.value())
                .ifPresentOrElse(
                        recall -> recalls.put(key(recall), record.value()),
                        () ->
                                counter.count(
                                        Topics.NOTIFIER_RECALLS.name(), Reason.INVALID.label()));
        forget(record.timestamp());
    }

    private void forget(long now) {
        try (KeyValueIterator<String, byte[]> past = recalls.range(null, until(now))) {
            while (past.hasNext()) {
                KeyValue<String, byte[]> entry = past.next();
                recalls.delete(entry.key);
            }
        }
    }
}
