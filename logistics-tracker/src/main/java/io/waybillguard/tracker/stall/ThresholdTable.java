package io.waybillguard.tracker.stall;

import java.util.ArrayList;
import java.util.List;

/**
 * The silence that is allowed, by rows. Of the rows that cover a case the one with the most
 * conditions counts; of equals the one that stands first.
 */
public final class ThresholdTable {

    private final List<ThresholdRow> rows;

    /**
     * A table in which the shop's or season's own rows stand before the platform's defaults.
     *
     * @throws IllegalArgumentException when two rows have the same name
     */
    public ThresholdTable(List<ThresholdRow> own, DefaultThresholds defaults) {
        List<ThresholdRow> all = new ArrayList<>(own);
        all.addAll(defaults.rows());
        if (all.stream().map(ThresholdRow::name).distinct().count() != all.size()) {
            throw new IllegalArgumentException("two threshold rows have the same name");
        }
        this.rows = List.copyOf(all);
    }

    /** The row that counts; there always is one, since the defaults cover every kind. */
    ThresholdRow rowFor(Circumstances that) {
        ThresholdRow best = null;
        for (ThresholdRow row : rows) {
            if (row.covers(that) && (best == null || row.specificity() > best.specificity())) {
                best = row;
            }
        }
        if (best == null) {
            throw new IllegalStateException("no default row covers " + that.stage());
        }
        return best;
    }

    /** All rows, in their order. */
    public List<ThresholdRow> rows() {
        return rows;
    }
}
