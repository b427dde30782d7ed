package io.waybillguard.aftersales.rules;

import io.waybillguard.events.refund.Decision;
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

    /** Neither a rule nor anybody's silence may pay it. */
    public boolean onlyByPeople() {
        return row.equals(RefundTable.OVER_REFUND)
                || row.equals(RefundTable.ITEM_OVER_REFUND)
                || row.equals(RefundTable.AUTOMATIC_CAP)
                || HeldBack.By.isRow(row);
    }
}
