package io.waybillguard.aftersales.refund;

import io.waybillguard.aftersales.rules.HeldBack;
import io.waybillguard.events.allowance.DayCap;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was asked of the day's automatic money for a request, the last time.
 *
 * @param attempt how often, with this time: an answer to an earlier one says nothing
 * @param days whose days were asked
 * @param at when: it counts for that day
 * @param held it counts there, or may come to: it was not given back
 * @param heldBack why no rule alone may pay what is asked for; null where none is known
 */
public record Allowance(
        int attempt, List<DayCap> days, Instant at, boolean held, @Nullable HeldBack heldBack) {

    public Allowance {
        days = List.copyOf(days);
    }

    static Allowance asked(@Nullable Allowance before, List<DayCap> days, Instant at) {
        return new Allowance(before == null ? 1 : before.attempt() + 1, days, at, true, null);
    }

    Allowance returned() {
        return new Allowance(attempt, days, at, false, heldBack);
    }

    Allowance refused(HeldBack why) {
        return new Allowance(attempt, days, at, held, why);
    }

    /** Something else is asked for: it may be tried again. */
    Allowance forgiven() {
        return new Allowance(attempt, days, at, held, null);
    }
}
