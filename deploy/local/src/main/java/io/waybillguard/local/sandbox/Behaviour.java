package io.waybillguard.local.sandbox;

import org.jspecify.annotations.Nullable;

/**
 * How a sandbox is told to behave.
 *
 * @param mode what it does; default {@code NORMAL}
 * @param share of the calls this applies to, 0 to 1; default 1
 * @param times how many calls at the most it applies to; null is without end
 * @param delayMillis what {@code SLOW} and {@code LATE} wait; default 5000
 * @throws IllegalArgumentException when a number is out of its range
 */
public record Behaviour(Mode mode, Double share, @Nullable Integer times, Long delayMillis) {

    /** The longest delay: an hour. */
    static final long LONGEST_DELAY = 3_600_000;

    private static final long DEFAULT_DELAY = 5_000;

    /** Behaves well. */
    public static final Behaviour NORMAL = of(Mode.NORMAL);

    @SuppressWarnings("NullAway") // what a document leaves out arrives as null
    public Behaviour {
        mode = mode == null ? Mode.NORMAL : mode;
        share = share == null ? Double.valueOf(1) : share;
        delayMillis = delayMillis == null ? Long.valueOf(DEFAULT_DELAY) : delayMillis;
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share must be between 0 and 1");
        }
        if (times != null && times < 0) {
            throw new IllegalArgumentException("times must not be negative");
        }
        if (delayMillis < 0 || delayMillis > LONGEST_DELAY) {
            throw new IllegalArgumentException("delayMillis must be 0 to " + LONGEST_DELAY);
        }
    }

    /** {@code mode} on every call, without end. */
    public static Behaviour of(Mode mode) {
        return new Behaviour(mode, 1.0, null, DEFAULT_DELAY);
    }

    /** The same for at most {@code calls} calls. */
    public Behaviour times(int calls) {
        return new Behaviour(mode, share, calls, delayMillis);
    }

    /** The same on {@code part} of the calls, 0 to 1. */
    public Behaviour share(double part) {
        return new Behaviour(mode, part, times, delayMillis);
    }

    /** The same with another delay. */
    public Behaviour delayMillis(long millis) {
        return new Behaviour(mode, share, times, millis);
    }
}
