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
 * @param horizon the instant of the latest folded scan; null while none is folded
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
        Journey before = folded;
        for (ScanFact old : facts.subList(0, over)) {
            before = before.then(old);
        }
        Instant latest = facts.get(over - 1).happenedAt();
        return new ScanHistory(before, latest, facts.subList(over, facts.size()));
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
