package io.waybillguard.tracker.stall;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The silence that is allowed, by rows. Of the rows that cover a case the one with the most
 * conditions counts; of equals, the shop's or season's own before a default; of those, one that
 * names stages before one that names kinds. Two rows between which this does not decide are
 * refused, unless another row stands before both wherever they meet.
 */
public final class ThresholdTable {

    /** A row and where it stands. */
    private record Ranked(ThresholdRow row, boolean own) {

        static final Comparator<Ranked> FIRST =
                Comparator.<Ranked>comparingLong(ranked -> -ranked.row.scope().conditions())
                        .thenComparing(ranked -> !ranked.own)
                        .thenComparing(ranked -> !ranked.row.scope().namesStages());
    }

    private final List<ThresholdRow> rows;

    /**
     * A table of own rows and defaults.
     *
     * @throws IllegalArgumentException when two rows have the same name, or nothing decides between
     *     two
     */
    public ThresholdTable(List<ThresholdRow> own, DefaultThresholds defaults) {
        List<Ranked> ranked =
                Stream.concat(
                                own.stream().map(row -> new Ranked(row, true)),
                                defaults.rows().stream().map(row -> new Ranked(row, false)))
                        .sorted(Ranked.FIRST)
                        .toList();
        refuseSameNames(ranked);
        refuseTies(ranked);
        this.rows = ranked.stream().map(Ranked::row).toList();
    }

    private static void refuseSameNames(List<Ranked> ranked) {
        Set<String> names = new HashSet<>();
        for (Ranked one : ranked) {
            if (!names.add(one.row.name())) {
                throw new IllegalArgumentException(
                        "two threshold rows have the same name: " + one.row.name());
            }
        }
    }

    private static void refuseTies(List<Ranked> ranked) {
        for (int i = 0; i < ranked.size(); i++) {
            for (int j = i + 1; j < ranked.size(); j++) {
                if (Ranked.FIRST.compare(ranked.get(i), ranked.get(j)) != 0) {
                    break;
                }
                refuseTie(ranked, ranked.get(i), ranked.get(j));
            }
        }
    }

    private static void refuseTie(List<Ranked> ranked, Ranked one, Ranked other) {
        Scope both = one.row.scope().and(other.row.scope());
        if (both == null) {
            return;
        }
        boolean decided =
                ranked.stream()
                        .takeWhile(before -> Ranked.FIRST.compare(before, one) < 0)
                        .anyMatch(before -> before.row.scope().contains(both));
        if (!decided) {
            throw new IllegalArgumentException(
                    "threshold rows %s and %s can both hold for one parcel, and neither has more"
                                    .formatted(one.row.name(), other.row.name())
                            + " conditions: add one to either, or a row with those of both");
        }
    }

    /** The row that counts; there always is one, since the defaults cover every kind. */
    ThresholdRow rowFor(Circumstances that) {
        for (ThresholdRow row : rows) {
            if (row.scope().covers(that)) {
                return row;
            }
        }
        throw new IllegalStateException("no default row covers " + that.stage());
    }

    /** The rows before the one that counts and why they do not, then the one that does. */
    public Explanation explain(Circumstances that) {
        List<Explanation.PassedOver> passed = new ArrayList<>();
        for (ThresholdRow row : rows) {
            String refusal = row.scope().refusalOf(that);
            if (refusal == null) {
                return new Explanation(row, passed);
            }
            passed.add(new Explanation.PassedOver(row, refusal));
        }
        throw new IllegalStateException("no default row covers " + that.stage());
    }

    /** All rows, in the order in which they are looked at. */
    public List<ThresholdRow> rows() {
        return rows;
    }
}
