package io.waybillguard.aftersales.refund;

import io.waybillguard.aftersales.order.ParcelFacts;
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
import io.waybillguard.aftersales.refund.RefundCase.AwaitingReturn;
import io.waybillguard.aftersales.refund.RefundCase.ReturnOnTheWay;
import io.waybillguard.aftersales.refund.RefundCase.ReturnSigned;
import io.waybillguard.events.refund.CaseOutcome;
import io.waybillguard.events.refund.MoveReason;
import io.waybillguard.events.types.ParcelId;
import java.time.Instant;

/** A case whose goods come back before the money goes. */
final class Returning {

    private Returning() {}

    static Transition on(AwaitingReturn state, CaseEvent event, Circumstances c) {
        return switch (event) {
            case BuyerChanged(var request) -> Changes.anew(state, request, c);
            case OfferEvent offer -> Offers.on(state, offer, c);
            case WaybillGiven(var parcel) ->
                    isDelivery(parcel, c)
                            ? Transition.ignored(state)
                            : onTheWay(state.file(), parcel, state.approvedAt(), c);
            case ShopConfirmed _ -> Steps.pay(state.file(), MoveReason.RETURN_CONFIRMED, c);
            case DeadlineFell _ ->
                    Steps.end(state.file(), CaseOutcome.EXPIRED, MoveReason.RETURN_WAYBILL_OVERDUE);
            case BuyerWithdrew _ -> Steps.withdrawn(state.file());
            case FactsChanged _ ->
                    c.order().back() ? backAlready(state.file(), c) : Transition.quietly(state);
            case AllowanceEvent _,
                    HistoryHeard _,
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

    static Transition on(ReturnOnTheWay state, CaseEvent event, Circumstances c) {
        return switch (event) {
            case BuyerChanged(var request) -> Changes.returning(state, request, c);
            case OfferEvent _ -> Transition.ignored(state);
            case FactsChanged _ -> arrived(state, c);
            case WaybillGiven(var parcel) ->
                    parcel.equals(state.parcel()) || isDelivery(parcel, c)
                            ? Transition.ignored(state)
                            : onTheWay(state.file(), parcel, state.approvedAt(), c);
            case ShopConfirmed _ -> Steps.pay(state.file(), MoveReason.RETURN_CONFIRMED, c);
            case DeadlineFell _ -> Steps.handOver(state.file(), MoveReason.RETURN_OVERDUE, c);
            case BuyerWithdrew _ -> Steps.withdrawn(state.file());
            case AllowanceEvent _,
                    HistoryHeard _,
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
            case BuyerChanged(var request) -> Changes.returning(state, request, c);
            case OfferEvent _ -> Transition.ignored(state);
            case ShopConfirmed _, ShopAgreed _ ->
                    Steps.pay(state.file(), MoveReason.RETURN_CONFIRMED, c);
            case ShopRefused _ -> Steps.handOver(state.file(), MoveReason.MERCHANT_REFUSED, c);
            case DeadlineFell _ ->
                    Steps.pay(state.file(), MoveReason.RETURN_CONFIRMATION_OVERDUE, c);
            case BuyerWithdrew _ -> Steps.withdrawn(state.file());
            case FactsChanged _ -> Transition.quietly(state);
            case AllowanceEvent _,
                    HistoryHeard _,
                    CourierAccepted _,
                    CourierStopped _,
                    CourierFailed _,
                    CourierUnsure _,
                    WaybillGiven _,
                    PaymentMade _,
                    PaymentDeclined _,
                    PaymentParked _ ->
                    Transition.ignored(state);
        };
    }

    private static Transition onTheWay(
            RefundFile file, ParcelId parcel, Instant approvedAt, Circumstances c) {
        return Transition.moved(
                new ReturnOnTheWay(
                        file, parcel, approvedAt, c.now().plus(c.terms().returnArrival())),
                MoveReason.RETURN_WAYBILL_GIVEN);
    }

    private static Transition arrived(ReturnOnTheWay state, Circumstances c) {
        if (signed(state, c)) {
            return atTheShop(state.file(), state.parcel(), c);
        }
        return c.order().back() ? backAlready(state.file(), c) : Transition.quietly(state);
    }

    /** The buyer refused the goods: they come back, or are, under the waybills they went with. */
    private static Transition backAlready(RefundFile file, Circumstances c) {
        return atTheShop(file, c.order().deliveries().getFirst().id(), c);
    }

    private static Transition atTheShop(RefundFile file, ParcelId parcel, Circumstances c) {
        return Transition.moved(
                new ReturnSigned(file, parcel, c.now().plus(c.terms().returnConfirmation())),
                MoveReason.RETURN_SIGNED);
    }

    private static boolean isDelivery(ParcelId parcel, Circumstances c) {
        ParcelFacts known = c.order().find(parcel);
        return known != null && known.delivery();
    }

    /** Of a parcel that is known to be a return, and since this return was approved. */
    private static boolean signed(ReturnOnTheWay state, Circumstances c) {
        ParcelFacts known = c.order().find(state.parcel());
        Instant signedAt = known == null || known.delivery() ? null : known.signedAt();
        return signedAt != null && !signedAt.isBefore(state.approvedAt());
    }
}
