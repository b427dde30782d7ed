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
import io.waybillguard.aftersales.refund.RefundCase.WaitingForHistory;
import io.waybillguard.events.refund.MoveReason;

/**
 * A request that a rule of the shop decides by what the buyer was refunded of late: it is decided
 * once that is known. What is not known in time is a person's.
 */
final class WaitingForTheBook {

    private WaitingForTheBook() {}

    /** The first decision of a request whose order is known, or the question that it needs. */
    static Transition decide(RefundFile file, MoveReason because, Circumstances c) {
        Ruling ruling = c.rule(file);
        return ruling.question().lacksHistory()
                ? Transition.moved(
                        new WaitingForHistory(
                                file, c.now().plus(c.terms().allowanceAnswer()), false),
                        because,
                        new Effect.AskBook())
                : Steps.decide(file, ruling, because, c);
    }

    static Transition on(WaitingForHistory state, CaseEvent event, Circumstances c) {
        RefundFile file = state.file();
        return switch (event) {
            case HistoryHeard(var history) ->
                    Steps.decide(file.knows(history), MoveReason.HISTORY_HEARD, c);
            case DeadlineFell _ ->
                    state.prolonged()
                            ? Steps.decide(file, MoveReason.HISTORY_UNANSWERED, c)
                            : Transition.quietly(
                                    new WaitingForHistory(
                                            file, c.now().plus(c.terms().allowanceAnswer()), true));
            case BuyerChanged(var request) -> Transition.quietly(state.with(file.asks(request)));
            case FactsChanged _ -> Transition.quietly(state);
            case BuyerWithdrew _ -> {
                Ruling ruling = c.rule(file);
                yield Steps.withdrawn(Steps.answered(file, ruling))
                        .preceded(new Effect.Decided(ruling));
            }
            case ShopAgreed _ -> {
                Ruling ruling = c.rule(file);
                yield Steps.agree(Steps.answered(file, ruling), MoveReason.MERCHANT_AGREED, c)
                        .preceded(new Effect.Decided(ruling));
            }
            case AllowanceEvent _,
                    OfferEvent _,
                    CourierAccepted _,
                    CourierStopped _,
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
}
