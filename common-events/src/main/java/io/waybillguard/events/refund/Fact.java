package io.waybillguard.events.refund;

import io.waybillguard.events.types.Checks;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing the engine knew when it decided.
 *
 * @param name in English: machines tell facts apart by it
 * @param value in words or figures, without personal data; in English
 * @param since when it came to be so; null when unknown
 * @param nameZh {@code name} in Chinese; null in older events
 * @param valueZh {@code value} in Chinese; null in older events
 */
public record Fact(
        String name,
        String value,
        @Nullable Instant since,
        @Nullable String nameZh,
        @Nullable String valueZh) {
    public Fact {
        name = Checks.text("name", name, 512);
        value = Checks.text("value", value, 512);
    }

    /** In English alone. */
    public Fact(String name, String value, @Nullable Instant since) {
        this(name, value, since, null, null);
    }
}
