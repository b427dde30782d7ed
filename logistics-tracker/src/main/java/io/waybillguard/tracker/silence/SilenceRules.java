package io.waybillguard.tracker.silence;

import java.time.Duration;

/**
 * How silences are learned.
 *
 * @param quantile the share of ended silences that are no stall; between 0 and 1
 * @param window what ended in the window that runs and in the one before it counts
 * @param settleEvery how often parcels begin to be judged by what was learned since, and it is
 *     stored
 * @param lanes the most lanes of which one task keeps a sketch, each stage for itself
 * @throws IllegalArgumentException for numbers that cannot be meant
 */
public record SilenceRules(double quantile, Duration window, Duration settleEvery, int lanes) {

    /** The defaults. */
    public static final SilenceRules STANDARD =
            new SilenceRules(0.995, Duration.ofDays(30), Duration.ofMinutes(1), 4000);

    public SilenceRules {
        if (!(quantile > 0 && quantile < 1)) {
            throw new IllegalArgumentException("the learned quantile must be between 0 and 1");
        }
        if (!window.isPositive()) {
            throw new IllegalArgumentException("the learned window must be positive");
        }
        if (!settleEvery.isPositive()) {
            throw new IllegalArgumentException("learned settle-every must be positive");
        }
        if (lanes < 0) {
            throw new IllegalArgumentException("learned lanes must not be negative");
        }
    }
}
