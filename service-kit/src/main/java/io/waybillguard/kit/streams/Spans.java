package io.waybillguard.kit.streams;

import java.time.Duration;

/** Lengths of time as meters take them. */
public final class Spans {

    /** What a timer cannot count in nanoseconds, beyond 292 years, would be an exception there. */
    private static final Duration LONGEST = Duration.ofDays(36_525);

    private Spans() {}

    /** The length itself; zero for a negative one, a hundred years for a longer one. */
    public static Duration measurable(Duration length) {
        if (length.isNegative()) {
            return Duration.ZERO;
        }
        return length.compareTo(LONGEST) > 0 ? LONGEST : length;
    }
}
