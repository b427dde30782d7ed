package io.waybillguard.aftersales.dispatch.payout;

import io.waybillguard.events.payout.PayoutResult;
import io.waybillguard.events.types.RefundId;
import java.util.LinkedHashMap;
import java.util.Map;

/** The latest outcomes that this process told, so that one told again is not counted again. */
final class ToldOutcomes {

    private final Map<RefundId, Class<? extends PayoutResult>> latest;

    /** Remembers so many payouts. */
    ToldOutcomes(int atMost) {
        this.latest =
                new LinkedHashMap<>() {
                    @Override
                    protected boolean removeEldestEntry(
                            Map.Entry<RefundId, Class<? extends PayoutResult>> eldest) {
                        return size() > atMost;
                    }
                };
    }

    /** Whether the payout had another outcome before, or none that is remembered. */
    synchronized boolean isNew(PayoutResult result) {
        Class<? extends PayoutResult> kind = result.getClass();
        return latest.put(result.refundId(), kind) != kind;
    }
}
