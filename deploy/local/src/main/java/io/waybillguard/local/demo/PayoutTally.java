package io.waybillguard.local.demo;

import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.RefundId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was published about payouts.
 *
 * @param asked the amount of every command, by request
 * @param paid the amount of every PayoutPaid, by request
 * @param shelved requests whose payout was declined or parked
 */
record PayoutTally(
        Map<RefundId, List<Money>> asked, Map<RefundId, List<Money>> paid, Set<RefundId> shelved) {

    PayoutTally {
        asked = Lists.copy(asked);
        paid = Lists.copy(paid);
        shelved = Set.copyOf(shelved);
    }

    /** Payouts that were asked for and neither paid nor declined nor parked. */
    long pending() {
        return asked.keySet().stream()
                .filter(refund -> !paid.containsKey(refund) && !shelved.contains(refund))
                .count();
    }
}
