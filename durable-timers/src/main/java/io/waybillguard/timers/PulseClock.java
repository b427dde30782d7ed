package io.waybillguard.timers;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Now, as far as one task can prove it: the latest pulse read, less the slack. It never goes back.
 */
public final class PulseClock {

    private final Duration slack;
    private @Nullable Instant now;

    public PulseClock(Duration slack) {
        this.slack = slack;
    }

    /**
     * Takes a pulse that was read.
     *
     * @param timestamp the broker's, in epoch milliseconds
     * @return now
     */
    public Instant read(long timestamp) {
        Instant told = Instant.ofEpochMilli(timestamp).minus(slack);
        Instant known = now;
        Instant latest = known == null || told.isAfter(known) ? told : known;
        now = latest;
        return latest;
    }

    /** Now; null until the first pulse is read. */
    public @Nullable Instant now() {
        return now;
    }
}
