package io.waybillguard.tracker.parcel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The set of a parcel's scans. It holds at most a given number of them: what is older is folded
 * into one journey, and lines from that time are no longer told apart. A value, which works out
 * what its scans say together when it is first asked.
 */
public final class ScanHistory {

    public static final ScanHistory EMPTY = new ScanHistory(Journey.NONE, null, List.of());

    private final Journey folded;
    private final @Nullable Instant horizon;
    private final List<ScanFact> facts;
    private @Nullable Journey journey;

    /**
     * A history.
     *
     * @param folded what the scans that are no longer held said together
     * @param horizon the instant of the latest folded scan, or the latest that is another parcel's
     *     who had the number before; null where there is neither
     * @param facts the scans held, in the order in which they count
     */
    public ScanHistory(Journey folded, @Nullable Instant horizon, List<ScanFact> facts) {
        this.folded = folded;
        this.horizon = horizon;
        this.facts = List.copyOf(facts);
    }

    /** What the scans that are no longer held said together. */
    public Journey folded() {
        return folded;
    }

    /**
     * The instant of the latest folded scan, or the latest that is another parcel's who had the
     * number before; null where there is neither.
     */
    public @Nullable Instant horizon() {
        return horizon;
    }

    /** The scans held, in the order in which they count. */
    public List<ScanFact> facts() {
        return facts;
    }

    /**
     * What a report added.
     *
     * @param fresh for each scan of the report, whether it told something new
     */
    public record Extended(ScanHistory history, List<Boolean> fresh) {

        /** Whether any scan told something new. */
        public boolean isNews() {
            return fresh.contains(true);
        }

        /** The scans of the report that told something new, as they happened. */
        public List<ScanFact> freshOf(List<ScanFact> reported) {
            List<ScanFact> told = new ArrayList<>();
            for (int i = 0; i < reported.size(); i++) {
                if (fresh.get(i)) {
                    told.add(reported.get(i));
                }
            }
            told.sort(ScanFact.ORDER);
            return told;
        }
    }

    /**
     * The history with {@code reported}, in any order, any number of times: what is known changes
     * nothing.
     *
     * @param limit how many scans are held at most
     */
    public Extended with(List<ScanFact> reported, int limit) {
        Learning learning = new Learning(facts, horizon);
        List<Boolean> fresh = new ArrayList<>(reported.size());
        for (ScanFact scan : reported) {
            fresh.add(learning.learn(scan));
        }
        if (!learning.changed) {
            return new Extended(this, fresh);
        }
        ScanHistory all = new ScanHistory(folded, horizon, learning.facts);
        if (learning.onlyAppended) {
            all.journey = through(journey(), all.facts.subList(facts.size(), all.facts.size()));
        }
        return new Extended(all.within(limit), fresh);
    }

    /** Scans told one after the other, put where they belong. */
    private static final class Learning {
        private final List<ScanFact> facts;
        private final @Nullable Instant horizon;
        private boolean changed;
        private boolean onlyAppended = true;

        private Learning(List<ScanFact> facts, @Nullable Instant horizon) {
            this.facts = new ArrayList<>(facts);
            this.horizon = horizon;
        }

        private boolean learn(ScanFact scan) {
            int known = indexOf(scan.identity());
            if (known < 0) {
                if (horizon != null && !scan.happenedAt().isAfter(horizon)) {
                    return false;
                }
                put(scan);
                return true;
            }
            ScanFact before = facts.get(known);
            ScanFact merged = before.merge(scan);
            if (merged.equals(before)) {
                return false;
            }
            facts.remove(known);
            onlyAppended = false;
            put(merged);
            return true;
        }

        private int indexOf(long identity) {
            for (int i = facts.size() - 1; i >= 0; i--) {
                if (facts.get(i).identity() == identity) {
                    return i;
                }
            }
            return -1;
        }

        private void put(ScanFact scan) {
            int place = facts.size();
            while (place > 0 && ScanFact.ORDER.compare(facts.get(place - 1), scan) > 0) {
                place--;
            }
            onlyAppended &= place == facts.size();
            changed = true;
            facts.add(place, scan);
        }
    }

    /**
     * The scans of both. Of what is no longer held, the longer fold counts.
     *
     * @param limit how many scans are held at most
     */
    public ScanHistory joined(ScanHistory other, int limit) {
        Instant theirs = other.horizon;
        boolean longer = theirs != null && (horizon == null || theirs.isAfter(horizon));
        return longer ? other.with(facts, limit).history() : with(other.facts, limit).history();
    }

    private ScanHistory within(int limit) {
        int over = facts.size() - limit;
        if (over <= 0) {
            return this;
        }
        return new ScanHistory(
                through(folded, facts.subList(0, over)),
                facts.get(over - 1).happenedAt(),
                facts.subList(over, facts.size()));
    }

    /**
     * Whether this is {@code before} with {@code fresh} after all it knew: nothing was put between
     * known scans, and none was corrected.
     */
    public boolean isLedTo(ScanHistory before, List<ScanFact> fresh) {
        int known = before.facts.size();
        return before.scans() + fresh.size() == scans()
                && (known == 0
                        || ScanFact.ORDER.compare(before.facts.get(known - 1), fresh.getFirst())
                                < 0);
    }

    private int scans() {
        return folded.scans() + facts.size();
    }

    /** The history up to one of the scans held, counted from 1. */
    public ScanHistory first(int count) {
        return new ScanHistory(folded, horizon, facts.subList(0, count));
    }

    /** Only what happened after {@code horizon}: what did before is not this parcel's. */
    public ScanHistory after(Instant horizon) {
        return new ScanHistory(
                Journey.NONE,
                horizon,
                facts.stream().filter(fact -> fact.happenedAt().isAfter(horizon)).toList());
    }

    /** Whether {@code instant} is known to be of another parcel, which had the number before. */
    public boolean isOfAnother(Instant instant) {
        return instant.isBefore(start());
    }

    /** From when the number is this parcel's; {@link Instant#MIN} where no other is known. */
    public Instant start() {
        return horizon != null && folded.scans() == 0 ? horizon.plusMillis(1) : Instant.MIN;
    }

    /** When the latest scan happened; null before the first. */
    public @Nullable Instant last() {
        return facts.isEmpty()
                ? (folded.scans() == 0 ? null : horizon)
                : facts.getLast().happenedAt();
    }

    /** What all scans say together. */
    public Journey journey() {
        Journey known = journey;
        if (known == null) {
            known = through(folded, facts);
            journey = known;
        }
        return known;
    }

    private static Journey through(Journey start, List<ScanFact> scans) {
        Journey journey = start;
        for (ScanFact scan : scans) {
            journey = journey.then(scan);
        }
        return journey;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ScanHistory that
                && folded.equals(that.folded)
                && Objects.equals(horizon, that.horizon)
                && facts.equals(that.facts);
    }

    @Override
    public int hashCode() {
        return Objects.hash(folded, horizon, facts);
    }

    @Override
    public String toString() {
        return "ScanHistory[folded=%s, horizon=%s, facts=%s]".formatted(folded, horizon, facts);
    }
}
