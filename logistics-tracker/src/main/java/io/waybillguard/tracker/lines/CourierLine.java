package io.waybillguard.tracker.lines;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line as a provider tells it, before anything is understood.
 *
 * @param happenedAt null when its time cannot be read
 * @param code the provider's own; empty where there is none
 * @param parent the wider code that {@code code} belongs to, which counts where the table does not
 *     know {@code code}; may be empty
 * @param text the line's words, with whatever personal data stands in them; may be empty
 * @param place as told apart from the words; may be empty
 */
public record CourierLine(
        @Nullable Instant happenedAt, String code, String parent, String text, String place) {

    /** A line whose code belongs to no other. */
    public CourierLine(@Nullable Instant happenedAt, String code, String text, String place) {
        this(happenedAt, code, "", text, place);
    }

    /** The same line, saying {@code code}. */
    CourierLine saying(String code, String parent) {
        return new CourierLine(happenedAt, code, parent, text, place);
    }

    /** The same line in other words. */
    CourierLine inWords(String text) {
        return new CourierLine(happenedAt, code, parent, text, place);
    }

    /** Whether neither a code nor the words tell what happened. */
    boolean isSilent() {
        return code.isBlank() && parent.isBlank() && Words.kindOf(text) == null;
    }
}
