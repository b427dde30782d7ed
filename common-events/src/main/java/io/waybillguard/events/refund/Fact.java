package io.waybillguard.events.refund;

import io.waybillguard.events.types.Checks;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing the engine knew when it decided.
 *
 * @param value in words or figures, without personal data
 * @param since when it came to be so; null when unknown
 */
public record Fact(String name, String value, @Nullable Instant since) {
    public Fact {
        name = Checks.text("name", name, 512);
        value = Checks.text("value", value, 512);
    }
}
