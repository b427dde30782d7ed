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
import io.waybillguard.aftersales.refund.RefundCase.Intercepting;
import io.waybillguard.events.parcel.Stage;
import io.waybillguard.events.refund.MoveReason;
import io.waybillguard.events.types.ParcelId;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/** A case whose parcel a courier was asked to stop. */
final class WithTheCourier {

    private static final Set<Stage> DELIVERED_SOON =
            EnumSet.of(
                    Stage.AT_DESTINATION,
                    Stage.OUT_FOR_DELIVERY,
                    Stage.STORED,
                    Stage.DELIVERY_FAILED,
                    Stage.SIGNED);

    private WithTheCourier() {}

    static Transition on(Intercepting state, CaseEvent event, Circumstances c) {
        RefundFile file = state.file();
        return switch (event) {
            case BuyerChanged(var request) -> Changes.intercepting(state, request, c);
            case OfferEvent _, HistoryHeard _, AllowanceEvent _ -> Transition.ignored(state);
            case CourierAccepted _ -> accepted(state, c);
            case CourierUnsure(var unreachable) ->
                    unreachable && !state.accepted()
                            ? unreachable(state, c)
                            : Transition.quietly(heard(state, state.accepted(), c));
            case CourierStopped _ ->
                    Steps.pay(file.stoppedByCourier(), MoveReason.INTERCEPTION_SUCCEEDED, c);
            case CourierFailed _ -> fall(file, MoveReason.INTERCEPTION_FAILED, c);
            case DeadlineFell _ -> deadline(state, c);
            case BuyerWithdrew _ -> Steps.withdrawn(file);
            case ShopAgreed _ -> Steps.pay(file, MoveReason.MERCHANT_AGREED, c);
            case FactsChanged _ ->
                    c.order().back()
                            ? Steps.pay(file, MoveReason.PARCEL_REFUSED, c)
                            : waited(state, c);
            case ShopRefused _,
                    WaybillGiven _,
                    ShopConfirmed _,
                    PaymentMade _,
                    PaymentDeclined _,
                    PaymentParked _ ->
                    Transition.ignored(state);
        };
    }

    /** The courier cannot be reached: that is told once, and waited for while the parcel waits. */
    private static Transition unreachable(Intercepting state, Circumstances c) {
        if (tooLate(c)) {
            return fall(state.file(), MoveReason.COURIER_UNREACHABLE, c);
        }
        return state.unreachableSince() != null
                ? Transition.quietly(state)
                : Transition.moved(
                        new Intercepting(
                                state.file(),
                                false,
                                state.askAt(),
                                state.answerBy(),
                                state.requestedAt(),
                                c.now()),
                        MoveReason.COURIER_UNREACHABLE);
    }

    private static Transition waited(Intercepting state, Circumstances c) {
        return state.unreachableSince() != null && tooLate(c)
                ? fall(state.file(), MoveReason.COURIER_UNREACHABLE, c)
                : Transition.quietly(state);
    }

    /** The parcel is where it is about to be delivered, or beyond: it does not wait. */
    private static boolean tooLate(Circumstances c) {
        return c.order().deliveries().stream()
                .anyMatch(parcel -> DELIVERED_SOON.contains(parcel.stage()));
    }

    private static Transition accepted(Intercepting state, Circumstances c) {
        Intercepting heard = heard(state, true, c);
        return state.accepted()
                ? Transition.quietly(heard)
                : Transition.moved(heard, MoveReason.INTERCEPTION_ACCEPTED);
    }

    private static Intercepting heard(Intercepting state, boolean accepted, Circumstances c) {
        return new Intercepting(
                state.file(), accepted, nextAsk(c), state.answerBy(), state.requestedAt());
    }

    /** Asked again; whether the courier can be reached is known no better. */
    private static Intercepting asked(Intercepting state, Circumstances c) {
        return new Intercepting(
                state.file(),
                state.accepted(),
                nextAsk(c),
                state.answerBy(),
                state.requestedAt(),
                state.unreachableSince());
    }

    private static Instant nextAsk(Circumstances c) {
        return c.now().plus(c.terms().interceptionAskEvery());
    }

    private static Transition deadline(Intercepting state, Circumstances c) {
        ParcelId parcel = state.file().interception();
        if (parcel == null || !state.answerBy().isAfter(c.now())) {
            return fall(state.file(), MoveReason.INTERCEPTION_UNANSWERED, c);
        }
        return Transition.quietly(
                asked(state, c), new Effect.AskAgain(parcel, state.requestedAt()));
    }

    /**
     * Without an interception: the buyer may still refuse what is not signed for. What is asked by
     * now may call for something else.
     */
    private static Transition fall(RefundFile file, MoveReason because, Circumstances c) {
        if (file.changed()) {
            return Steps.decideAnew(file, c.rule(file), because, c);
        }
        return c.order().signed()
                ? Steps.manual(file, because, c)
                : Steps.awaitRejection(file, because, c);
    }
}
