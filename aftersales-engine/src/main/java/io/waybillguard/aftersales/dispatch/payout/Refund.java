package io.waybillguard.aftersales.dispatch.payout;

import io.waybillguard.events.payout.Payable;
import io.waybillguard.events.payout.PayoutResult.PayoutParked;
import io.waybillguard.events.types.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A refund as the payment side tells it.
 *
 * @param paid whether the money has gone
 * @param paidAt null where it is not told
 */
record Refund(
        String reference,
        String orderId,
        Money amount,
        boolean paid,
        String paymentId,
        @Nullable Instant paidAt) {

    /** Whether it is the one that {@code command} asks for, whatever the amount. */
    boolean isOf(Payable command) {
        return reference.equals(command.refundId().value());
    }

    /** Whether it is exactly what {@code command} asks for. */
    boolean fulfils(Payable command) {
        return isOf(command)
                && orderId.equals(command.orderId().value())
                && amount.equals(command.amount());
    }

    /** Whether it is exactly what was parked. */
    boolean isWhatWasParked(PayoutParked parked) {
        return reference.equals(parked.refundId().value())
                && orderId.equals(parked.orderId().value())
                && amount.equals(parked.amount());
    }
}
