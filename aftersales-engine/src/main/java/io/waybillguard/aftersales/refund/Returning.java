package io.waybillguard.aftersales.refund;

import io.waybillguard.aftersales.order.ParcelFacts;
import io.waybillguard.aftersales.refund.CaseEvent.BuyerWithdrew;
import io.waybillguard.aftersales.refund.CaseEvent.CourierAccepted;
import io.waybillguard.aftersales.refund.CaseEvent.CourierFailed;
import io.waybillguard.aftersales.refund.CaseEvent.CourierStopped;
import io.waybillguard.aftersales.refund.CaseEvent.CourierUnsure;
import io.waybillguard.aftersales.refund.CaseEvent.DeadlineFell;
import io.waybillguard.aftersales.refund.CaseEvent.FactsChanged;
import io.waybillguard.aftersales.refund.CaseEvent.PaymentDeclined;
import io.waybillguard.aftersales.refund.CaseEvent.PaymentMade;
import io.waybillguard.aftersales.refund.CaseEvent.PaymentParked;
import io.waybillguard.aftersales.refund.CaseEvent.ShopAgreed;
import io.waybillguard.aftersales.refund.CaseEvent.ShopConfirmed;
import io.waybillguard.aftersales.refund.CaseEvent.ShopRefused;
import io.waybillguard.aftersales.refund.CaseEvent.WaybillGiven;
import io.waybillguard.aftersales.refund.RefundCase.AwaitingReturn;
import io.waybillguard.aftersales.refund.RefundCase.ReturnOnTheWay;
import io.waybillguard.aftersales.refund.RefundCase.ReturnSigned;
import io.waybillguard.events.parcel.Stage;
import io.waybillguard.events.refund.CaseOutcome;
import io.waybillguard.events.refund.MoveReason;
import io.waybillguard.events.types.ParcelId;

/** A case whose goods come back before the money goes. */
final class Returning {

    private Returning() {}

    static Transition on(AwaitingReturn state, CaseEvent event, Circumstances c) {
        return switch (event) {
            case WaybillGiven(var parcel) -> onTheWay(state.file(), parcel);
            case ShopConfirmed _ -> Steps.pay(state.file(), MoveReason.RETURN_CONFIRMED, c);
            case DeadlineFell _ ->
                    Steps.end(state.file(), CaseOutcome.EXPIRED, MoveReason.RETURN_WAYBILL_OVERDUE);
            case BuyerWithdrew _ -> Steps.withdrawn(state.file());
            case FactsChanged _ -> Transition.quietly(state);
            case CourierAccepted _,
                    CourierStopped _,
                    CourierFailed _,
                    CourierUnsure _,
                    ShopAgreed _,
                    ShopRefused _,
                    PaymentMade _,
                    PaymentDeclined _,
                    PaymentParked _ ->
                    Transition.ignored(state);
        };
    }

    static Transition on(ReturnOnTheWay state, CaseEvent event, Circumstances c) {
        return switch (event) {
            case FactsChanged _ ->
                    signed(state.parcel(), c)
                            ? Transition.moved(
                                    new ReturnSigned(
                                            state.file(),
                                            state.parcel(),
                                            c.now().plus(c.terms().returnConfirmation())),
                                    MoveReason.RETURN_SIGNED)
                            : Transition.quietly(state);
            case WaybillGiven(var parcel) ->
                    parcel.equals(state.parcel())
                            ? Transition.ignored(state)
                            : onTheWay(state.file(), parcel);
            case ShopConfirmed _ -> Steps.pay(state.file(), MoveReason.RETURN_CONFIRMED, c);
            case BuyerWithdrew _ -> Steps.withdrawn(state.file());
            case DeadlineFell _,
                    CourierAccepted _,
                    CourierStopped _,
                    CourierFailed _,
                    CourierUnsure _,
                    ShopAgreed _,
                    ShopRefused _,
                    PaymentMade _,
                    PaymentDeclined _,
                    PaymentParked _ ->
                    Transition.ignored(state);
        };
    }

    static Transition on(ReturnSigned state, CaseEvent event, Circumstances c) {
        return switch (event) {
            case ShopConfirmed _, ShopAgreed _ ->
                    Steps.pay(state.file(), MoveReason.RETURN_CONFIRMED, c);
            case DeadlineFell _ ->
                    Steps.pay(state.file(), MoveReason.RETURN_CONFIRMATION_OVERDUE, c);
            case BuyerWithdrew _ -> Steps.withdrawn(state.file());
            case FactsChanged _ -> Transition.quietly(state);
            case CourierAccepted _,
                    CourierStopped _,
                    CourierFailed _,
                    CourierUnsure _,
                    ShopRefused _,
                    WaybillGiven _,
                    PaymentMade _,
                    PaymentDeclined _,
                    PaymentParked _ ->
                    Transition.ignored(state);
        };
    }

    private static Transition onTheWay(RefundFile file, ParcelId parcel) {
        return Transition.moved(new ReturnOnTheWay(file, parcel), MoveReason.RETURN_WAYBILL_GIVEN);
    }

    private static boolean signed(ParcelId parcel, Circumstances c) {
        ParcelFacts known = c.order().find(parcel);
        return known != null && known.stage() == Stage.SIGNED;
    }
}
