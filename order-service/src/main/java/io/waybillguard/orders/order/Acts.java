package io.waybillguard.orders.order;

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
import java.time.Instant;

/** When two requests of buyer or shop are the same, said at different instants. */
public final class Acts {
    private Acts() {}

    /** The same but for the instant. */
    static boolean sameBut(AftersalesRequest one, AftersalesRequest other) {
        return at(one, Instant.EPOCH).equals(at(other, Instant.EPOCH));
    }

    /** The same, said at {@code at}. */
    public static AftersalesRequest at(AftersalesRequest act, Instant at) {
        return switch (act) {
            case RefundRequested(
                            var order,
                            var refund,
                            var kind,
                            var amount,
                            var why,
                            var shown,
                            var lines,
                            _) ->
                    new RefundRequested(order, refund, kind, amount, why, shown, lines, at);
            case RefundChanged(
                            var order,
                            var refund,
                            var kind,
                            var amount,
                            var why,
                            var shown,
                            var lines,
                            _) ->
                    new RefundChanged(order, refund, kind, amount, why, shown, lines, at);
            case OfferMade(
                            var order,
                            var refund,
                            var offer,
                            var kind,
                            var amount,
                            var agent,
                            var words,
                            _) ->
                    new OfferMade(order, refund, offer, kind, amount, agent, words, at);
            case OfferWithdrawn(var order, var refund, var offer, var agent, _) ->
                    new OfferWithdrawn(order, refund, offer, agent, at);
            case OfferAccepted(var order, var refund, var offer, _) ->
                    new OfferAccepted(order, refund, offer, at);
            case OfferDeclined(var order, var refund, var offer, _) ->
                    new OfferDeclined(order, refund, offer, at);
            case RefundWithdrawn(var order, var refund, _) ->
                    new RefundWithdrawn(order, refund, at);
            case MerchantAgreed(var order, var refund, var agent, _) ->
                    new MerchantAgreed(order, refund, agent, at);
            case MerchantRefused(var order, var refund, var agent, var why, var proof, _) ->
                    new MerchantRefused(order, refund, agent, why, proof, at);
            case ReturnWaybillGiven(
                            var order,
                            var refund,
                            var shop,
                            var buyer,
                            var parcel,
                            var by,
                            _) ->
                    new ReturnWaybillGiven(order, refund, shop, buyer, parcel, by, at);
            case ReturnConfirmed(var order, var refund, var agent, _) ->
                    new ReturnConfirmed(order, refund, agent, at);
        };
    }
}
