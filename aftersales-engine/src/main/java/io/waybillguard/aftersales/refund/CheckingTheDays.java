package io.waybillguard.aftersales.refund;

import io.waybillguard.aftersales.refund.CaseEvent.AllowanceEvent;
import io.waybillguard.aftersales.refund.CaseEvent.BuyerChanged;
import io.waybillguard.aftersales.refund.CaseEvent.BuyerWithdrew;
import io.waybillguard.aftersales.refund.CaseEvent.CourierAccepted;
import io.waybillguard.aftersales.refund.CaseEvent.CourierFailed;
import io.waybillguard.aftersales.refund.CaseEvent.CourierStopped;
import io.waybillguard.aftersales.refund.CaseEvent.CourierUnsure;
import io.waybillguard.aftersales.refund.CaseEvent.DayGranted;
import io.waybillguard.aftersales.refund.CaseEvent.DayRefused;
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
import io.waybillguard.aftersales.refund.RefundCase.CheckingAllowance;
import io.waybillguard.aftersales.rules.HeldBack;
import io.waybillguard.events.allowance.DayCap;
import io.waybillguard.events.refund.Decision;
import io.waybillguard.events.refund.MoveReason;
import java.util.ArrayList;
import java.util.List;

/**
 * A case that a rule pays, if the platform's caps of the day allow it: every day that was asked
 * must say so. One that says no, or says nothing in time, leaves the case to a person.
 */
final class CheckingTheDays {

    private CheckingTheDays() {}

    /** To the payment side, by a rule: once the days that are capped have said that it may. */
    static Transition ask(RefundFile file, MoveReason because, Circumstances c) {
        if (c.capped().isEmpty() || !c.payable(file)) {
            return Steps.pay(file, because, c);
        }
        List<DayCap> days = List.copyOf(c.capped());
        Allowance asked = Allowance.asked(file.allowance(), days, c.now());
        return Transition.moved(
                new CheckingAllowance(
                        file.with(asked), days, c.now().plus(c.terms().allowanceAnswer()), false),
                because,
                days.stream().map(Effect.AskDay::new).toArray(Effect[]::new));
    }

    static Transition on(CheckingAllowance state, CaseEvent event, Circumstances c) {
        RefundFile file = state.file();
        return switch (event) {
            case AllowanceEvent answer -> answered(state, answer, c);
            case DeadlineFell _ -> unanswered(state, c);
            case FactsChanged _ -> facts(state, c);
            case BuyerChanged(var request) -> Changes.anew(state, request, c);
            case BuyerWithdrew _ -> Steps.withdrawn(file);
            case ShopAgreed _ ->
                    Steps.agree(file.withoutAllowance(), MoveReason.MERCHANT_AGREED, c);
            case CourierStopped _ ->
                    file.interception() == null
                            ? Transition.ignored(state)
                            : Steps.pay(
                                    file.withoutAllowance().stoppedByCourier(),
                                    MoveReason.INTERCEPTION_SUCCEEDED,
                                    c);
            case OfferEvent _,
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

    private static Transition unanswered(CheckingAllowance state, Circumstances c) {
        return state.prolonged()
                ? heldBack(state.file(), HeldBack.unanswered(), MoveReason.ALLOWANCE_UNANSWERED, c)
                : Transition.quietly(
                        new CheckingAllowance(
                                state.file(),
                                state.awaited(),
                                c.now().plus(c.terms().allowanceAnswer()),
                                true));
    }

    private static Transition answered(
            CheckingAllowance state, AllowanceEvent answer, Circumstances c) {
        return switch (answer) {
            case DayGranted(var day) -> granted(state, day, c);
            case DayRefused(var why) -> heldBack(state.file(), why, MoveReason.ALLOWANCE_DENIED, c);
        };
    }

    private static Transition granted(CheckingAllowance state, DayCap day, Circumstances c) {
        if (!state.awaited().contains(day)) {
            return Transition.ignored(state);
        }
        List<DayCap> rest = new ArrayList<>(state.awaited());
        rest.remove(day);
        return rest.isEmpty()
                ? Steps.pay(state.file(), MoveReason.ALLOWANCE_GRANTED, c)
                : Transition.quietly(
                        new CheckingAllowance(
                                state.file(), rest, state.answerBy(), state.prolonged()));
    }

    /** From now on the table's answer is a person's, as long as the buyer asks for the same. */
    private static Transition heldBack(
            RefundFile file, HeldBack why, MoveReason because, Circumstances c) {
        Allowance asked = file.allowance();
        RefundFile held = asked == null ? file : file.with(asked.refused(why));
        return Steps.decideAnew(held, c.rule(held), because, c);
    }

    /** Another row that pays is asked for anew, with its proof. */
    private static Transition facts(CheckingAllowance state, Circumstances c) {
        Ruling ruling = c.rule(state.file());
        return ruling.decision() == Decision.AUTO_REFUND
                        && ruling.verdict().row().equals(state.file().row())
                ? Transition.quietly(state)
                : Steps.decideAnew(state.file(), ruling, c);
    }
}
