package io.waybillguard.tracker.stall;

import io.waybillguard.events.parcel.LearnedSilence;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of the threshold table.
 *
 * @param name stands in every stall the row raises
 * @param scope the cases it is for
 * @param silence how long a parcel may be silent: at this long it is a stall
 * @param lostAfter the silence after which it is suspected lost; null when it never is
 * @param learning how far the row follows what was learned, where there is enough of it; null when
 *     {@code silence} always holds. Before the pickup it always does: that silence is the shop's
 * @throws IllegalArgumentException for a blank name, a silence that is not positive, a lostAfter
 *     shorter than the silence or than the learned cap, or a row that could never learn
 */
public record ThresholdRow(
        String name,
        Scope scope,
        Duration silence,
        @Nullable Duration lostAfter,
        @Nullable Learning learning) {

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
        if (learning != null && scope.isBeforePickup()) {
            throw new IllegalArgumentException(name + ": nothing is learned before the pickup");
        }
        if (learning != null && lostAfter != null && lostAfter.compareTo(learning.cap()) < 0) {
            throw new IllegalArgumentException(
                    name + ": lost-after is shorter than the learned cap");
        }
    }

    /** A row whose hours are fixed. */
    public ThresholdRow(String name, Scope scope, Duration silence, @Nullable Duration lostAfter) {
        this(name, scope, silence, lostAfter, null);
    }

    /** The longest that a parcel may be silent by this row. */
    public Duration longest() {
        return learning == null || learning.cap().compareTo(silence) < 0 ? silence : learning.cap();
    }

    /**
     * What a parcel is allowed.
     *
     * @param usual what is known of such a silence, the most particular first
     */
    public Allowance allow(List<LearnedSilence> usual) {
        LearnedSilence learned = learning == null ? null : learning.firstOf(usual);
        return learning == null || learned == null
                ? new Allowance(this, silence, null)
                : new Allowance(this, learning.within(learned.silence()), learned);
    }
}
