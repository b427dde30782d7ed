package io.waybillguard.orders.projection;

import io.waybillguard.events.json.EventJson;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;

/** Values as jsonb columns hold them. */
final class Json {
    private Json() {}

    /** An escaped NUL; the same letters behind an escaped backslash are somebody's text. */
    private static final Pattern NUL = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\u0000");

    /** The value as on a topic, without the NUL that jsonb does not store. */
    static String of(Object value) {
        return NUL.matcher(EventJson.mapper().writeValueAsString(value)).replaceAll("$1");
    }

    /** A name for a value by its content. */
    static UUID digest(Object value) {
        return UUID.nameUUIDFromBytes(
                EventJson.mapper().writeValueAsString(value).getBytes(StandardCharsets.UTF_8));
    }
}
