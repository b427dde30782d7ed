package io.waybillguard.aftersales.dispatch.reconciliation;

import io.waybillguard.aftersales.books.Payment;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.RefundId;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A page of the list as the payment side writes it: any part may be missing or wrong. */
record ListDocument(@Nullable List<@Nullable Line> refunds, @Nullable String next) {

    private static final String PAID = "PAID";
    private static final int LONGEST_ID = 512;

    /** One line. */
    record Line(
            @Nullable String reference,
            @Nullable String orderId,
            @Nullable Long amountFen,
            @Nullable String status,
            @Nullable String paymentId,
            @Nullable String paidAt) {

        /** Whether the money has gone. */
        boolean paid() {
            return PAID.equals(status);
        }

        /** The payment; empty when what it must say is missing. */
        Optional<Payment> payment() {
            if (reference == null
                    || orderId == null
                    || amountFen == null
                    || paymentId == null
                    || paymentId.length() > LONGEST_ID
                    || paidAt == null) {
                return Optional.empty();
            }
            try {
                return Optional.of(
                        new Payment(
                                new RefundId(reference).value(),
                                new OrderId(orderId).value(),
                                Money.fen(amountFen),
                                paymentId,
                                Instant.parse(paidAt)));
            } catch (IllegalArgumentException | DateTimeException e) {
                return Optional.empty();
            }
        }
    }

    /** Every payment of the page; empty when a single one cannot be understood. */
    Optional<List<Payment>> payments() {
        if (refunds == null) {
            return Optional.empty();
        }
        List<Payment> payments = new ArrayList<>();
        for (Line line : refunds) {
            if (line == null) {
                return Optional.empty();
            }
            if (line.paid()) {
                Optional<Payment> payment = line.payment();
                if (payment.isEmpty()) {
                    return Optional.empty();
                }
                payments.add(payment.get());
            }
        }
        return Optional.of(payments);
    }
}
