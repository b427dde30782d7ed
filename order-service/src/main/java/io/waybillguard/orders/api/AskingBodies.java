package io.waybillguard.orders.api;

import static io.waybillguard.orders.api.Patterns.ID;
import static io.waybillguard.orders.api.Patterns.MOST_FEN;

import io.waybillguard.events.refund.AftersalesRequest.RefundChanged;
import io.waybillguard.events.refund.AftersalesRequest.RefundRequested;
import io.waybillguard.events.refund.RefundKind;
import io.waybillguard.events.refund.RefundLine;
import io.waybillguard.events.refund.RefundReason;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.RefundId;
import io.waybillguard.orders.order.KnownRefund;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bodies of what a buyer asks for. Money is in fen. */
final class AskingBodies {

    private AskingBodies() {}

    /**
     * A refund request.
     *
     * @param refundId made up where none is given; then a repeat is another request
     * @param evidence addresses of pictures or documents
     */
    record AskRefund(
            @Nullable @Pattern(regexp = ID) String refundId,
            @NotNull RefundKind kind,
            @NotNull @Positive @Max(MOST_FEN) Long amountFen,
            @NotNull RefundReason reason,
            @Nullable @Size(max = 20) List<@NotBlank @Size(max = 512) String> evidence,
            @Nullable @Size(max = 200) List<@Valid @NotNull Item> lines) {

        RefundRequested event(String orderId, String id, Instant now) {
            return new RefundRequested(
                    new OrderId(orderId),
                    new RefundId(id),
                    kind,
                    Money.fen(amountFen),
                    reason,
                    evidence == null ? List.of() : evidence,
                    Item.values(lines),
                    now);
        }
    }

    /**
     * What the buyer asks for now.
     *
     * @param evidence addresses of pictures or documents
     */
    record ChangeRefund(
            @NotNull RefundKind kind,
            @NotNull @Positive @Max(MOST_FEN) Long amountFen,
            @NotNull RefundReason reason,
            @Nullable @Size(max = 20) List<@NotBlank @Size(max = 512) String> evidence,
            @Nullable @Size(max = 200) List<@Valid @NotNull Item> lines) {

        RefundChanged event(KnownRefund refund, Instant now) {
            return new RefundChanged(
                    refund.orderId(),
                    refund.refundId(),
                    kind,
                    Money.fen(amountFen),
                    reason,
                    evidence == null ? List.of() : evidence,
                    Item.values(lines),
                    now);
        }
    }

    /**
     * Items are named once each and add up.
     *
     * @throws InvalidFieldException when they do not
     */
    static void requireSum(long amountFen, @Nullable List<Item> lines) {
        if (lines == null || lines.isEmpty()) {
            return;
        }
        if (lines.stream().map(Item::sku).distinct().count() < lines.size()) {
            throw new InvalidFieldException("lines", "names an item twice");
        }
        if (lines.stream().mapToLong(Item::amountFen).sum() != amountFen) {
            throw new InvalidFieldException("lines", "does not add up to the amount");
        }
    }

    /** One item of the order that the request is about; all of them add up to its amount. */
    record Item(
            @NotBlank @Size(max = 64) String sku,
            @NotNull @Min(1) @Max(1_000_000) Integer quantity,
            @NotNull @PositiveOrZero @Max(MOST_FEN) Long amountFen) {

        static List<RefundLine> values(@Nullable List<Item> lines) {
            return lines == null ? List.of() : lines.stream().map(Item::value).toList();
        }

        private RefundLine value() {
            return new RefundLine(sku, quantity, Money.fen(amountFen));
        }
    }
}
