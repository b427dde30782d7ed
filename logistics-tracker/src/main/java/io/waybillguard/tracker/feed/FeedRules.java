package io.waybillguard.tracker.feed;

import java.time.Duration;

/**
 * When a feed is suspect. All numbers are of one task: it sees the share of a courier's parcels
 * that its partition has.
 *
 * @param hours how many complete hours are looked back on, beside the one that runs
 * @param atLeast fewer live scans expected in that time prove nothing
 * @param below the share of the expected scans under which the feed is suspect
 * @param recovered the share of them, in the last complete hour and the one that runs, at which it
 *     no longer is
 * @param live how long after it happened a scan may arrive to count: a backlog is no sign of life
 * @param giveUpAfter how long a feed is suspect before what is usual is forgotten and learned anew
 * @throws IllegalArgumentException for numbers that cannot be meant
 */
public record FeedRules(
        int hours,
        int atLeast,
        double below,
        double recovered,
        Duration live,
        Duration giveUpAfter) {

    /** The defaults. */
    public static final FeedRules STANDARD =
            new FeedRules(3, 30, 0.1, 0.5, Duration.ofHours(6), Duration.ofDays(7));

    public FeedRules {
        if (hours < 1 || hours > 12) {
            throw new IllegalArgumentException("hours must be 1 to 12");
        }
        if (atLeast < 1) {
            throw new IllegalArgumentException("at-least must be positive");
        }
        if (!(below > 0 && below < recovered && recovered <= 1)) {
            throw new IllegalArgumentException("0 < below < recovered <= 1 must hold");
        }
        if (!live.isPositive() || !giveUpAfter.isPositive()) {
            throw new IllegalArgumentException("live and give-up-after must be positive");
        }
    }
}
