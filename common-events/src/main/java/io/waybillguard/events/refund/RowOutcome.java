package io.waybillguard.events.refund;

import io.waybillguard.events.types.Checks;
import org.jspecify.annotations.Nullable;

/**
 * One row of the rule table, as it came out.
 *
 * @param failed the first condition that did not hold, in English; null on the row that held
 * @param because the row's own reason in words; a shop's own in its own words
 * @param reason what did not hold, as machines tell it apart; null on the row that held, and in
 *     older events
 * @param failedZh {@code failed} in Chinese; null where there is none
 * @param becauseZh {@code because} in Chinese; null where a shop's own words stand for both, and in
 *     older events
 */
public record RowOutcome(
        String row,
        boolean held,
        @Nullable String failed,
        String because,
        @Nullable String reason,
        @Nullable String failedZh,
        @Nullable String becauseZh) {
    public RowOutcome {
        row = Checks.text("row", row, 512);
        because = Checks.text("because", because, 512);
    }

    /** In English alone. */
    public RowOutcome(String row, boolean held, @Nullable String failed, String because) {
        this(row, held, failed, because, null, null, null);
    }
}
