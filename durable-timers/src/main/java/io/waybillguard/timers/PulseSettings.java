package io.waybillguard.timers;

import java.time.Duration;

/**
 * How time is kept.
 *
 * @param every how often a task appends a pulse to its partition; default 1 s
 * @param slack how far now stays behind the latest pulse, for records that a live fetch hands over
 *     out of order; default 2 s (95 ms of disorder were measured with {@code max.task.idle.ms=0})
 * @param maxFired the most deadlines that one pulse fires; default 1000
 * @param maxFiring the longest that one pulse fires; default 200 ms; what is left fires at the
 *     next, oldest first
 * @throws IllegalArgumentException when a duration is negative, or a period or a count is not
 *     positive
 */
public record PulseSettings(Duration every, Duration slack, int maxFired, Duration maxFiring) {

    public static final PulseSettings DEFAULT =
            new PulseSettings(
                    Duration.ofSeconds(1), Duration.ofSeconds(2), 1000, Duration.ofMillis(200));

    public PulseSettings {
        if (!every.isPositive() || slack.isNegative() || maxFired < 1 || !maxFiring.isPositive()) {
            throw new IllegalArgumentException(
                    "pulse settings need a positive period, count and firing time, and no negative"
                            + " slack");
        }
    }
}
