package io.waybillguard.events.json;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.ext.javatime.deser.DurationDeserializer;
import tools.jackson.databind.ext.javatime.deser.InstantDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * Instants and durations that no parcel can have are refused where events are read: what is
 * calculated from them later would leave the range of a timer, a database or a {@code long}.
 */
final class SaneTimes extends SimpleModule {

    private static final Duration LONGEST = Duration.between(EventJson.EARLIEST, EventJson.LATEST);

    SaneTimes() {
        super("sane-times");
        addDeserializer(Instant.class, new SaneInstant());
        addDeserializer(Duration.class, new SaneDuration());
    }

    static boolean isSane(Instant instant) {
        return !instant.isBefore(EventJson.EARLIEST) && instant.isBefore(EventJson.LATEST);
    }

    private static final class SaneInstant extends StdDeserializer<Instant> {
        SaneInstant() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser json, DeserializationContext context) {
            Instant plain = PlainTimes.plain(json);
            Instant instant =
                    plain == null ? read(InstantDeserializer.INSTANT, json, context) : plain;
            if (isSane(instant)) {
                return instant;
            }
            throw refusal(json, "an instant must be from 2000-01-01 to before 2100-01-01");
        }
    }

    private static final class SaneDuration extends StdDeserializer<Duration> {
        SaneDuration() {
            super(Duration.class);
        }

        @Override
        public Duration deserialize(JsonParser json, DeserializationContext context) {
            Duration duration = read(DurationDeserializer.INSTANCE, json, context);
            boolean sane = !duration.isNegative() && duration.compareTo(LONGEST) <= 0;
            if (sane) {
                return duration;
            }
            throw refusal(json, "a duration must be 0 to 100 years");
        }
    }

    private static <T> T read(
            ValueDeserializer<T> plain, JsonParser json, DeserializationContext context) {
        try {
            T time = plain.deserialize(json, context);
            if (time == null) {
                throw refusal(json, "an empty text is no time");
            }
            return time;
        } catch (DateTimeException | ArithmeticException e) {
            throw refusal(json, "the number is no time");
        }
    }

    private static DatabindException refusal(JsonParser json, String why) {
        return DatabindException.from(json, why, new IllegalArgumentException(why));
    }
}
