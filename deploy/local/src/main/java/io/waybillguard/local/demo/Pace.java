package io.waybillguard.local.demo;

import java.time.Duration;

/**
 * How fast a run goes, and how long it waits.
 *
 * @param calls HTTP calls under way at a time
 * @param openings stories at a time that buy, ship and let parcels travel: fewer than calls, so
 *     that people who act on a decision need not queue behind new orders
 * @param stories stories under way at a time
 * @param thinking how long a buyer takes to ask once there is a reason to
 * @param patience the longest that a story waits for one thing
 * @param playing the longest that all stories may take
 * @param settling the longest that is waited, once all is played, for what is under way
 * @param quiet how long nothing new must have been published until a run counts as settled
 */
record Pace(
        int calls,
        int openings,
        int stories,
        Duration thinking,
        Duration patience,
        Duration playing,
        Duration settling,
        Duration quiet) {

    static final Pace DEFAULT =
            new Pace(
                    32,
                    16,
                    300,
                    Duration.ofMillis(300),
                    Duration.ofSeconds(90),
                    Duration.ofMinutes(15),
                    Duration.ofMinutes(2),
                    Duration.ofSeconds(5));
}
