package io.waybillguard.tracker.provider;

import io.waybillguard.kit.signing.Forms;
import java.nio.charset.StandardCharsets;
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
        try {
            return Optional.of(
                    new FormBody(Forms.lastOfEach(new String(body, StandardCharsets.UTF_8))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The field's text; empty when it is not there. */
    public String get(String name) {
        return fields.getOrDefault(name, "");
    }
}
