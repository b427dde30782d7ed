package io.waybillguard.events.parcel;

import io.waybillguard.events.types.Checks;
import java.time.Duration;

/**
 * What parcels of the same courier, at the same stage, showed of silences that ended in movement.
 *
 * @param quantile the share of them that were no longer than {@code silence}; between 0 and 1
 * @param samples how many there were
 * @param silence the longest of that share, before any floor or cap
 * @param from the province they came from; empty when they are of the courier's parcels anywhere
 * @param to the province they went to; empty with {@code from}
 */
public record LearnedSilence(
        double quantile, long samples, Duration silence, String from, String to) {

    private static final int LONGEST = 32;

    public LearnedSilence {
        Checks.required("silence", silence);
        from = Checks.text("from", from, LONGEST);
        to = Checks.text("to", to, LONGEST);
        if (!(quantile > 0 && quantile < 1)) {
            throw new IllegalArgumentException("quantile must be between 0 and 1");
        }
        if (samples < 1) {
            throw new IllegalArgumentException("samples starts at 1");
        }
        if (from.isEmpty() != to.isEmpty()) {
            throw new IllegalArgumentException("a lane has both ends");
        }
    }
}
