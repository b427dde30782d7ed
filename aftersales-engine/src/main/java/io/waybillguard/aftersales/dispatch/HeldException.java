package io.waybillguard.aftersales.dispatch;

import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/** Commands cannot be settled now; they, and what comes behind them, must wait. */
public final class HeldException extends RuntimeException {

    private final transient Set<TopicPartition> partitions;

    /**
     * All that was handed over waits.
     *
     * @param why a few fixed words
     */
    public HeldException(String why) {
        this(why, Set.of());
    }

    /**
     * Only these partitions wait; what was handed over of others is done.
     *
     * @param why a few fixed words
     */
    public HeldException(String why, Set<TopicPartition> partitions) {
        super(why, null, false, false);
        this.partitions = Set.copyOf(partitions);
    }

    /** Those that wait; none where all do. */
    Set<TopicPartition> partitions() {
        return partitions;
    }
}
