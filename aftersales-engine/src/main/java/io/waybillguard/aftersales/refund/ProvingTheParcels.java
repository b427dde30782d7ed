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
import io.waybillguard.aftersales.refund.RefundCase.ProvingParcels;
import io.waybillguard.events.refund.Decision;
import io.waybillguard.events.refund.MoveReason;

/**
 * A case that a rule pays by what parcels did not do: it waits until all that the couriers told
 * until the decision has been read, and is asked once more then.
 */
final class ProvingTheParcels {

    private ProvingTheParcels() {}

    static Transition on(ProvingParcels state, CaseEvent event, Circumstances c) {
        RefundFile file = state.file();
        return switch (event) {
            case BuyerChanged(var request) -> Changes.anew(state, request, c);
            case OfferEvent _ -> Transition.ignored(state);
            case FactsChanged _ -> facts(state, c);
            case DeadlineFell _ -> Steps.proven(file, c);
            case ShopAgreed _ -> Steps.agree(file, MoveReason.MERCHANT_AGREED, c);
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
                    ShopRefused _,
                    WaybillGiven _,
                    ShopConfirmed _,
                    PaymentMade _,
                    PaymentDeclined _,
                    PaymentParked _ ->
                    Transition.ignored(state);
        };
    }

    /** What needs no proof any more, or is not to be paid any more, does not wait for it. */
    private static Transition facts(ProvingParcels state, Circumstances c) {
        Ruling ruling = c.rule(state.file());
        return ruling.decision() == Decision.AUTO_REFUND && ruling.verdict().needsProof()
                ? Transition.quietly(state)
                : Steps.decideAnew(state.file(), ruling, c);
    }
}
