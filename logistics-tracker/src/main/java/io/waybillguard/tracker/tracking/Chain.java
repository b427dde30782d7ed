package io.waybillguard.tracker.tracking;

import io.waybillguard.events.types.ParcelId;
import org.jspecify.annotations.Nullable;

/**
 * Where a parcel stands among those that are one with it: the same goods with another courier, or
 * under another number.
 *
 * @param successor where it went on; null while it is here
 * @param before how many it has been before this one, at most
 */
public record Chain(@Nullable ParcelId successor, int before) {

    /** Of a parcel that has only ever been itself. */
    public static final Chain NONE = new Chain(null, 0);

    /** How often a parcel goes on at most. */
    public static final int MOST = 8;

    /** Whether it has gone on as often as it may. */
    public boolean isFull() {
        return before >= MOST;
    }

    Chain to(ParcelId next) {
        return new Chain(next, before);
    }

    Chain here() {
        return new Chain(null, before);
    }

    /** As if it had gone on once less: it goes back. */
    Chain shorter() {
        return new Chain(successor, Math.max(0, before - 1));
    }

    Chain after(Chain other) {
        return new Chain(successor, Math.max(before, other.before + 1));
    }
}
