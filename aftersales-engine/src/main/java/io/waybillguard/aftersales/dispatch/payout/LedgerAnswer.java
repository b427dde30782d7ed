package io.waybillguard.aftersales.dispatch.payout;

import java.util.List;

/** What the payment side says of an order. */
sealed interface LedgerAnswer permits LedgerAnswer.Ledger, Unreadable, NothingKnown {

    /** All that was ever paid for the order. */
    record Ledger(List<Refund> refunds) implements LedgerAnswer {
        public Ledger {
            refunds = List.copyOf(refunds);
        }
    }
}
