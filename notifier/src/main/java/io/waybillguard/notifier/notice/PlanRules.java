package io.waybillguard.notifier.notice;

import java.time.Duration;

/**
 * By what rules messages are planned.
 *
 * @param gather how long the first piece of news waits for others of the same buyer
 * @param dailyCap messages a buyer a day, but those a refund needs
 * @param staleAfter news is worth nothing from this age on
 * @param stallStaleAfter a message about a stall is worth nothing so long after it was planned: by
 *     then the parcel may have moved
 * @param rememberFor how long it is remembered what was told
 * @param pendingAtMost pieces of news of one buyer that may wait at one time
 * @param rememberAtMost matters of one buyer that are remembered; beyond, the oldest are forgotten
 * @throws IllegalArgumentException when a duration or a bound is not positive, or the cap negative
 */
public record PlanRules(
        QuietHours quietHours,
        Duration gather,
        int dailyCap,
        Duration staleAfter,
        Duration stallStaleAfter,
        Duration rememberFor,
        int pendingAtMost,
        int rememberAtMost) {

    public PlanRules {
        boolean durations =
                !gather.isNegative()
                        && staleAfter.isPositive()
                        && stallStaleAfter.isPositive()
                        && rememberFor.isPositive();
        if (!durations || dailyCap < 0 || pendingAtMost < 1 || rememberAtMost < 1) {
            throw new IllegalArgumentException(
                    "rules of planning need positive durations and bounds, and no negative cap");
        }
    }
}
