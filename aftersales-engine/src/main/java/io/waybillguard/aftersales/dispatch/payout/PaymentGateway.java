package io.waybillguard.aftersales.dispatch.payout;

import io.waybillguard.events.payout.Payable;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.RefundId;

/** The payment side. */
interface PaymentGateway {

    /** All that was ever refunded of an order. */
    LedgerAnswer refundsOf(OrderId order);

    /** Pays; the same command is the same key and the same bytes, however often it is sent. */
    PostAnswer pay(Payable command);

    /** What became of a refund. */
    LookupAnswer lookUp(RefundId reference);
}
