package io.waybillguard.events.refund;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.waybillguard.events.types.BuyerId;
import io.waybillguard.events.types.Checks;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.RefundId;
import io.waybillguard.events.types.ShopId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the engine decided, and how cases move. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface AftersalesEvent {

    /** The order it is about: the key of its topic. */
    OrderId orderId();

    /** The shop. */
    ShopId shopId();

    /** The buyer. */
    BuyerId buyerId();

    /** The refund request. */
    RefundId refundId();

    /** Rises by one per event of this order. */
    long revision();

    /** When it happened, as told by whoever wrote the event. */
    Instant at();

    /**
     * The one answer to a refund request.
     *
     * @param grounds of the request that is answered; null in older events
     * @param row the rule row that held
     * @param nextDeadline when the case moves by itself; null when it is on its way out
     */
    @JsonTypeName("aftersales.refund-decided.v1")
    record RefundDecided(
            OrderId orderId,
            ShopId shopId,
            BuyerId buyerId,
            RefundId refundId,
            RefundKind kind,
            Money amount,
            @Nullable RefundGrounds grounds,
            Decision decision,
            String row,
            Explanation explanation,
            @Nullable Instant nextDeadline,
            long revision,
            Instant at)
            implements AftersalesEvent {
        public RefundDecided {
            Checks.required("orderId", orderId);
            Checks.required("shopId", shopId);
            Checks.required("buyerId", buyerId);
            Checks.required("refundId", refundId);
            Checks.required("kind", kind);
            Checks.required("amount", amount);
            Checks.required("decision", decision);
            row = Checks.text("row", row, 512);
            Checks.required("explanation", explanation);
            Checks.required("at", at);
        }

        /** Without the grounds. */
        public RefundDecided(
                OrderId orderId,
                ShopId shopId,
                BuyerId buyerId,
                RefundId refundId,
                RefundKind kind,
                Money amount,
                Decision decision,
                String row,
                Explanation explanation,
                @Nullable Instant nextDeadline,
                long revision,
                Instant at) {
            this(
                    orderId,
                    shopId,
                    buyerId,
                    refundId,
                    kind,
                    amount,
                    null,
                    decision,
                    row,
                    explanation,
                    nextDeadline,
                    revision,
                    at);
        }
    }

    /**
     * New facts, or what the buyer asks for by now, changed the answer of an open case.
     *
     * @param grounds of the request that is answered; null in older events
     * @param previous the answer until now
     */
    @JsonTypeName("aftersales.refund-redecided.v1")
    record RefundRedecided(
            OrderId orderId,
            ShopId shopId,
            BuyerId buyerId,
            RefundId refundId,
            RefundKind kind,
            Money amount,
            @Nullable RefundGrounds grounds,
            Decision previous,
            Decision decision,
            String row,
            Explanation explanation,
            @Nullable Instant nextDeadline,
            long revision,
            Instant at)
            implements AftersalesEvent {
        public RefundRedecided {
            Checks.required("orderId", orderId);
            Checks.required("shopId", shopId);
            Checks.required("buyerId", buyerId);
            Checks.required("refundId", refundId);
            Checks.required("kind", kind);
            Checks.required("amount", amount);
            Checks.required("previous", previous);
            Checks.required("decision", decision);
            row = Checks.text("row", row, 512);
            Checks.required("explanation", explanation);
            Checks.required("at", at);
        }

        /** Without the grounds. */
        public RefundRedecided(
                OrderId orderId,
                ShopId shopId,
                BuyerId buyerId,
                RefundId refundId,
                RefundKind kind,
                Money amount,
                Decision previous,
                Decision decision,
                String row,
                Explanation explanation,
                @Nullable Instant nextDeadline,
                long revision,
                Instant at) {
            this(
                    orderId,
                    shopId,
                    buyerId,
                    refundId,
                    kind,
                    amount,
                    null,
                    previous,
                    decision,
                    row,
                    explanation,
                    nextDeadline,
                    revision,
                    at);
        }
    }

    /**
     * A case went from one state to another.
     *
     * @param from null at the first
     * @param nextDeadline when it moves by itself
     * @param offer what the shop offers, while the case waits for the buyer's answer to it
     * @param ended what the shop offered until now, where this is the end of it, for whatever
     *     reason; null in older events
     */
    @JsonTypeName("aftersales.case-moved.v1")
    record CaseMoved(
            OrderId orderId,
            ShopId shopId,
            BuyerId buyerId,
            RefundId refundId,
            @Nullable CaseState from,
            CaseState to,
            MoveReason because,
            Actor actor,
            @Nullable Instant nextDeadline,
            @Nullable Offer offer,
            @Nullable Offer ended,
            long revision,
            Instant at)
            implements AftersalesEvent {
        public CaseMoved {
            Checks.required("orderId", orderId);
            Checks.required("shopId", shopId);
            Checks.required("buyerId", buyerId);
            Checks.required("refundId", refundId);
            Checks.required("to", to);
            Checks.required("because", because);
            Checks.required("actor", actor);
            Checks.required("at", at);
        }

        /** Without an offer. */
        public CaseMoved(
                OrderId orderId,
                ShopId shopId,
                BuyerId buyerId,
                RefundId refundId,
                @Nullable CaseState from,
                CaseState to,
                MoveReason because,
                Actor actor,
                @Nullable Instant nextDeadline,
                long revision,
                Instant at) {
            this(
                    orderId,
                    shopId,
                    buyerId,
                    refundId,
                    from,
                    to,
                    because,
                    actor,
                    nextDeadline,
                    null,
                    null,
                    revision,
                    at);
        }
    }

    /**
     * A person should be reminded that a deadline comes near.
     *
     * @param state the case waits in
     */
    @JsonTypeName("aftersales.reminder-fell.v1")
    record ReminderFell(
            OrderId orderId,
            ShopId shopId,
            BuyerId buyerId,
            RefundId refundId,
            CaseState state,
            Actor actor,
            Instant deadline,
            long revision,
            Instant at)
            implements AftersalesEvent {
        public ReminderFell {
            Checks.required("orderId", orderId);
            Checks.required("shopId", shopId);
            Checks.required("buyerId", buyerId);
            Checks.required("refundId", refundId);
            Checks.required("state", state);
            Checks.required("actor", actor);
            Checks.required("deadline", deadline);
            Checks.required("at", at);
        }
    }

    /**
     * A case reached its end.
     *
     * @param paid null when no money moved
     */
    @JsonTypeName("aftersales.case-closed.v1")
    record CaseClosed(
            OrderId orderId,
            ShopId shopId,
            BuyerId buyerId,
            RefundId refundId,
            CaseOutcome outcome,
            MoveReason because,
            @Nullable Money paid,
            long revision,
            Instant at)
            implements AftersalesEvent {
        public CaseClosed {
            Checks.required("orderId", orderId);
            Checks.required("shopId", shopId);
            Checks.required("buyerId", buyerId);
            Checks.required("refundId", refundId);
            Checks.required("outcome", outcome);
            Checks.required("because", because);
            Checks.required("at", at);
        }
    }
}
