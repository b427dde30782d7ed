package io.waybillguard.aftersales.refund;

import io.waybillguard.aftersales.refund.CaseEvent.AllowanceEvent;
import io.waybillguard.aftersales.refund.CaseEvent.BuyerAccepted;
import io.waybillguard.aftersales.refund.CaseEvent.BuyerChanged;
import io.waybillguard.aftersales.refund.CaseEvent.BuyerDeclined;
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
import io.waybillguard.aftersales.refund.CaseEvent.ShopOffered;
import io.waybillguard.aftersales.refund.CaseEvent.ShopRefused;
import io.waybillguard.aftersales.refund.CaseEvent.ShopWithdrewOffer;
import io.waybillguard.aftersales.refund.CaseEvent.WaybillGiven;
import io.waybillguard.aftersales.refund.RefundCase.Manual;
import io.waybillguard.aftersales.refund.RefundCase.Offered;
import io.waybillguard.events.refund.CaseOutcome;
import io.waybillguard.events.refund.MoveReason;
import io.waybillguard.events.types.Money;
import java.time.Duration;
import java.time.Instant;

/** A case whose buyer is to accept or decline what the shop offers. */
final class WithTheOffer {

    private WithTheOffer() {}

    static Transition on(Offered state, CaseEvent event, Circumstances c) {
        return switch (event) {
            case OfferEvent answer -> answered(state, answer, c);
            case DeadlineFell _ ->
                    state.reminded()
                            ? goesOn(state, MoveReason.OFFER_EXPIRED, c)
                            : Transition.quietly(
                                    reminded(state),
                                    new Effect.Reminded(state.offer().expiresAt()));
            case BuyerChanged(var request) -> Changes.anew(state, request, c);
            case BuyerWithdrew _ -> Steps.withdrawn(state.file());
            case FactsChanged _,
                    CourierStopped _,
                    ShopAgreed _,
                    ShopConfirmed _,
                    WaybillGiven _,
                    PaymentMade _ ->
                    asBefore(state, event, c);
            case AllowanceEvent _,
                    HistoryHeard _,
                    CourierAccepted _,
                    CourierFailed _,
                    CourierUnsure _,
                    ShopRefused _,
                    PaymentDeclined _,
                    PaymentParked _ ->
                    Transition.ignored(state);
        };
    }

    private static Transition answered(Offered state, OfferEvent answer, Circumstances c) {
        boolean meant = answer.offerId().equals(state.offer().offerId());
        if (!meant || answer instanceof ShopOffered) {
            return Transition.ignored(state);
        }
        if (!c.now().isBefore(state.offer().expiresAt())) {
            return goesOn(state, MoveReason.OFFER_EXPIRED, c);
        }
        return switch (answer) {
            case BuyerAccepted _ -> accepted(state, c);
            case BuyerDeclined _ -> goesOn(state, MoveReason.OFFER_DECLINED, c);
            case ShopWithdrewOffer _ -> goesOn(state, MoveReason.OFFER_WITHDRAWN, c);
            case ShopOffered _ -> Transition.ignored(state);
        };
    }

    /** Paid is what was agreed on; what cannot be paid any more goes on as before. */
    private static Transition accepted(Offered state, Circumstances c) {
        Money amount = state.offer().amount();
        if (amount == null) {
            return Steps.end(state.file(), CaseOutcome.RESHIPPED, MoveReason.OFFER_ACCEPTED);
        }
        RefundFile agreed = state.file().agreedOn(amount);
        return c.payable(agreed)
                ? Steps.pay(agreed, MoveReason.OFFER_ACCEPTED, c)
                : goesOn(state, MoveReason.OTHER, c);
    }

    private static Offered reminded(Offered state) {
        return new Offered(state.before(), state.offer(), state.since(), state.remindAt(), true);
    }

    /** What moves the case where it stood moves it now too, and the offer is void. */
    private static Transition asBefore(Offered state, CaseEvent event, Circumstances c) {
        Transition step = CaseMachine.step(state.before(), event, c);
        if (step.ignored()) {
            return Transition.ignored(state);
        }
        return step.next().state() == state.before().state()
                ? Transition.quietly(stays(state, step.next(), c))
                : step;
    }

    /** A clock that was set anew meanwhile stands still since then. */
    private static Offered stays(Offered state, RefundCase before, Circumstances c) {
        Instant since = sameClock(state.before(), before) ? state.since() : c.now();
        return new Offered(before, state.offer(), since, state.remindAt(), state.reminded());
    }

    private static boolean sameClock(RefundCase one, RefundCase other) {
        return !(one instanceof Manual first)
                || !(other instanceof Manual second)
                || first.answerBy().equals(second.answerBy());
    }

    private static Transition goesOn(Offered state, MoveReason because, Circumstances c) {
        RefundCase before = state.before();
        return Transition.moved(
                before instanceof Manual manual
                        ? wound(manual, Duration.between(state.since(), c.now()))
                        : before,
                because);
    }

    /** With the time that was left when the offer was made. */
    private static Manual wound(Manual manual, Duration stood) {
        return new Manual(
                manual.file(),
                manual.remindAt().plus(stood),
                manual.answerBy().plus(stood),
                manual.silenceAgrees(),
                manual.reminded(),
                manual.overdue());
    }
}
