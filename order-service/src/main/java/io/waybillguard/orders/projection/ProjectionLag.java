package io.waybillguard.orders.projection;

import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** How many records the projection has not read yet; looked at in the consumer's own thread. */
final class ProjectionLag {
    private static final long UNKNOWN = -1;

    private volatile long records = UNKNOWN;

    /**
     * Takes the consumer's word, once it knows it of every partition.
     *
     * @param inHand records that were polled and are not committed yet
     */
    void look(Consumer<?, ?> consumer, int inHand) {
        long sum = inHand;
        for (TopicPartition partition : consumer.assignment()) {
            OptionalLong lag = consumer.currentLag(partition);
            if (lag.isEmpty()) {
                return;
            }
            sum += lag.getAsLong();
        }
        records = sum;
    }

    void forget() {
        records = UNKNOWN;
    }

    /** Empty until every partition was heard of. */
    OptionalLong known() {
        long now = records;
        return now == UNKNOWN ? OptionalLong.empty() : OptionalLong.of(now);
    }

    /** For the gauge: not a number while unknown. */
    double value() {
        long now = records;
        return now == UNKNOWN ? Double.NaN : now;
    }
}
