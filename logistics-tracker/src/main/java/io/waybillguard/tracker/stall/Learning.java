package io.waybillguard.tracker.stall;

import io.waybillguard.events.parcel.LearnedSilence;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a row follows what parcels showed of their silences.
 *
 * @param samples the fewest ended silences that prove anything
 * @param floor a parcel may be silent for at least this, whatever was learned
 * @param cap and for at most this
 * @throws IllegalArgumentException for no samples, a floor that is not positive, or one above the
 *     cap
 */
public record Learning(long samples, Duration floor, Duration cap) {

    public Learning {
        if (samples < 1) {
            throw new IllegalArgumentException("learned samples must be positive");
        }
        if (!floor.isPositive()) {
            throw new IllegalArgumentException("the learned floor must be positive");
        }
        if (floor.compareTo(cap) > 0) {
            throw new IllegalArgumentException("the learned floor is above its cap");
        }
    }

    /** The first with enough samples; null when none has. */
    @Nullable LearnedSilence firstOf(List<LearnedSilence> usual) {
        for (LearnedSilence learned : usual) {
            if (learned.samples() >= samples) {
                return learned;
            }
        }
        return null;
    }

    /** The silence that is allowed where this was learned. */
    Duration within(Duration learned) {
        return learned.compareTo(floor) < 0 ? floor : learned.compareTo(cap) > 0 ? cap : learned;
    }
}
