package io.waybillguard.timers;

import java.time.Duration;
import java.time.Instant;

/**
 * Says once in each period of time that it is the first in it: for what is to be done at a pulse,
 * but not at each. Periods are counted from the epoch, so that they are the same in every run. For
 * one thread.
 */
public final class OncePerPeriod {

    private final long periodMillis;
    private long latest = Long.MIN_VALUE;

    /**
     * The periods.
     *
     * @param period how long each is; at least a millisecond
     */
    public OncePerPeriod(Duration period) {
        this.periodMillis = period.toMillis();
    }

    /** Whether {@code now} is in a later period than any instant asked about before. */
    public boolean isFirst(Instant now) {
        long period = Math.floorDiv(now.toEpochMilli(), periodMillis);
        if (period <= latest) {
            return false;
        }
        latest = period;
        return true;
    }
}
