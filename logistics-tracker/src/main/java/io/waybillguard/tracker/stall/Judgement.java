package io.waybillguard.tracker.stall;

import java.util.List;

/**
 * What the judge found.
 *
 * @param watch what to remember
 * @param changes what to tell, in this order
 */
public record Judgement(Watch watch, List<StallChange> changes) {

    static Judgement unchanged(Watch watch) {
        return new Judgement(watch, List.of());
    }
}
