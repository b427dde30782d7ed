package io.waybillguard.orders.api;

import static io.waybillguard.orders.api.Patterns.COURIER;
import static io.waybillguard.orders.api.Patterns.ID;
import static io.waybillguard.orders.api.Patterns.MOST_FEN;
import static io.waybillguard.orders.api.Patterns.WAYBILL;

import io.waybillguard.events.refund.AftersalesRequest.OfferMade;
import io.waybillguard.events.refund.GivenBy;
import io.waybillguard.events.refund.OfferKind;
import io.waybillguard.events.refund.RefusalProof;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.OfferId;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.orders.order.KnownRefund;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The bodies of what buyer and shop do with a refund request. Money is in fen. */
final class ActBodies {

    private ActBodies() {}

    /**
     * What the shop offers instead.
     *
     * @param offerId made up where none is given; then a repeat is another offer
     * @param amountFen of a partial refund
     * @param words for the buyer to read
     */
    record MakeOffer(
            @Nullable @Pattern(regexp = ID) String offerId,
            @NotNull OfferKind kind,
            @Nullable @Positive @Max(MOST_FEN) Long amountFen,
            @NotBlank @Size(max = 64) String agent,
            @Nullable @Size(max = 512) String words) {

        OfferMade event(String id, KnownRefund refund, Instant now) {
            return new OfferMade(
                    refund.orderId(),
                    refund.refundId(),
                    new OfferId(id),
                    kind,
                    amountFen == null ? null : Money.fen(amountFen),
                    agent,
                    words == null ? "" : words,
                    now);
        }
    }

    /** The buyer answers an offer. */
    record AnswerOffer(@NotNull @Pattern(regexp = ID) String offerId) {}

    /** The shop takes an offer back. */
    record WithdrawOffer(
            @NotNull @Pattern(regexp = ID) String offerId,
            @NotBlank @Size(max = 64) String agent) {}

    /**
     * A person of the shop acts.
     *
     * @param agent the opaque id of the person
     */
    record ByAgent(@NotBlank @Size(max = 64) String agent) {}

    /**
     * The shop refuses.
     *
     * @param reason for the buyer to read
     */
    record Refuse(
            @NotBlank @Size(max = 64) String agent,
            @NotBlank @Size(max = 512) String reason,
            @Nullable @Valid Proof proof) {}

    record Proof(@NotNull RefusalProof.Kind kind, @NotBlank @Size(max = 512) String url) {
        RefusalProof value() {
            return new RefusalProof(kind, url);
        }
    }

    record ReturnWaybill(
            @NotNull @Pattern(regexp = COURIER) String courier,
            @NotNull @Pattern(regexp = WAYBILL) String waybill,
            @NotNull GivenBy by) {

        ParcelId parcel() {
            return ParcelId.of(courier, waybill);
        }
    }
}
