package io.waybillguard.timers;

import io.waybillguard.timers.DeadlineIndex.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The deadlines of one task. Call {@link #set} for every deadline in the task's state when it
 * starts and whenever one changes, {@link #pulse} for every pulse read, and {@link #fire} then,
 * inside the same {@code process()}: so firing is part of a consumed record's transaction.
 */
public final class Timers<K extends Comparable<? super K>> {

    /** What to do when a deadline is due. */
    @FunctionalInterface
    public interface OnDue<K> {
        /**
         * Looks into the state whether the key's deadline is still the one that is due, acts, and
         * sets the next one.
         *
         * @param now as far as it is proved
         */
        void due(K key, Instant due, Instant now);
    }

    /**
     * What one pulse did.
     *
     * @param fired how many deadlines
     * @param latest how late the latest of them was; zero when none fired
     * @param more whether some that are due wait for the next pulse
     */
    public record Fired(int fired, Duration latest, boolean more) {}

    private final PulseSettings settings;
    private final PulseClock clock;
    private final LongSupplier nanoTime;
    private final DeadlineIndex<K> index = new DeadlineIndex<>();

    public Timers(PulseSettings settings) {
        this(settings, System::nanoTime);
    }

    /**
     * As above, with a source of elapsed time.
     *
     * @param nanoTime used only to bound the work of one pulse
     */
    public Timers(PulseSettings settings, LongSupplier nanoTime) {
        this.settings = settings;
        this.clock = new PulseClock(settings.slack());
        this.nanoTime = nanoTime;
    }

    /** Sets the key's deadline; null clears it. */
    public void set(K key, @Nullable Instant due) {
        index.set(key, due);
    }

    /**
     * Takes a pulse that was read.
     *
     * @param timestamp the record's, in epoch milliseconds
     * @return now
     */
    public Instant pulse(long timestamp) {
        return clock.read(timestamp);
    }

    /** Now; null until the first pulse is read. */
    public @Nullable Instant now() {
        return clock.now();
    }

    /**
     * Fires what is due at {@code now}, oldest first, within the bounds of the settings; at least
     * one, so that deadlines that take long never stand still. What {@code onDue} throws must end
     * the task: the deadline has left the index and is found again when the task starts.
     */
    public Fired fire(Instant now, OnDue<K> onDue) {
        long end = nanoTime.getAsLong() + settings.maxFiring().toNanos();
        int fired = 0;
        Duration latest = Duration.ZERO;
        while (fired == 0 || (fired < settings.maxFired() && nanoTime.getAsLong() - end < 0)) {
            Deadline<K> deadline = index.pollDue(now);
            if (deadline == null) {
                break;
            }
            Duration late = Duration.between(deadline.due(), now);
            latest = late.compareTo(latest) > 0 ? late : latest;
            onDue.due(deadline.key(), deadline.due(), now);
            fired++;
        }
        Instant next = index.nextDue();
        return new Fired(fired, latest, next != null && !next.isAfter(now));
    }

    public int size() {
        return index.size();
    }
}
