package io.waybillguard.tracker.stream;

import io.waybillguard.events.parcel.TrackerProgress.ReadUntil;
import java.time.Duration;
import java.time.Instant;

/** Tells others how far one partition has been read, at most once a period. */
final class Progress {

    private final int partition;
    private final int partitions;
    private final long everyMillis;
    private final Outlets outlets;
    private long lastPeriod = Long.MIN_VALUE;

    Progress(int partition, int partitions, Duration every, Outlets outlets) {
        this.partition = partition;
        this.partitions = partitions;
        this.everyMillis = every.toMillis();
        this.outlets = outlets;
    }

    /** Everything before {@code now} has been read and judged. */
    void readUntil(Instant now) {
        long period = Math.floorDiv(now.toEpochMilli(), everyMillis);
        if (period > lastPeriod) {
            lastPeriod = period;
            outlets.progress(new ReadUntil(partition, partitions, now));
        }
    }
}
