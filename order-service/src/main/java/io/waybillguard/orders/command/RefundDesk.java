package io.waybillguard.orders.command;

import static io.waybillguard.orders.order.RefusalCode.REFUND_ID_TAKEN;
import static io.waybillguard.orders.order.RefusalCode.REFUND_UNKNOWN;

import io.waybillguard.events.refund.AftersalesRequest;
import io.waybillguard.events.refund.AftersalesRequest.MerchantAgreed;
import io.waybillguard.events.refund.AftersalesRequest.MerchantRefused;
import io.waybillguard.events.refund.AftersalesRequest.OfferAccepted;
import io.waybillguard.events.refund.AftersalesRequest.OfferDeclined;
import io.waybillguard.events.refund.AftersalesRequest.OfferMade;
import io.waybillguard.events.refund.AftersalesRequest.OfferWithdrawn;
import io.waybillguard.events.refund.AftersalesRequest.RefundChanged;
import io.waybillguard.events.refund.AftersalesRequest.RefundRequested;
import io.waybillguard.events.refund.AftersalesRequest.RefundWithdrawn;
import io.waybillguard.events.refund.AftersalesRequest.ReturnConfirmed;
import io.waybillguard.events.refund.AftersalesRequest.ReturnWaybillGiven;
import io.waybillguard.events.refund.GivenBy;
import io.waybillguard.events.refund.RefusalProof;
import io.waybillguard.events.topics.Topics;
import io.waybillguard.events.types.OfferId;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.orders.access.Caller;
import io.waybillguard.orders.order.KnownOrder;
import io.waybillguard.orders.order.KnownRefund;
import io.waybillguard.orders.order.RefundCommands;
import io.waybillguard.orders.query.Known;
import java.time.Instant;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes refund requests, and what buyer and shop do with the cases. */
@Component
public class RefundDesk {
    private final Known known;
    private final Saying saying;
    private final Turns turns;
    private final OrderDesk orders;

    RefundDesk(Known known, Saying saying, Turns turns, OrderDesk orders) {
        this.known = known;
        this.saying = saying;
        this.turns = turns;
        this.orders = orders;
    }

    public Done request(Caller caller, RefundRequested asked) {
        OrderDesk.requirePlatform(caller);
        String id = asked.refundId().value();
        return turns.take(
                id,
                () -> {
                    KnownOrder order = orders.orderOf(caller, asked.orderId().value());
                    KnownRefund refund = known.refund(id).orElse(null);
                    boolean elsewhere =
                            known.orderOfRefund(id)
                                    .filter(other -> !other.equals(asked.orderId()))
                                    .isPresent();
                    if (elsewhere) {
                        throw new RefusedException(REFUND_ID_TAKEN, "the refund id is in use");
                    }
                    return saying.say(
                            Topics.AFTERSALES_REQUESTS,
                            RefundCommands.request(asked, order, refund));
                });
    }

    public Done withdraw(Caller caller, String refundId) {
        OrderDesk.requirePlatform(caller);
        return act(
                caller,
                refundId,
                (refund, now) -> new RefundWithdrawn(refund.orderId(), refund.refundId(), now));
    }

    /** The buyer asks for something else under the same id. */
    public Done change(
            Caller caller, String refundId, BiFunction<KnownRefund, Instant, RefundChanged> said) {
        OrderDesk.requirePlatform(caller);
        return act(caller, refundId, said::apply);
    }

    /** The shop offers something else than what was asked for. */
    public Done offer(
            Caller caller, String refundId, BiFunction<KnownRefund, Instant, OfferMade> said) {
        return act(caller, refundId, said::apply);
    }

    public Done withdrawOffer(Caller caller, String refundId, OfferId offer, String agent) {
        return act(
                caller,
                refundId,
                (refund, now) ->
                        new OfferWithdrawn(refund.orderId(), refund.refundId(), offer, agent, now));
    }

    public Done acceptOffer(Caller caller, String refundId, OfferId offer) {
        OrderDesk.requirePlatform(caller);
        return act(
                caller,
                refundId,
                (refund, now) ->
                        new OfferAccepted(refund.orderId(), refund.refundId(), offer, now));
    }

    public Done declineOffer(Caller caller, String refundId, OfferId offer) {
        OrderDesk.requirePlatform(caller);
        return act(
                caller,
                refundId,
                (refund, now) ->
                        new OfferDeclined(refund.orderId(), refund.refundId(), offer, now));
    }

    public Done agree(Caller caller, String refundId, String agent) {
        return act(
                caller,
                refundId,
                (refund, now) ->
                        new MerchantAgreed(refund.orderId(), refund.refundId(), agent, now));
    }

    public Done refuse(
            Caller caller,
            String refundId,
            String agent,
            String reason,
            @Nullable RefusalProof proof) {
        return act(
                caller,
                refundId,
                (refund, now) ->
                        new MerchantRefused(
                                refund.orderId(), refund.refundId(), agent, reason, proof, now));
    }

    /** Tells how the goods come back; that the buyer said so, only the platform knows. */
    public Done returnWaybill(Caller caller, String refundId, ParcelId parcel, GivenBy by) {
        if (by == GivenBy.BUYER) {
            OrderDesk.requirePlatform(caller);
        }
        return act(
                caller,
                refundId,
                (refund, now) ->
                        new ReturnWaybillGiven(
                                refund.orderId(),
                                refund.refundId(),
                                refund.shopId(),
                                refund.buyerId(),
                                parcel,
                                by,
                                now));
    }

    public Done confirmReturn(Caller caller, String refundId, String agent) {
        return act(
                caller,
                refundId,
                (refund, now) ->
                        new ReturnConfirmed(refund.orderId(), refund.refundId(), agent, now));
    }

    private Done act(
            Caller caller,
            String refundId,
            BiFunction<KnownRefund, Instant, AftersalesRequest> said) {
        return turns.take(
                refundId,
                () -> {
                    KnownRefund refund =
                            known.refund(refundId)
                                    .filter(it -> caller.sees(it.shopId()))
                                    .orElseThrow(RefundDesk::unknown);
                    AftersalesRequest act = said.apply(refund, orders.now());
                    return saying.say(Topics.AFTERSALES_REQUESTS, RefundCommands.act(act, refund));
                });
    }

    private static RefusedException unknown() {
        return new RefusedException(REFUND_UNKNOWN, "no such refund request");
    }
}
