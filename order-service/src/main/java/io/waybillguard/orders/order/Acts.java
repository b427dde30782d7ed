package io.waybillguard.orders.order;

import io.waybillguard.events.refund.AftersalesRequest;
import io.waybillguard.events.refund.AftersalesRequest.MerchantAgreed;
import io.waybillguard.events.refund.AftersalesRequest.MerchantRefused;
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
                            _) ->
                    new RefundRequested(order, refund, kind, amount, why, shown, at);
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
