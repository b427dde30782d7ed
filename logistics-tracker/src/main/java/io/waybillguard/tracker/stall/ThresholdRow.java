package io.waybillguard.tracker.stall;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One row of the threshold table.
 *
 * @param name stands in every stall the row raises
 * @param scope the cases it is for
 * @param silence how long a parcel may be silent: at this long it is a stall
 * @param lostAfter the silence after which it is suspected lost; null when it never is
 * @throws IllegalArgumentException for a blank name, a silence that is not positive, or a lostAfter
 *     shorter than the silence
 */
public record ThresholdRow(
        String name, Scope scope, Duration silence, @Nullable Duration lostAfter) {

    public ThresholdRow {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a threshold row needs a name");
        }
        if (!silence.isPositive()) {
            throw new IllegalArgumentException(name + ": silence must be positive");
        }
        if (lostAfter != null && lostAfter.compareTo(silence) < 0) {
            throw new IllegalArgumentException(name + ": lost-after is shorter than silence");
        }
    }
}
