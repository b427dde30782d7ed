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
import io.waybillguard.aftersales.refund.RefundCase.AwaitingReturn;
import io.waybillguard.aftersales.refund.RefundCase.CheckingAllowance;
import io.waybillguard.aftersales.refund.RefundCase.Closed;
import io.waybillguard.aftersales.refund.RefundCase.Intercepting;
import io.waybillguard.aftersales.refund.RefundCase.Manual;
import io.waybillguard.aftersales.refund.RefundCase.Offered;
import io.waybillguard.aftersales.refund.RefundCase.Paying;
import io.waybillguard.aftersales.refund.RefundCase.PayoutParked;
import io.waybillguard.aftersales.refund.RefundCase.ProvingParcels;
import io.waybillguard.aftersales.refund.RefundCase.ReturnOnTheWay;
import io.waybillguard.aftersales.refund.RefundCase.ReturnSigned;
import io.waybillguard.aftersales.refund.RefundCase.WaitingForHistory;
import io.waybillguard.aftersales.refund.RefundCase.WaitingForOrder;
import io.waybillguard.events.refund.MoveReason;

/** The next step of a case for every event; what cannot happen in a state is ignored. */
final class CaseMachine {

    private CaseMachine() {}

    static Transition on(RefundCase state, CaseEvent event, Circumstances c) {
        Transition step =
                GivingBack.after(state, LettingGo.after(state, event, step(state, event, c)));
        return step.ignored() && event instanceof CourierStopped ? remembered(step) : step;
    }

    /** Where it moves nothing any more, it still counts against what the courier does once. */
    private static Transition remembered(Transition ignored) {
        RefundCase state = ignored.next();
        RefundFile file = state.file();
        return file.interception() == null || file.stopped()
                ? ignored
                : Transition.quietly(state.with(file.stoppedByCourier()));
    }

    /** The step alone, without what is remembered whatever becomes of the case. */
    static Transition step(RefundCase state, CaseEvent event, Circumstances c) {
        return switch (state) {
            case WaitingForOrder waiting -> waiting(waiting, event, c);
            case WaitingForHistory waiting -> WaitingForTheBook.on(waiting, event, c);
            case Manual manual -> WithTheShop.on(manual, event, c);
            case Intercepting intercepting -> WithTheCourier.on(intercepting, event, c);
            case Offered offered -> WithTheOffer.on(offered, event, c);
            case AwaitingRejection awaiting -> WithTheBuyer.on(awaiting, event, c);
            case AwaitingReturn awaiting -> Returning.on(awaiting, event, c);
            case ReturnOnTheWay onTheWay -> Returning.on(onTheWay, event, c);
            case ReturnSigned signed -> Returning.on(signed, event, c);
            case ProvingParcels proving -> ProvingTheParcels.on(proving, event, c);
            case CheckingAllowance checking -> CheckingTheDays.on(checking, event, c);
            case Paying paying -> paying(paying, event, c);
            case PayoutParked parked -> parked(parked, event, c);
            case Closed closed -> closed(closed, event);
        };
    }

    private static Transition waiting(WaitingForOrder state, CaseEvent event, Circumstances c) {
        return switch (event) {
            case BuyerChanged(var request) ->
                    Transition.quietly(state.with(state.file().asks(request)));
            case OfferEvent _, HistoryHeard _, AllowanceEvent _ -> Transition.ignored(state);
            case FactsChanged _ ->
                    c.order().known()
                            ? WaitingForTheBook.decide(state.file(), MoveReason.ORDER_ARRIVED, c)
                            : Transition.quietly(state);
            case DeadlineFell _ -> Steps.decide(state.file(), MoveReason.ORDER_NEVER_ARRIVED, c);
            case BuyerWithdrew _ -> {
                Ruling ruling = c.rule(state.file());
                yield Steps.withdrawn(Steps.answered(state.file(), ruling))
                        .preceded(new Effect.Decided(ruling));
            }
            case CourierAccepted _,
                    CourierStopped _,
                    CourierFailed _,
                    CourierUnsure _,
                    ShopAgreed _,
                    ShopRefused _,
                    WaybillGiven _,
                    ShopConfirmed _,
                    PaymentMade _,
                    PaymentDeclined _,
                    PaymentParked _ ->
                    Transition.ignored(state);
        };
    }

    private static Transition paying(Paying state, CaseEvent event, Circumstances c) {
        return switch (event) {
            case OfferEvent _, HistoryHeard _, AllowanceEvent _, BuyerChanged _ ->
                    Transition.ignored(state);
            case PaymentMade made -> Steps.refunded(state.file(), made);
            case PaymentDeclined _ -> declined(state.file(), c);
            case PaymentParked _ ->
                    Transition.moved(new PayoutParked(state.file()), MoveReason.PAYOUT_PARKED);
            case FactsChanged _ -> Transition.quietly(state);
            case DeadlineFell _,
                    CourierAccepted _,
                    CourierStopped _,
                    CourierFailed _,
                    CourierUnsure _,
                    BuyerWithdrew _,
                    ShopAgreed _,
                    ShopRefused _,
                    WaybillGiven _,
                    ShopConfirmed _ ->
                    Transition.ignored(state);
        };
    }

    private static Transition parked(PayoutParked state, CaseEvent event, Circumstances c) {
        return switch (event) {
            case OfferEvent _, HistoryHeard _, AllowanceEvent _, BuyerChanged _ ->
                    Transition.ignored(state);
            case PaymentMade made -> Steps.refunded(state.file(), made);
            case PaymentDeclined _ -> declined(state.file(), c);
            case FactsChanged _ -> Transition.quietly(state);
            case PaymentParked _,
                    DeadlineFell _,
                    CourierAccepted _,
                    CourierStopped _,
                    CourierFailed _,
                    CourierUnsure _,
                    BuyerWithdrew _,
                    ShopAgreed _,
                    ShopRefused _,
                    WaybillGiven _,
                    ShopConfirmed _ ->
                    Transition.ignored(state);
        };
    }

    private static Transition declined(RefundFile file, Circumstances c) {
        return Steps.manual(file.declinedByPayment(), MoveReason.PAYOUT_DECLINED, c);
    }

    private static Transition closed(Closed state, CaseEvent event) {
        return switch (event) {
            case OfferEvent _, HistoryHeard _, AllowanceEvent _, BuyerChanged _ ->
                    Transition.ignored(state);
            case FactsChanged _ -> Transition.quietly(state);
            case DeadlineFell _,
                    CourierAccepted _,
                    CourierStopped _,
                    CourierFailed _,
                    CourierUnsure _,
                    BuyerWithdrew _,
                    ShopAgreed _,
                    ShopRefused _,
                    WaybillGiven _,
                    ShopConfirmed _,
                    PaymentMade _,
                    PaymentDeclined _,
                    PaymentParked _ ->
                    Transition.ignored(state);
        };
    }
}
