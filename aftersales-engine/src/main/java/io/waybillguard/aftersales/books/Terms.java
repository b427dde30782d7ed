package io.waybillguard.aftersales.books;

import java.time.Duration;
import java.time.Instant;

/**
 * What a comparison may conclude from what it was given.
 *
 * @param now when the list was asked for: everything that was written before is in the books
 * @param listedFrom from when on the list and the decisions are whole
 * @param grace how long money may take to the list, and clocks may differ
 * @param stuckAfter how long a command may stay without a result
 */
public record Terms(Instant now, Instant listedFrom, Duration grace, Duration stuckAfter) {

    /** Whether there was time enough since {@code at} for what follows it. */
    boolean isDue(Instant at) {
        return !at.plus(grace).isAfter(now);
    }

    /** Whether what follows {@code at} must be in the list and the decisions. */
    boolean isCovered(Instant at) {
        return !at.isBefore(listedFrom.plus(grace));
    }

    /** Whether a command of then has waited too long. */
    boolean isStuck(Instant at) {
        return !at.plus(stuckAfter).isAfter(now);
    }
}
