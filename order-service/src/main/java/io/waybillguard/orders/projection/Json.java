package io.waybillguard.orders.projection;

import io.waybillguard.events.json.EventJson;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Values as jsonb columns hold them. */
final class Json {
    private Json() {}

    /** The value as on a topic, without the NUL that jsonb does not store. */
    static String of(Object value) {
        return EventJson.mapper().writeValueAsString(value).replace("\\u0000", "");
    }

    /** A name for a value by its content. */
    static UUID digest(Object value) {
        return UUID.nameUUIDFromBytes(
                EventJson.mapper().writeValueAsString(value).getBytes(StandardCharsets.UTF_8));
    }
}
