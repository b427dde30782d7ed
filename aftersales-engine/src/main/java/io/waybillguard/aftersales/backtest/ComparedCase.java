package io.waybillguard.aftersales.backtest;

import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.RefundId;
import java.time.Instant;

/**
 * One request under both policies.
 *
 * @param then with the policies as they were
 * @param would with the policy that is tried
 * @param policyKnown the policy of the time is on record, not stood for by a later one
 */
public record ComparedCase(
        OrderId orderId,
        RefundId refundId,
        Instant askedAt,
        Money amount,
        Course then,
        Course would,
        boolean policyKnown) {

    /** Anything would be otherwise: an answer, its row, the money, who acts, where it stands. */
    public boolean differs() {
        return !then.isAs(would);
    }

    /** The decisions themselves would be others. */
    boolean decidesOtherwise() {
        return !then.decidesAs(would);
    }
}
