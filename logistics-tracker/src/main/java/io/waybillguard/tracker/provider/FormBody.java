package io.waybillguard.tracker.provider;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A body of {@code application/x-www-form-urlencoded}: the fields' exact texts, which signatures
 * cover.
 */
public final class FormBody {

    private final Map<String, String> fields;

    private FormBody(Map<String, String> fields) {
        this.fields = fields;
    }

    /**
     * The form in {@code body}; empty when an escape in it is broken. The last of a name counts.
     */
    public static Optional<FormBody> read(byte[] body) {
        Map<String, String> fields = new HashMap<>();
        try {
            for (String field : new String(body, StandardCharsets.UTF_8).split("&", -1)) {
                int equals = field.indexOf('=');
                if (equals > 0) {
                    fields.put(
                            decoded(field.substring(0, equals)),
                            decoded(field.substring(equals + 1)));
                }
            }
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        return Optional.of(new FormBody(fields));
    }

    /** The field's text; empty when it is not there. */
    public String get(String name) {
        return fields.getOrDefault(name, "");
    }

    private static String decoded(String value) {
        return URLDecoder.decode(value, StandardCharsets.UTF_8);
    }
}
