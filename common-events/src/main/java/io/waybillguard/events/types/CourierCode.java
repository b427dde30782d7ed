package io.waybillguard.events.types;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A courier by its own code, in upper case: {@code ZTO}, {@code YTO}, {@code STO}, {@code JT},
 * {@code YUNDA}, {@code SF}, {@code JD}, {@code EMS}, {@code POST}, {@code DEPPON}; providers'
 * spellings are translated at the edge.
 *
 * @param value 1 to 32 letters, digits, {@code _} and {@code -}; lower case is raised
 * @throws IllegalArgumentException for any other text
 */
public record CourierCode(@JsonValue String value) implements Comparable<CourierCode> {

    private static final int LONGEST = 32;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CourierCode {
        value = normalised(value);
    }

    private static String normalised(@Nullable String value) {
        String upper = Checks.required("courier", value).toUpperCase(Locale.ROOT);
        if (!Checks.isMadeOf(upper, LONGEST, c -> Checks.isUpperCase(c) || c == '_')) {
            throw new IllegalArgumentException("courier must be 1 to 32 letters, digits, _ and -");
        }
        return upper;
    }

    @Override
    public int compareTo(CourierCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
