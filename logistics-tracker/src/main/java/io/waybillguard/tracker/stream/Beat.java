package io.waybillguard.tracker.stream;

import io.waybillguard.events.parcel.StallEvent;
import io.waybillguard.events.parcel.StallEvent.StallDetected;
import io.waybillguard.kit.streams.PulseAge;
import io.waybillguard.timers.Timers;
import io.waybillguard.timers.Timers.Fired;
import io.waybillguard.tracker.tracking.Change;
import io.waybillguard.tracker.tracking.Parcel;
import io.waybillguard.tracker.tracking.Tracking;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BiConsumer;
import org.apache.kafka.common.utils.Bytes;

/**
 * What a pulse brings about in one partition: what is asked of all parcels goes on, deadlines that
 * have come fire, and it is told how far has been read.
 *
 * @param tell takes what became known
 */
record Beat(
        Tracking tracking,
        Timers<Bytes> timers,
        Surroundings surroundings,
        ParcelStore parcels,
        Review review,
        Progress progress,
        TrackerMetrics metrics,
        PulseAge.Task age,
        BiConsumer<Change, Instant> tell) {

    /** A pulse of the time {@code timestamp}, in epoch milliseconds. */
    void pulse(long timestamp) {
        age.pulse(timestamp);
        Instant now = timers.pulse(timestamp);
        switch (surroundings.look(now)) {
            case NONE -> {}
            case FEEDS -> review.open();
            case FILINGS -> review.all();
        }
        review.step(key -> review(key, now));
        Fired fired = timers.fire(now, this::due);
        if (fired.fired() > 0) {
            metrics.fired(fired.latest());
        }
        if (!fired.more() && review.isDone()) {
            progress.readUntil(now);
        }
    }

    private void review(Bytes key, Instant now) {
        Parcel parcel = parcels.find(key);
        if (parcel != null) {
            Change change = tracking.reviewed(parcel, now, surroundings.outlook());
            parcels.watch(change.parcel());
            tell.accept(change, now);
        }
    }

    private void due(Bytes key, Instant due, Instant now) {
        Parcel parcel = parcels.find(key);
        if (parcel == null) {
            return;
        }
        Change change = tracking.due(parcel, now, surroundings.outlook());
        if (change.fate() == Change.Fate.UNCHANGED) {
            parcels.watch(parcel);
        }
        for (StallEvent event : change.stalls()) {
            if (event instanceof StallDetected) {
                metrics.detected(Duration.between(later(due, parcel.changedAt()), now));
            }
        }
        tell.accept(change, now);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
