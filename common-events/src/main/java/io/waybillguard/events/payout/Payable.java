package io.waybillguard.events.payout;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.RefundId;

/** A refund that may be paid, whoever asks for it and however often. */
public interface Payable {

    /** The refund request. */
    RefundId refundId();

    /** The order it is about. */
    OrderId orderId();

    /** What is to be paid. */
    Money amount();

    /** What was paid for the order: refunds never exceed it. */
    Money orderPaid();

    /** The idempotency key at the payment side: one per refund request, for ever. */
    @JsonIgnore
    default String idempotencyKey() {
        return "refund-" + refundId();
    }
}
