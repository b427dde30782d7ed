package io.waybillguard.aftersales.refund;

import io.waybillguard.aftersales.refund.CaseEvent.BuyerAccepted;
import io.waybillguard.aftersales.refund.CaseEvent.BuyerDeclined;
import io.waybillguard.aftersales.refund.CaseEvent.OfferEvent;
import io.waybillguard.aftersales.refund.CaseEvent.ShopOffered;
import io.waybillguard.aftersales.refund.CaseEvent.ShopWithdrewOffer;
import io.waybillguard.aftersales.refund.RefundCase.AwaitingRejection;
import io.waybillguard.aftersales.refund.RefundCase.AwaitingReturn;
import io.waybillguard.aftersales.refund.RefundCase.Manual;
import io.waybillguard.aftersales.refund.RefundCase.Offered;
import io.waybillguard.events.refund.MoveReason;
import io.waybillguard.events.refund.Offer;
import io.waybillguard.events.types.Money;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The shop's way into an offer. A time that the buyer was promised goes on while it stands: it
 * never lasts longer than that. The time that the shop itself has stands still.
 */
final class Offers {

    private Offers() {}

    static Transition on(Manual state, OfferEvent event, Circumstances c) {
        return on(state, event, null, c);
    }

    static Transition on(AwaitingRejection state, OfferEvent event, Circumstances c) {
        return on(state, event, state.refundAt(), c);
    }

    static Transition on(AwaitingReturn state, OfferEvent event, Circumstances c) {
        return on(state, event, state.giveBy(), c);
    }

    private static Transition on(
            RefundCase state, OfferEvent event, @Nullable Instant atMost, Circumstances c) {
        return switch (event) {
            case ShopOffered made ->
                    mayBeMade(state.file(), made, c)
                            ? made(state, made, atMost, c)
                            : Transition.ignored(state);
            case ShopWithdrewOffer _, BuyerAccepted _, BuyerDeclined _ -> Transition.ignored(state);
        };
    }

    /**
     * Each offer once and so many a case; a part of what was asked for, that can be paid. None once
     * the payment side declined: it knows the request's key with another amount.
     */
    private static boolean mayBeMade(RefundFile file, ShopOffered made, Circumstances c) {
        Money amount = made.amount();
        return !file.declined()
                && file.offers().size() < c.terms().offersPerCase()
                && !file.offers().contains(made.offerId())
                && (amount == null
                        || (amount.isUnder(file.request().amount())
                                && c.payable(file.agreedOn(amount))));
    }

    private static Transition made(
            RefundCase state, ShopOffered made, @Nullable Instant atMost, Circumstances c) {
        Instant now = c.now();
        Instant expiresAt = now.plus(c.terms().offerAnswer());
        if (atMost != null && atMost.isBefore(expiresAt)) {
            expiresAt = atMost;
        }
        Offer offer = new Offer(made.offerId(), made.kind(), made.amount(), expiresAt);
        Instant half = now.plus(Duration.between(now, expiresAt).dividedBy(2));
        return Transition.moved(
                new Offered(
                        state.with(state.file().offered(made.offerId())), offer, now, half, false),
                MoveReason.OFFERED);
    }
}
