package io.waybillguard.aftersales.rules;

import io.waybillguard.events.policy.Language;
import org.jspecify.annotations.Nullable;

/**
 * One row, as it came out.
 *
 * @param reason the first condition that did not hold; null on the row that held
 * @param because the row's own reason
 */
public record Looked(String row, boolean held, @Nullable Phrase reason, Phrase because) {

    /** Why it did not hold, in English; null where it did. */
    @Nullable String failed() {
        return reason == null ? null : reason.in(Language.EN);
    }
}
