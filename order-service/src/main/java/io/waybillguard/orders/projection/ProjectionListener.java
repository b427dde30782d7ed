package io.waybillguard.orders.projection;

import io.micrometer.core.instrument.MeterRegistry;
import io.waybillguard.kit.kafka.DeadLetterPublisher;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.kafka.listener.BatchAcknowledgingConsumerAwareMessageListener;
import org.springframework.kafka.support.Acknowledgment;

/**
 * Projects a batch of records in one transaction. What nobody understands, and what the database
 * will never take, is put aside; when the database is away, the batch is tried again.
 */
final class ProjectionListener
        implements BatchAcknowledgingConsumerAwareMessageListener<byte[], byte[]> {
    private final Map<String, ProjectedTopic<?>> topics;
    private final ProjectionStore store;
    private final DeadLetterPublisher deadLetters;
    private final Positions positions;
    private final ProjectionLag lag;
    private final MeterRegistry meters;

    private final PutAside putAside = new PutAside();
    private final CaughtUp caughtUp;

    ProjectionListener(
            ProjectionStore store,
            DeadLetterPublisher deadLetters,
            Positions positions,
            ProjectionLag lag,
            CaughtUp caughtUp,
            MeterRegistry meters) {
        this.topics =
                ProjectedTopic.all().stream()
                        .collect(Collectors.toMap(it -> it.topic().name(), Function.identity()));
        this.store = store;
        this.deadLetters = deadLetters;
        this.positions = positions;
        this.lag = lag;
        this.caughtUp = caughtUp;
        this.meters = meters;
    }

    @Override
    public void onMessage(
            List<ConsumerRecord<byte[], byte[]>> records,
            @Nullable Acknowledgment ignored,
            @Nullable Consumer<?, ?> consumer) {
        look(consumer, records.size());
        try {
            project(records);
        } catch (DataIntegrityViolationException e) {
            records.forEach(this::projectAlone);
        }
        records.stream()
                .collect(Collectors.groupingBy(ConsumerRecord::topic, Collectors.counting()))
                .forEach(this::count);
        look(consumer, 0);
        if (consumer != null) {
            caughtUp.look(consumer);
        }
    }

    private void look(@Nullable Consumer<?, ?> consumer, int inHand) {
        if (consumer != null) {
            lag.look(consumer, inHand);
        }
    }

    private void project(List<ConsumerRecord<byte[], byte[]>> records) {
        List<Write> writes = new ArrayList<>();
        List<CompletableFuture<?>> aside = new ArrayList<>();
        Map<TopicPartition, Long> offsets = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            offsets.put(partitionOf(record), record.offset() + 1);
            switch (translate(record)) {
                case Translated.Rows(var rows) -> writes.addAll(rows);
                case Translated.Unreadable(var reason, var detail) ->
                        aside.add(putAside(record, reason, detail));
            }
        }
        aside.forEach(CompletableFuture::join);
        commit(writes, offsets);
    }

    private void commit(List<Write> writes, Map<TopicPartition, Long> offsets) {
        store.write(writes, offsets);
        putAside.forget(offsets);
        positions.committed(offsets);
    }

    private Translated translate(ConsumerRecord<byte[], byte[]> record) {
        ProjectedTopic<?> topic = topics.get(record.topic());
        if (topic == null) {
            throw new IllegalStateException(record.topic() + " is not projected");
        }
        return topic.translate(record.key(), record.value());
    }

    private void projectAlone(ConsumerRecord<byte[], byte[]> record) {
        try {
            project(List.of(record));
        } catch (DataIntegrityViolationException e) {
            putAside(record, ProjectedTopic.NOT_STORABLE, "the database does not take it").join();
            commit(List.of(), Map.of(partitionOf(record), record.offset() + 1));
        }
    }

    private CompletableFuture<?> putAside(
            ConsumerRecord<byte[], byte[]> record, String reason, String detail) {
        TopicPartition partition = partitionOf(record);
        if (putAside.contains(partition, record.offset())) {
            return CompletableFuture.completedFuture(null);
        }
        return deadLetters
                .publish(record, reason, detail)
                .thenRun(() -> putAside.add(partition, record.offset()));
    }

    private static TopicPartition partitionOf(ConsumerRecord<?, ?> record) {
        return new TopicPartition(record.topic(), record.partition());
    }

    private void count(String topic, long records) {
        meters.counter("projection.records", "topic", topic).increment((double) records);
    }
}
