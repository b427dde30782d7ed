package io.waybillguard.events.json;

import java.time.Instant;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** Instants written as the library writes them, in less time. */
final class PlainTimes extends SimpleModule {

    PlainTimes() {
        super("plain-times");
        addSerializer(Instant.class, new InstantWriter());
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
