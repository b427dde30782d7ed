package io.waybillguard.aftersales.rules;

import io.waybillguard.events.refund.Decision;
import java.util.ArrayList;
import java.util.List;

/**
 * What a table answered.
 *
 * @param row the one that held
 * @param needsProof the row holds only as long as the parcels have not moved: money waits until all
 *     that the couriers told until now has been read
 * @param rows every row looked at, in order, with its first failed condition; the last one held
 */
public record Verdict(
        String table,
        int version,
        String row,
        Decision decision,
        boolean needsProof,
        List<Looked> rows) {

    /**
     * A person's case instead, with all that was looked at.
     *
     * @param by the row that says so
     * @param reason why the one that held does not count
     */
    Verdict overruled(String by, Phrase reason, Because because) {
        List<Looked> all = new ArrayList<>(rows);
        Looked held = all.removeLast();
        all.add(new Looked.Overruled(held.row(), reason, held.because()));
        all.add(new Looked.Held(by, Phrase.of(because)));
        return new Verdict(table, version, by, Decision.MANUAL, false, List.copyOf(all));
    }

    /** Neither a rule nor anybody's silence may pay it. */
    public boolean onlyByPeople() {
        return row.equals(RefundTable.OVER_REFUND)
                || row.equals(RefundTable.ITEM_OVER_REFUND)
                || row.equals(RefundTable.AUTOMATIC_CAP)
                || HeldBack.By.isRow(row);
    }
}
