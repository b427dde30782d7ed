package io.waybillguard.orders.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.waybillguard.events.order.CloseReason;
import io.waybillguard.events.order.GoodsTrait;
import io.waybillguard.events.order.OrderEvent.OrderPlaced;
import io.waybillguard.events.order.OrderLine;
import io.waybillguard.events.policy.InterceptionTerms;
import io.waybillguard.events.policy.NoticeTerms;
import io.waybillguard.events.policy.RefundSwitches;
import io.waybillguard.events.policy.ShopPolicy;
import io.waybillguard.events.policy.ShopRule;
import io.waybillguard.events.refund.AftersalesRequest.OfferMade;
import io.waybillguard.events.refund.AftersalesRequest.RefundChanged;
import io.waybillguard.events.refund.AftersalesRequest.RefundRequested;
import io.waybillguard.events.refund.GivenBy;
import io.waybillguard.events.refund.OfferKind;
import io.waybillguard.events.refund.RefundKind;
import io.waybillguard.events.refund.RefundLine;
import io.waybillguard.events.refund.RefundReason;
import io.waybillguard.events.refund.RefusalProof;
import io.waybillguard.events.types.BuyerId;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.OfferId;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.events.types.RefundId;
import io.waybillguard.events.types.Region;
import io.waybillguard.events.types.ShopId;
import io.waybillguard.orders.order.KnownRefund;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The bodies of commands. Money is in fen. */
final class Requests {
    static final String ID = "[A-Za-z0-9._:-]{1,64}";
    private static final String COURIER = "[A-Za-z0-9_-]{1,32}";
    private static final String WAYBILL = "[A-Za-z0-9-]{1,40}";

    /** More than any amount, less than any overflow: ten billion yuan. */
    private static final long MOST_FEN = 1_000_000_000_000L;

    private Requests() {}

    /**
     * A new order.
     *
     * @param orderId made up where none is given; then a repeat is another order
     */
    record PlaceOrder(
            @Nullable @Pattern(regexp = ID) String orderId,
            @NotNull @Pattern(regexp = ID) String shopId,
            @NotNull @Pattern(regexp = ID) String buyerId,
            @NotBlank @Size(max = 64) String platform,
            @NotNull @PositiveOrZero @Max(MOST_FEN) Long amountFen,
            @NotEmpty @Size(max = 200) List<@Valid @NotNull Line> lines,
            @NotNull @Valid Destination destination,
            boolean crossBorder) {

        OrderPlaced event(String id, Instant now) {
            return new OrderPlaced(
                    new OrderId(id),
                    new ShopId(shopId),
                    new BuyerId(buyerId),
                    platform,
                    Money.fen(amountFen),
                    lines.stream().map(Line::value).toList(),
                    new Region(destination.province(), destination.cityOrNone()),
                    crossBorder,
                    now);
        }
    }

    record Line(
            @NotBlank @Size(max = 64) String sku,
            @NotNull @Size(max = 256) String title,
            @Nullable @Size(max = 128) String category,
            @NotNull @Min(1) @Max(1_000_000) Integer quantity,
            @NotNull @PositiveOrZero @Max(MOST_FEN) Long unitPriceFen,
            @Nullable Set<GoodsTrait> traits) {

        OrderLine value() {
            return new OrderLine(
                    sku,
                    title,
                    category == null ? "" : category,
                    quantity,
                    Money.fen(unitPriceFen),
                    traits == null ? Set.of() : traits);
        }
    }

    /** No finer than a city. */
    record Destination(
            @NotBlank @Size(max = 32) String province, @Nullable @Size(max = 32) String city) {

        String cityOrNone() {
            return city == null ? "" : city;
        }
    }

    record Pay(@NotNull @PositiveOrZero @Max(MOST_FEN) Long paidFen) {}

    /**
     * A parcel on its way.
     *
     * @param service the courier's product; empty for its normal one
     * @param platformWaybill the waybill is the platform's own e-waybill (电子面单)
     * @param shippedAt now where none is given
     */
    record Ship(
            @NotNull @Pattern(regexp = COURIER) String courier,
            @NotNull @Pattern(regexp = WAYBILL) String waybill,
            @Nullable @Size(max = 64) String service,
            boolean platformWaybill,
            @Nullable Instant shippedAt) {

        ParcelId parcel() {
            return ParcelId.of(courier, waybill);
        }
    }

    record Close(@NotNull CloseReason reason) {}

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

    /**
     * A shop's whole policy. Warnings that were read with it are passed over.
     *
     * @param shopId the shop of the address, if any: what was read can be sent back
     * @param version must be over the present one; the next where none is given
     */
    @JsonIgnoreProperties("warnings")
    record Policy(
            @Nullable String shopId,
            @Nullable @Positive Integer version,
            @NotNull RefundSwitches refunds,
            @NotNull InterceptionTerms interception,
            @Nullable @Size(max = 100) List<@NotNull ShopRule> rules,
            @Nullable NoticeTerms notices) {

        ShopPolicy of(ShopId shop) {
            return new ShopPolicy(
                    shop,
                    version == null ? 1 : version,
                    refunds,
                    interception,
                    rules == null ? List.of() : rules,
                    notices == null ? NoticeTerms.DEFAULT : notices);
        }
    }
}
