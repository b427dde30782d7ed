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
import io.waybillguard.aftersales.refund.RefundCase.Manual;
import io.waybillguard.events.refund.CaseOutcome;
import io.waybillguard.events.refund.Decision;
import io.waybillguard.events.refund.MoveReason;

/** A case that a person of the shop must act on. */
final class WithTheShop {

    private WithTheShop() {}

    static Transition on(Manual state, CaseEvent event, Circumstances c) {
        RefundFile file = state.file();
        return switch (event) {
            case BuyerChanged(var request) -> Changes.anew(state, request, c);
            case OfferEvent offer -> Offers.on(state, offer, c);
            case FactsChanged _ -> anew(state, c);
            case DeadlineFell _ -> deadline(state, c);
            case ShopAgreed _ -> Steps.agree(file, MoveReason.MERCHANT_AGREED, c);
            case ShopRefused _ -> Steps.end(file, CaseOutcome.REFUSED, MoveReason.MERCHANT_REFUSED);
            case BuyerWithdrew _ -> Steps.withdrawn(file);
            case CourierStopped _ -> stopped(state, c);
            case ShopConfirmed _ ->
                    file.forPeople()
                            ? Steps.pay(file, MoveReason.RETURN_CONFIRMED, c)
                            : Transition.ignored(state);
            case PaymentMade made ->
                    file.declined() ? Steps.refunded(file, made) : Transition.ignored(state);
            case AllowanceEvent _,
                    HistoryHeard _,
                    CourierAccepted _,
                    CourierFailed _,
                    CourierUnsure _,
                    WaybillGiven _,
                    PaymentDeclined _,
                    PaymentParked _ ->
                    Transition.ignored(state);
        };
    }

    /** Never again by itself once the payment side declined, or people were asked for good. */
    private static Transition anew(Manual state, Circumstances c) {
        if (state.file().settledByPeople()) {
            return Transition.quietly(state);
        }
        Ruling ruling = c.rule(state.file());
        return ruling.decision() == Decision.MANUAL
                ? stays(state, Steps.silenceAgrees(state.file(), ruling, c), c)
                : Steps.decideAnew(state.file(), ruling, c);
    }

    /** Silence may come to agree, or not to; once it is overdue the time for it begins anew. */
    private static Transition stays(Manual state, boolean silenceAgrees, Circumstances c) {
        if (silenceAgrees == state.silenceAgrees()) {
            return Transition.quietly(state);
        }
        return state.overdue()
                ? Steps.manual(state.file(), MoveReason.DECIDED_ANEW, silenceAgrees, c)
                : Transition.moved(
                        new Manual(
                                state.file(),
                                state.remindAt(),
                                state.answerBy(),
                                silenceAgrees,
                                state.reminded(),
                                false),
                        MoveReason.DECIDED_ANEW);
    }

    private static Transition deadline(Manual state, Circumstances c) {
        if (!state.reminded()) {
            return Transition.quietly(
                    new Manual(
                            state.file(),
                            state.remindAt(),
                            state.answerBy(),
                            state.silenceAgrees(),
                            true,
                            false),
                    new Effect.Reminded(state.answerBy()));
        }
        return mayAgree(state, c)
                ? Steps.pay(state.file(), MoveReason.MERCHANT_SILENT, c)
                : Transition.moved(overdue(state), MoveReason.MERCHANT_SILENT);
    }

    private static boolean mayAgree(Manual state, Circumstances c) {
        return state.silenceAgrees() && Steps.silenceAgrees(state.file(), c.rule(state.file()), c);
    }

    private static Manual overdue(Manual state) {
        return new Manual(state.file(), state.remindAt(), state.answerBy(), false, true, true);
    }

    /** An answer that came after the case had gone to a person. */
    private static Transition stopped(Manual state, Circumstances c) {
        return state.file().interception() == null || state.file().settledByPeople()
                ? Transition.ignored(state)
                : Steps.pay(state.file().stoppedByCourier(), MoveReason.INTERCEPTION_SUCCEEDED, c);
    }
}
