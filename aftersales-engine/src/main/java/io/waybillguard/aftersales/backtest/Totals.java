package io.waybillguard.aftersales.backtest;

import java.util.Map;

/**
 * What a comparison comes to. Money is in fen.
 *
 * @param cases requests of the period that were replayed
 * @param differing in anything
 * @param decidedOtherwise whose decisions differ; the other differing cases get there by another
 *     row or end otherwise
 * @param changes how many by decision then and decision now, {@code MANUAL -> AUTO_REFUND}
 * @param withoutPolicy cases from before the first policy that is still on record
 */
public record Totals(
        long cases,
        long differing,
        long decidedOtherwise,
        Map<String, Long> changes,
        Side then,
        Side would,
        long moneyDifference,
        long withoutPolicy) {

    /**
     * One policy.
     *
     * @param paid what the payment side was told to pay
     * @param people cases that needed a person
     * @param interceptions parcels that couriers were asked to stop
     * @param saved of those, how many they stopped, by the record
     * @param savedMoney what was asked back for those
     * @param wouldBeAsked interceptions that were not asked for then: no success is assumed
     * @param openMoney what was asked back for those: paid or not as the courier would have done
     */
    public record Side(
            long paid,
            long people,
            long interceptions,
            long saved,
            long savedMoney,
            long wouldBeAsked,
            long openMoney) {}
}
