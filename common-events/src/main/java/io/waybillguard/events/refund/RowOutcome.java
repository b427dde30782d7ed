package io.waybillguard.events.refund;

import io.waybillguard.events.types.Checks;
import org.jspecify.annotations.Nullable;

/**
 * One row of the rule table, as it came out.
 *
 * @param failed the first condition that did not hold; null on the row that held
 * @param because the row's own reason in words
 */
public record RowOutcome(String row, boolean held, @Nullable String failed, String because) {
    public RowOutcome {
        row = Checks.text("row", row, 512);
        because = Checks.text("because", because, 512);
    }
}
