package io.waybillguard.kit.signing;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BinaryOperator;

/**
 * The fields of {@code application/x-www-form-urlencoded}, a body's or an address's query, in the
 * order in which they come. What has no name is passed over.
 */
public final class Forms {

    private Forms() {}

    /**
     * Of a field that comes twice, the first.
     *
     * @throws IllegalArgumentException for a broken escape
     */
    public static Map<String, String> firstOfEach(String text) {
        return fields(text, (first, _) -> first);
    }

    /**
     * Of a field that comes twice, the last.
     *
     * @throws IllegalArgumentException for a broken escape
     */
    public static Map<String, String> lastOfEach(String text) {
        return fields(text, (_, last) -> last);
    }

    private static Map<String, String> fields(String text, BinaryOperator<String> ofTwo) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.merge(
                        decoded(pair.substring(0, equals)),
                        decoded(pair.substring(equals + 1)),
                        ofTwo);
            }
        }
        return fields;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
