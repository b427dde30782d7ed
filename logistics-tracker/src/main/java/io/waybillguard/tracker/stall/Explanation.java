package io.waybillguard.tracker.stall;

import java.util.List;

/**
 * Why a row of the threshold table counts.
 *
 * @param row the one that does
 * @param before the rows that were looked at before it, in order
 */
public record Explanation(ThresholdRow row, List<PassedOver> before) {

    public Explanation {
        before = List.copyOf(before);
    }

    /**
     * A row that does not hold.
     *
     * @param because its first condition that fails, in words
     */
    public record PassedOver(ThresholdRow row, String because) {}
}
