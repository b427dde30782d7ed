package io.waybillguard.aftersales.dispatch.payout;

import io.waybillguard.events.json.EventJson;
import io.waybillguard.events.json.Read;
import io.waybillguard.events.payout.PayoutResult;
import io.waybillguard.events.payout.PayoutResult.PayoutDeclined;
import io.waybillguard.events.payout.PayoutResult.PayoutPaid;
import io.waybillguard.events.payout.PayoutResult.PayoutParked;
import io.waybillguard.events.topics.Topics;
import io.waybillguard.events.types.RefundId;
import io.waybillguard.kit.kafka.KafkaSettings;
import io.waybillguard.kit.kafka.TopicFollower;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * The payouts that wait for a person: the topic of parked payouts, which also tells how each ended.
 * Every answer is as of its moment, on every instance: the topic is read up to its end first.
 */
final class ParkedPayouts implements AutoCloseable {

    private final KafkaSettings kafka;
    private final Map<RefundId, PayoutParked> parked = new HashMap<>();
    private @Nullable TopicFollower reader;

    ParkedPayouts(KafkaSettings kafka) {
        this.kafka = kafka;
    }

    /** All of them, the oldest first. */
    synchronized List<PayoutParked> all() {
        readOn();
        return parked.values().stream()
                .sorted(
                        Comparator.comparing(PayoutParked::at)
                                .thenComparing(PayoutParked::refundId))
                .toList();
    }

    /** The one of that refund; empty when it waits for nobody. */
    synchronized Optional<PayoutParked> find(RefundId refund) {
        readOn();
        return Optional.ofNullable(parked.get(refund));
    }

    private void readOn() {
        try {
            if (reader == null) {
                reader = new TopicFollower(kafka, Topics.PAYOUTS_PARKED);
            }
            reader.readOn(this::take);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        Read<PayoutResult> read = EventJson.read(Topics.PAYOUTS_PARKED, record.value());
        if (read instanceof Read.Event<PayoutResult>(var result)) {
            switch (result) {
                case PayoutParked waiting -> parked.put(waiting.refundId(), waiting);
                case PayoutPaid paid -> parked.remove(paid.refundId());
                case PayoutDeclined declined -> parked.remove(declined.refundId());
            }
        }
    }

    @Override
    public synchronized void close() {
        if (reader != null) {
            reader.close();
            reader = null;
            parked.clear();
        }
    }
}
