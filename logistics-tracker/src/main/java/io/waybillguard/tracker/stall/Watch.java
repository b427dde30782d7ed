package io.waybillguard.tracker.stall;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a parcel's stalls.
 *
 * @param episodes how many stalls there have been
 * @param open the one that has not cleared
 * @param over an instant within each stall that was told and has cleared, the earliest first; of
 *     the latest {@value #MOST} at most
 */
public record Watch(int episodes, @Nullable OpenStall open, List<Instant> over) {

    /** Before the first stall. */
    public static final Watch CALM = new Watch(0, null, List.of());

    static final int MOST = 16;

    public Watch {
        over = List.copyOf(over);
    }

    Watch raised(OpenStall stall) {
        return new Watch(stall.episode(), stall, over);
    }

    /** With something else said of the open stall: no new one. */
    Watch standing(OpenStall stall) {
        return new Watch(episodes, stall, over);
    }

    /**
     * Without the open stall.
     *
     * @param within an instant at which it was one
     */
    Watch cleared(Instant within) {
        return new Watch(episodes, null, overWith(within));
    }

    /** With one more stall that was told only when it was over. */
    Watch passed(OpenStall stall) {
        return new Watch(stall.episode(), open, overWith(stall.since()));
    }

    private List<Instant> overWith(Instant within) {
        List<Instant> all = new ArrayList<>(over);
        all.add(within);
        return latest(all);
    }

    private static List<Instant> latest(List<Instant> all) {
        all.sort(null);
        return all.size() > MOST ? all.subList(all.size() - MOST, all.size()) : all;
    }

    /**
     * Whether a stall between two instants was told and has cleared. Where some are no longer
     * remembered it is supposed of all before the earliest that is.
     */
    boolean hasTold(Instant from, Instant until) {
        boolean allRemembered = over.size() + (open == null ? 0 : 1) >= episodes;
        if (!allRemembered && (over.isEmpty() || !until.isAfter(over.getFirst()))) {
            return true;
        }
        for (Instant within : over) {
            if (!within.isBefore(from) && within.isBefore(until)) {
                return true;
            }
        }
        return false;
    }

    /** Another stall open, or none, and as many stalls as were had under any id. */
    public Watch with(int episodes, @Nullable OpenStall open) {
        OpenStall before = this.open;
        return new Watch(
                episodes, open, before != null && open == null ? overWith(before.since()) : over);
    }

    /** With the stalls that another id was told of and that are over. */
    public Watch joined(Watch other) {
        List<Instant> all = new ArrayList<>(over);
        all.addAll(other.over);
        return new Watch(Math.max(episodes, other.episodes), open, latest(all));
    }
}
