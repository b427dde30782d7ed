package io.waybillguard.tracker.stall;

import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a parcel's stalls.
 *
 * @param episodes how many stalls there have been
 * @param open the one that has not cleared
 */
public record Watch(int episodes, @Nullable OpenStall open) {

    /** Before the first stall. */
    public static final Watch CALM = new Watch(0, null);

    Watch raised(OpenStall stall) {
        return new Watch(stall.episode(), stall);
    }

    Watch cleared() {
        return new Watch(episodes, null);
    }

    /** Another stall open, or none, and as many stalls as were had under any id. */
    public Watch with(int episodes, @Nullable OpenStall open) {
        return new Watch(episodes, open);
    }
}
