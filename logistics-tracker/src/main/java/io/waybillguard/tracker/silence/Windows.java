package io.waybillguard.tracker.silence;

import io.waybillguard.events.parcel.LearnedSilence;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The silences of two windows of time: of the one that runs and of the one before it. When the next
 * begins, the older one is forgotten.
 *
 * @param window the one that runs, counted from the epoch
 */
public record Windows(long window, Sketch current, Sketch previous) {

    static Windows empty(long window) {
        return new Windows(window, new Sketch(), new Sketch());
    }

    /** The window that an instant is in. */
    static long at(Instant instant, Duration window) {
        return Math.floorDiv(instant.toEpochMilli(), window.toMillis());
    }

    /** As they are when {@code now} runs. */
    Windows at(long now) {
        if (now <= window) {
            return this;
        }
        return new Windows(now, new Sketch(), now == window + 1 ? current : new Sketch());
    }

    boolean isEmpty() {
        return current.samples() + previous.samples() == 0;
    }

    /** What both say; null when there is no silence in them. */
    @Nullable LearnedSilence figures(Lane lane, double quantile) {
        if (isEmpty()) {
            return null;
        }
        Sketch both = current.with(previous);
        return new LearnedSilence(
                quantile, both.samples(), both.quantile(quantile), lane.from(), lane.to());
    }
}
