package io.waybillguard.events.refund;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.waybillguard.events.types.BuyerId;
import io.waybillguard.events.types.Checks;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.OfferId;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.events.types.RefundId;
import io.waybillguard.events.types.ShopId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What buyers and shops ask of the engine. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface AftersalesRequest {

    /** The order it is about: the key of its topic. */
    OrderId orderId();

    /** The refund request. */
    RefundId refundId();

    /** When it happened, as told by whoever wrote the event. */
    Instant at();

    /**
     * A buyer asks for money back.
     *
     * @param amount more than nothing
     * @param evidence addresses of pictures or documents: at most 20, of at most 512 characters
     * @param lines the items it is about, at most 200, each sku once; they add up to the amount.
     *     None: the order as a whole
     */
    @JsonTypeName("aftersales.refund-requested.v1")
    record RefundRequested(
            OrderId orderId,
            RefundId refundId,
            RefundKind kind,
            Money amount,
            RefundReason reason,
            List<String> evidence,
            List<RefundLine> lines,
            Instant at)
            implements AftersalesRequest {
        public RefundRequested {
            Checks.required("orderId", orderId);
            Checks.required("refundId", refundId);
            Checks.required("kind", kind);
            Checks.required("amount", amount);
            Checks.required("reason", reason);
            evidence = Asked.evidence(evidence);
            lines = Asked.lines(lines, amount);
            Checks.required("at", at);
        }

        /** Of the order as a whole. */
        public RefundRequested(
                OrderId orderId,
                RefundId refundId,
                RefundKind kind,
                Money amount,
                RefundReason reason,
                List<String> evidence,
                Instant at) {
            this(orderId, refundId, kind, amount, reason, evidence, List.of(), at);
        }
    }

    /** The buyer asks for something else under the same id; parts as of {@link RefundRequested}. */
    @JsonTypeName("aftersales.refund-changed.v1")
    record RefundChanged(
            OrderId orderId,
            RefundId refundId,
            RefundKind kind,
            Money amount,
            RefundReason reason,
            List<String> evidence,
            List<RefundLine> lines,
            Instant at)
            implements AftersalesRequest {
        public RefundChanged {
            Checks.required("orderId", orderId);
            Checks.required("refundId", refundId);
            Checks.required("kind", kind);
            Checks.required("amount", amount);
            Checks.required("reason", reason);
            evidence = Asked.evidence(evidence);
            lines = Asked.lines(lines, amount);
            Checks.required("at", at);
        }
    }

    /** The buyer takes it back. */
    @JsonTypeName("aftersales.refund-withdrawn.v1")
    record RefundWithdrawn(OrderId orderId, RefundId refundId, Instant at)
            implements AftersalesRequest {
        public RefundWithdrawn {
            Checks.required("orderId", orderId);
            Checks.required("refundId", refundId);
            Checks.required("at", at);
        }
    }

    /**
     * The shop agrees.
     *
     * @param agent the opaque id of the person
     */
    @JsonTypeName("aftersales.merchant-agreed.v1")
    record MerchantAgreed(OrderId orderId, RefundId refundId, String agent, Instant at)
            implements AftersalesRequest {
        public MerchantAgreed {
            Checks.required("orderId", orderId);
            Checks.required("refundId", refundId);
            agent = Checks.text("agent", agent, 512);
            Checks.required("at", at);
        }
    }

    /**
     * The shop refuses.
     *
     * @param reason for the buyer to read
     */
    @JsonTypeName("aftersales.merchant-refused.v1")
    record MerchantRefused(
            OrderId orderId,
            RefundId refundId,
            String agent,
            String reason,
            @Nullable RefusalProof proof,
            Instant at)
            implements AftersalesRequest {
        public MerchantRefused {
            Checks.required("orderId", orderId);
            Checks.required("refundId", refundId);
            agent = Checks.text("agent", agent, 512);
            reason = Checks.text("reason", reason, 512);
            Checks.required("at", at);
        }
    }

    /** The goods are on their way back under this waybill. */
    @JsonTypeName("aftersales.return-waybill-given.v1")
    record ReturnWaybillGiven(
            OrderId orderId,
            RefundId refundId,
            ShopId shopId,
            BuyerId buyerId,
            ParcelId parcel,
            GivenBy by,
            Instant at)
            implements AftersalesRequest {
        public ReturnWaybillGiven {
            Checks.required("orderId", orderId);
            Checks.required("refundId", refundId);
            Checks.required("shopId", shopId);
            Checks.required("buyerId", buyerId);
            Checks.required("parcel", parcel);
            Checks.required("by", by);
            Checks.required("at", at);
        }
    }

    /** The shop has the goods and is content. */
    @JsonTypeName("aftersales.return-confirmed.v1")
    record ReturnConfirmed(OrderId orderId, RefundId refundId, String agent, Instant at)
            implements AftersalesRequest {
        public ReturnConfirmed {
            Checks.required("orderId", orderId);
            Checks.required("refundId", refundId);
            agent = Checks.text("agent", agent, 512);
            Checks.required("at", at);
        }
    }

    /**
     * The shop offers something else than what was asked for.
     *
     * @param offerId its own within the case
     * @param amount null for a reshipment
     * @param words for the buyer to read; may be empty
     */
    @JsonTypeName("aftersales.offer-made.v1")
    record OfferMade(
            OrderId orderId,
            RefundId refundId,
            OfferId offerId,
            OfferKind kind,
            @Nullable Money amount,
            String agent,
            String words,
            Instant at)
            implements AftersalesRequest {
        public OfferMade {
            Checks.required("orderId", orderId);
            Checks.required("refundId", refundId);
            Checks.required("offerId", offerId);
            Checks.required("kind", kind);
            amount = Offer.amount(kind, amount);
            agent = Checks.text("agent", agent, 512);
            words = Checks.text("words", words, 512);
            Checks.required("at", at);
        }
    }

    /** The shop takes its offer back. */
    @JsonTypeName("aftersales.offer-withdrawn.v1")
    record OfferWithdrawn(
            OrderId orderId, RefundId refundId, OfferId offerId, String agent, Instant at)
            implements AftersalesRequest {
        public OfferWithdrawn {
            Checks.required("orderId", orderId);
            Checks.required("refundId", refundId);
            Checks.required("offerId", offerId);
            agent = Checks.text("agent", agent, 512);
            Checks.required("at", at);
        }
    }

    /** The buyer takes what the shop offers. */
    @JsonTypeName("aftersales.offer-accepted.v1")
    record OfferAccepted(OrderId orderId, RefundId refundId, OfferId offerId, Instant at)
            implements AftersalesRequest {
        public OfferAccepted {
            Checks.required("orderId", orderId);
            Checks.required("refundId", refundId);
            Checks.required("offerId", offerId);
            Checks.required("at", at);
        }
    }

    /** The buyer does not want what the shop offers. */
    @JsonTypeName("aftersales.offer-declined.v1")
    record OfferDeclined(OrderId orderId, RefundId refundId, OfferId offerId, Instant at)
            implements AftersalesRequest {
        public OfferDeclined {
            Checks.required("orderId", orderId);
            Checks.required("refundId", refundId);
            Checks.required("offerId", offerId);
            Checks.required("at", at);
        }
    }
}
