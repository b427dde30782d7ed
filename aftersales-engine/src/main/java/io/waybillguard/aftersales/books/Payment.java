package io.waybillguard.aftersales.books;

import io.waybillguard.events.types.Money;
import java.time.Instant;

/**
 * Money that went out, as the payment side lists it.
 *
 * @param reference the refund request it was paid for
 * @param paymentId its own reference: two payments differ in it
 */
public record Payment(
        String reference, String orderId, Money amount, String paymentId, Instant paidAt) {}
