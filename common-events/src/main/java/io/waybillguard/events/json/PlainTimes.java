package io.waybillguard.events.json;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.ext.javatime.deser.InstantDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** Instants read and written as the library does, in less time. */
final class PlainTimes extends SimpleModule {

    PlainTimes() {
        super("plain-times");
        addSerializer(Instant.class, new InstantWriter());
        addDeserializer(Instant.class, new InstantReader());
    }

    /** The instant; null when it is not written plainly. */
    static @Nullable Instant plain(JsonParser json) {
        return json.hasToken(JsonToken.VALUE_STRING) ? PlainInstants.read(json.getString()) : null;
    }

    private static final class InstantReader extends StdDeserializer<Instant> {
        InstantReader() {
            super(Instant.class);
        }

        @Override
        public @Nullable Instant deserialize(JsonParser json, DeserializationContext context) {
            Instant plain = plain(json);
            return plain == null ? InstantDeserializer.INSTANT.deserialize(json, context) : plain;
        }
    }

    private static final class InstantWriter extends StdSerializer<Instant> {
        InstantWriter() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant instant, JsonGenerator json, SerializationContext context) {
            json.writeString(PlainInstants.write(instant));
        }
    }
}
