package io.waybillguard.aftersales.dispatch.reconciliation;

import io.waybillguard.aftersales.books.Books.Totals;
import io.waybillguard.aftersales.books.Break;
import io.waybillguard.aftersales.books.BreakKind;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What one run found.
 *
 * @param at when it began
 * @param listedFrom from when on the list was read
 * @param totals how much there was to compare
 * @param counts how many breaks of each kind, those too that are not among {@code breaks}
 * @param breaks one by one, as many as are kept
 */
record Report(
        String id,
        Instant at,
        Instant listedFrom,
        Totals totals,
        Map<BreakKind, Integer> counts,
        List<Break> breaks) {

    Report {
        counts = Map.copyOf(counts);
        breaks = List.copyOf(breaks);
    }

    /** Of all {@code breaks}, of which {@code most} are kept. */
    static Report of(
            String id,
            Instant at,
            Instant listedFrom,
            Totals totals,
            List<Break> breaks,
            int most) {
        Map<BreakKind, Integer> counts = new EnumMap<>(BreakKind.class);
        for (BreakKind kind : BreakKind.values()) {
            counts.put(kind, 0);
        }
        breaks.forEach(each -> counts.merge(each.kind(), 1, Integer::sum));
        return new Report(id, at, listedFrom, totals, counts, breaks.stream().limit(most).toList());
    }

    /** How many breaks of one kind. */
    int count(BreakKind kind) {
        return counts.getOrDefault(kind, 0);
    }

    /** How many breaks in all. */
    int count() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
