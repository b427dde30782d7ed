package io.waybillguard.tracker.provider;

import java.time.Duration;
import java.time.Instant;

/**
 * Clocks differ: how far a line may lie after its own arrival.
 *
 * @param ahead beyond it the line is wrong
 */
public record Arrival(Duration ahead) {

    public Arrival {
        if (ahead.isNegative()) {
            throw new IllegalArgumentException("ahead must not be negative");
        }
    }

    /** Whether a line that happened then can have arrived at {@code received}. */
    public boolean isPossible(Instant happened, Instant received) {
        return !happened.isAfter(received.plus(ahead));
    }
}
