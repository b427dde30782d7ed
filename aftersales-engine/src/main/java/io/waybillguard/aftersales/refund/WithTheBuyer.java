package io.waybillguard.aftersales.refund;

import io.waybillguard.aftersales.refund.CaseEvent.AllowanceEvent;
import io.waybillguard.aftersales.refund.CaseEvent.BuyerChanged;
import io.waybillguard.aftersales.refund.CaseEvent.BuyerWithdrew;
import io.waybillguard.aftersales.refund.CaseEvent.CourierAccepted;
import io.waybillguard.aftersales.refund.CaseEvent.CourierFailed;
import io.waybillguard.aftersales.refund.CaseEvent.CourierStopped;
import io.waybillguard.aftersales.refund.CaseEvent.CourierUnsure;
import io.waybillguard.aftersales.refund.CaseEvent.DeadlineFell;
import io.waybillguard.aftersales.refund.CaseEvent.FactsChanged;
import io.waybillguard.aftersales.refund.CaseEvent.HistoryHeard;
import io.waybillguard.aftersales.refund.CaseEvent.OfferEvent;
import io.waybillguard.aftersales.refund.CaseEvent.PaymentDeclined;
import io.waybillguard.aftersales.refund.CaseEvent.PaymentMade;
import io.waybillguard.aftersales.refund.CaseEvent.PaymentParked;
import io.waybillguard.aftersales.refund.CaseEvent.ShopAgreed;
import io.waybillguard.aftersales.refund.CaseEvent.ShopConfirmed;
import io.waybillguard.aftersales.refund.CaseEvent.ShopRefused;
import io.waybillguard.aftersales.refund.CaseEvent.WaybillGiven;
import io.waybillguard.aftersales.refund.RefundCase.AwaitingRejection;
import io.waybillguard.events.refund.CaseOutcome;
import io.waybillguard.events.refund.Decision;
import io.waybillguard.events.refund.MoveReason;

/** A case whose buyer is to refuse the parcel (拒收后退款). */
final class WithTheBuyer {

    private WithTheBuyer() {}

    static Transition on(AwaitingRejection state, CaseEvent event, Circumstances c) {
        RefundFile file = state.file();
        return switch (event) {
            case BuyerChanged(var request) -> Changes.anew(state, request, c);
            case OfferEvent offer -> Offers.on(state, offer, c);
            case FactsChanged _ -> facts(state, c);
            case DeadlineFell _ -> deadline(state, c);
            case ShopAgreed _ -> Steps.pay(file, MoveReason.MERCHANT_AGREED, c);
            case ShopRefused(var proof) ->
                    proof != null && proof.showsThatNothingStopsIt()
                            ? Steps.end(file, CaseOutcome.REFUSED, MoveReason.MERCHANT_REFUSED)
                            : Transition.moved(state, MoveReason.REFUSAL_WITHOUT_PROOF);
            case BuyerWithdrew _ -> Steps.withdrawn(file);
            case CourierStopped _ ->
                    file.interception() == null
                            ? Transition.ignored(state)
                            : Steps.pay(
                                    file.stoppedByCourier(), MoveReason.INTERCEPTION_SUCCEEDED, c);
            case AllowanceEvent _,
                    HistoryHeard _,
                    CourierAccepted _,
                    CourierFailed _,
                    CourierUnsure _,
                    WaybillGiven _,
                    ShopConfirmed _,
                    PaymentMade _,
                    PaymentDeclined _,
                    PaymentParked _ ->
                    Transition.ignored(state);
        };
    }

    private static Transition facts(AwaitingRejection state, Circumstances c) {
        if (c.order().comingBack()) {
            return Steps.pay(
                    state.file(),
                    c.order().back() ? MoveReason.PARCEL_REFUSED : MoveReason.PARCEL_RETURNING,
                    c);
        }
        if (c.order().signed()) {
            return Steps.manual(state.file(), MoveReason.PARCEL_SIGNED, c);
        }
        Ruling ruling = c.rule(state.file());
        return ruling.decision() == Decision.AUTO_REFUND
                ? Steps.decideAnew(state.file(), ruling, c)
                : Transition.quietly(state);
    }

    private static Transition deadline(AwaitingRejection state, Circumstances c) {
        return state.reminded()
                ? Steps.pay(state.file(), MoveReason.REJECTION_WAIT_OVER, c)
                : Transition.quietly(
                        new AwaitingRejection(
                                state.file(), state.remindAt(), state.refundAt(), true),
                        new Effect.Reminded(state.refundAt()));
    }
}
