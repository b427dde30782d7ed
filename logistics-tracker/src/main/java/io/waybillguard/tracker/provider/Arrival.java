package io.waybillguard.tracker.provider;

import java.time.Duration;
import java.time.Instant;

/**
 * Clocks differ: how far a line may lie after its own arrival.
 *
 * @param ahead beyond it the line is wrong; at most a day
 */
public record Arrival(Duration ahead) {

    private static final Duration MOST = Duration.ofDays(1);

    public Arrival {
        if (ahead.isNegative() || ahead.compareTo(MOST) > 0) {
            throw new IllegalArgumentException("ahead must lie between nothing and a day");
        }
    }

    /** Whether a line that happened then can have arrived at {@code received}. */
    public boolean isPossible(Instant happened, Instant received) {
        return !happened.isAfter(received.plus(ahead));
    }
}
