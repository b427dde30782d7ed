package io.waybillguard.local.sandbox;

import java.time.Instant;

/**
 * Money that went out: one line of the payment sandbox's book.
 *
 * @param key the idempotency key it was paid under
 * @param fingerprint of the body's bytes
 */
public record Execution(
        String reference,
        String orderId,
        long amountFen,
        String currency,
        String paymentId,
        Instant paidAt,
        String key,
        String fingerprint) {

    /** How the payment side tells of it. */
    RefundView view() {
        return new RefundView(reference, orderId, amountFen, "PAID", paymentId, paidAt);
    }

    /** A refund as callers see it. */
    record RefundView(
            String reference,
            String orderId,
            long amountFen,
            String status,
            String paymentId,
            Instant paidAt) {}
}
