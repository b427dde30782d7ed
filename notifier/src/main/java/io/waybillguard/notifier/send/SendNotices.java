package io.waybillguard.notifier.send;

import io.waybillguard.events.json.EventJson;
import io.waybillguard.events.json.Read;
import io.waybillguard.events.notice.PlannedNotice;
import io.waybillguard.events.notice.PlannedNotice.NoticePlanned;
import io.waybillguard.events.topics.Topics;
import io.waybillguard.kit.kafka.DeadLetterPublisher;
import io.waybillguard.notifier.send.Leave.Verdict;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.AcknowledgingConsumerAwareMessageListener;
import org.springframework.kafka.support.Acknowledgment;

/**
 * Reads the outbox. A message's offset is committed before its attempt begins, by a call that
 * throws when the broker did not take it: then there is no attempt here. What must wait is not
 * committed, and its partitions wait with it.
 */
final class SendNotices implements AcknowledgingConsumerAwareMessageListener<byte[], byte[]> {

    private final Deliveries deliveries;
    private final ChannelGuard guard;
    private final Receipts receipts;
    private final DeadLetterPublisher deadLetters;
    private final Leave leave;

    SendNotices(
            Deliveries deliveries,
            ChannelGuard guard,
            Receipts receipts,
            DeadLetterPublisher deadLetters,
            Leave leave) {
        this.deliveries = deliveries;
        this.guard = guard;
        this.receipts = receipts;
        this.deadLetters = deadLetters;
        this.leave = leave;
    }

    @Override
    public void onMessage(
            ConsumerRecord<byte[], byte[]> record,
            @Nullable Acknowledgment acknowledgment,
            @Nullable Consumer<?, ?> consumer) {
        read(record, Objects.requireNonNull(acknowledgment), Objects.requireNonNull(consumer));
    }

    private void read(
            ConsumerRecord<byte[], byte[]> record,
            Acknowledgment acknowledgment,
            Consumer<?, ?> consumer) {
        switch (EventJson.read(Topics.NOTICE_OUTBOX, record.value())) {
            case Read.Event<PlannedNotice>(NoticePlanned notice) ->
                    send(notice, record, acknowledgment, consumer);
            case Read.Unreadable<PlannedNotice>(var reason, var detail) -> {
                deadLetters.publish(record, reason.label(), detail).join();
                commit(record, consumer);
            }
        }
    }

    private void send(
            NoticePlanned notice,
            ConsumerRecord<byte[], byte[]> record,
            Acknowledgment acknowledgment,
            Consumer<?, ?> consumer) {
        switch (leave.of(notice)) {
            case Verdict.Never(var because) -> {
                receipts.suppressed(notice, because);
                commit(record, consumer);
            }
            case Verdict.Later(var wait) -> acknowledgment.nack(wait);
            case Verdict.Now _ -> {
                if (guard.enter(notice.shopId())) {
                    begin(notice, record, consumer);
                } else {
                    acknowledgment.nack(leave.again());
                }
            }
        }
    }

    private void begin(
            NoticePlanned notice, ConsumerRecord<byte[], byte[]> record, Consumer<?, ?> consumer) {
        try {
            commit(record, consumer);
        } catch (RuntimeException e) {
            guard.turnBack();
            throw e;
        }
        deliveries.begin(notice);
    }

    private static void commit(ConsumerRecord<byte[], byte[]> record, Consumer<?, ?> consumer) {
        consumer.commitSync(
                Map.of(
                        new TopicPartition(record.topic(), record.partition()),
                        new OffsetAndMetadata(record.offset() + 1)));
    }
}
