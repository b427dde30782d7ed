package io.waybillguard.tracker.stream;

import io.waybillguard.events.parcel.TrackerProgress.ReadUntil;
import io.waybillguard.timers.OncePerPeriod;
import java.time.Duration;
import java.time.Instant;

/** Tells others how far one partition has been read, at most once a period. */
final class Progress {

    private final int partition;
    private final int partitions;
    private final OncePerPeriod due;
    private final Outlets outlets;

    Progress(int partition, int partitions, Duration every, Outlets outlets) {
        this.partition = partition;
        this.partitions = partitions;
        this.due = new OncePerPeriod(every);
        this.outlets = outlets;
    }

    /** Everything before {@code now} has been read and judged. */
    void readUntil(Instant now) {
        if (due.isFirst(now)) {
            outlets.progress(new ReadUntil(partition, partitions, now));
        }
    }
}
