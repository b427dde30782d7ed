package io.waybillguard.aftersales.stream;

import io.waybillguard.events.parcel.TrackerProgress.ReadUntil;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Until when the tracker has judged all that its inputs held. What a partition tells counts only
 * once now has passed the instant at which it was told: what the tracker published before telling
 * it has then been read here. For one task.
 */
final class TrackerReach {

    private record Told(ReadUntil progress, Instant appendedAt) {}

    private final Deque<Told> recent = new ArrayDeque<>();
    private final Map<Integer, Instant> readUntil = new HashMap<>();
    private int partitions;

    /** Takes what one partition told; what makes no sense is passed over. */
    void told(ReadUntil progress, Instant appendedAt) {
        if (progress.partition() >= 0 && progress.partition() < progress.partitions()) {
            recent.addLast(new Told(progress, appendedAt));
        }
    }

    /** The least of what all partitions told; null until each has told something. */
    @Nullable Instant asOf(Instant now) {
        while (!recent.isEmpty() && !recent.getFirst().appendedAt().isAfter(now)) {
            count(recent.removeFirst().progress());
        }
        Instant least = null;
        for (int partition = 0; partition < partitions; partition++) {
            Instant told = readUntil.get(partition);
            if (told == null) {
                return null;
            }
            least = least == null || told.isBefore(least) ? told : least;
        }
        return least;
    }

    private void count(ReadUntil progress) {
        partitions = progress.partitions();
        readUntil.merge(
                progress.partition(),
                progress.readUntil(),
                (one, other) -> one.isAfter(other) ? one : other);
    }
}
