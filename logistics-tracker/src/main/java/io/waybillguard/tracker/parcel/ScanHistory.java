package io.waybillguard.tracker.parcel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The set of a parcel's scans. It holds at most a given number of them: what is older is folded
 * into one journey, and lines from that time are no longer told apart.
 *
 * @param folded what the scans that are no longer held said together
 * @param horizon the instant of the latest folded scan, or the latest that is another parcel's who
 *     had the number before; null where there is neither
 * @param facts the scans held, in the order in which they count
 */
public record ScanHistory(Journey folded, @Nullable Instant horizon, List<ScanFact> facts) {

    public static final ScanHistory EMPTY = new ScanHistory(Journey.NONE, null, List.of());

    public ScanHistory {
        facts = List.copyOf(facts);
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
        Map<Long, ScanFact> known = HashMap.newHashMap(facts.size() + reported.size());
        facts.forEach(fact -> known.put(fact.identity(), fact));
        List<Boolean> fresh = new ArrayList<>(reported.size());
        for (ScanFact scan : reported) {
            fresh.add(learn(known, scan));
        }
        if (!fresh.contains(true)) {
            return new Extended(this, fresh);
        }
        List<ScanFact> ordered = new ArrayList<>(known.values());
        ordered.sort(ScanFact.ORDER);
        return new Extended(new ScanHistory(folded, horizon, ordered).within(limit), fresh);
    }

    private boolean learn(Map<Long, ScanFact> known, ScanFact scan) {
        ScanFact before = known.get(scan.identity());
        if (before == null) {
            if (horizon != null && !scan.happenedAt().isAfter(horizon)) {
                return false;
            }
            known.put(scan.identity(), scan);
            return true;
        }
        ScanFact merged = before.merge(scan);
        return !merged.equals(known.put(scan.identity(), merged));
    }

    private ScanHistory within(int limit) {
        int over = facts.size() - limit;
        if (over <= 0) {
            return this;
        }
        Journey before = folded;
        for (ScanFact old : facts.subList(0, over)) {
            before = before.then(old);
        }
        Instant latest = facts.get(over - 1).happenedAt();
        return new ScanHistory(before, latest, facts.subList(over, facts.size()));
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
        Journey journey = folded;
        for (ScanFact scan : facts) {
            journey = journey.then(scan);
        }
        return journey;
    }
}
