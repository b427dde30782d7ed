package io.waybillguard.aftersales.stream;

import io.waybillguard.events.parcel.TrackerProgress.ReadUntil;
import io.waybillguard.timers.Reach;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Until when the tracker has judged all that its inputs held. What a partition tells counts only
 * once now has passed the instant at which it was told: what the tracker published before telling
 * it has then been read here. For one task.
 */
final class TrackerReach {

    private record Told(ReadUntil progress, Instant appendedAt) {}

    private final Deque<Told> recent = new ArrayDeque<>();
    private final Reach reach = new Reach();

    /** Takes what one partition told; what makes no sense is passed over. */
    void told(ReadUntil progress, Instant appendedAt) {
        recent.addLast(new Told(progress, appendedAt));
    }

    /** The least of what all partitions told; null until each has told something. */
    @Nullable Instant asOf(Instant now) {
        while (!recent.isEmpty() && !recent.getFirst().appendedAt().isAfter(now)) {
            ReadUntil told = recent.removeFirst().progress();
            reach.told(told.partition(), told.partitions(), told.readUntil());
        }
        return reach.least();
    }
}
