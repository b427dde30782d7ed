package io.waybillguard.aftersales.refund;

import io.waybillguard.events.refund.MoveReason;
import java.util.ArrayList;
import java.util.List;

/**
 * One step of a case.
 *
 * @param next the state after it
 * @param effects what it tells, in order
 * @param ignored the event cannot happen in the state: nothing changed, and it is to be counted
 */
record Transition(RefundCase next, List<Effect> effects, boolean ignored) {

    static Transition moved(RefundCase next, MoveReason because, Effect... after) {
        List<Effect> effects = new ArrayList<>();
        effects.add(new Effect.Moved(because));
        effects.addAll(List.of(after));
        return new Transition(next, List.copyOf(effects), false);
    }

    static Transition quietly(RefundCase next, Effect... effects) {
        return new Transition(next, List.of(effects), false);
    }

    static Transition ignored(RefundCase same) {
        return new Transition(same, List.of(), true);
    }

    Transition preceded(Effect first) {
        List<Effect> all = new ArrayList<>();
        all.add(first);
        all.addAll(effects);
        return new Transition(next, List.copyOf(all), ignored);
    }

    Transition followed(Effect last) {
        List<Effect> all = new ArrayList<>(effects);
        all.add(last);
        return new Transition(next, List.copyOf(all), ignored);
    }
}
