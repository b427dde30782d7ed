package io.waybillguard.aftersales.dispatch.payout;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.waybillguard.events.payout.Payable;
import io.waybillguard.events.types.Money;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A refund as JSON, as the payment side writes it: any part may be missing or wrong. */
record RefundDocument(
        @Nullable String reference,
        @Nullable String orderId,
        @Nullable Long amountFen,
        @Nullable String status,
        @Nullable String paymentId,
        @Nullable String paidAt) {

    private static final String PAID = "PAID";
    private static final int LONGEST_ID = 512;

    /** The answer to the question for an order's refunds. */
    record Listing(@Nullable List<@Nullable RefundDocument> refunds) {

        /** All of them; empty when a single one cannot be understood. */
        Optional<List<Refund>> understood() {
            if (refunds == null) {
                return Optional.empty();
            }
            List<Refund> all =
                    refunds.stream()
                            .flatMap(each -> each == null ? Stream.empty() : each.refund().stream())
                            .toList();
            return all.size() == refunds.size() ? Optional.of(all) : Optional.empty();
        }
    }

    /** Why a payment was declined. */
    record Reason(@Nullable String reason) {}

    /** The request to pay. */
    @JsonPropertyOrder({"reference", "orderId", "amountFen", "currency"})
    record Payment(String reference, String orderId, long amountFen, String currency) {

        static Payment of(Payable command) {
            return new Payment(
                    command.refundId().value(),
                    command.orderId().value(),
                    command.amount().fen(),
                    "CNY");
        }
    }

    /** The refund; empty when what it must say is missing. */
    Optional<Refund> refund() {
        if (reference == null || orderId == null || amountFen == null || amountFen < 0) {
            return Optional.empty();
        }
        boolean paid = PAID.equals(status);
        String id = paymentId == null ? "" : paymentId;
        if (id.length() > LONGEST_ID) {
            return Optional.empty();
        }
        return Optional.of(
                new Refund(reference, orderId, Money.fen(amountFen), paid, id, instant()));
    }

    private @Nullable Instant instant() {
        try {
            return paidAt == null ? null : Instant.parse(paidAt);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
