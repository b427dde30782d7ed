package io.waybillguard.aftersales.refund;

import io.waybillguard.aftersales.refund.RefundCase.CheckingAllowance;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives the day's automatic money back when a case does not take it, or takes it otherwise than by
 * a rule. That is said to every day that was asked, whatever it answered or will answer: each hears
 * what is asked and what is given back in the order in which it was said.
 */
final class GivingBack {

    private GivingBack() {}

    static Transition after(RefundCase before, Transition step) {
        Allowance held = before.file().allowance();
        if (step.ignored() || held == null || !held.held() || keeps(step.next(), held)) {
            return step;
        }
        List<Effect> effects = new ArrayList<>();
        held.days().forEach(day -> effects.add(new Effect.GiveBack(day, held)));
        effects.addAll(step.effects());
        Allowance then = step.next().file().allowance();
        RefundCase next =
                then != null && then.attempt() == held.attempt()
                        ? step.next().with(step.next().file().withoutAllowance())
                        : step.next();
        return new Transition(next, List.copyOf(effects), false);
    }

    private static boolean keeps(RefundCase next, Allowance held) {
        Allowance then = next.file().allowance();
        return then != null
                && then.held()
                && then.attempt() == held.attempt()
                && (next instanceof CheckingAllowance || next.commanded());
    }
}
