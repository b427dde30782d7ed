package io.waybillguard.events.json;

import io.waybillguard.events.json.Read.Reason;
import io.waybillguard.events.json.Read.Unreadable;
import io.waybillguard.events.parcel.CourierReport;
import io.waybillguard.events.parcel.CourierReport.ScansReported;
import io.waybillguard.events.parcel.MilestoneEvent.MilestoneReached;
import io.waybillguard.events.topics.Topic;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one codec. The property {@code type} says which event it is; unknown properties are passed
 * over, missing ones take their default or make the event invalid; unknown names in an enum become
 * its default constant where it has one. A fraction where a whole number belongs (money is whole
 * fen) makes the event invalid.
 */
public final class EventJson {

    /** The longest event that is read, in bytes. */
    public static final int MAX_BYTES = 1 << 20;

    /** No instant of an event that is read is before it. */
    public static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    /** Every instant of an event that is read is before it. */
    public static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    private static final int MAX_NESTING = 32;

    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(MAX_NESTING)
                                    .maxDocumentLength(MAX_BYTES)
                                    .build())
                    .build();

    private static final JsonMapper MAPPER = newMapper();

    private static final JsonMapper EVENTS = MAPPER.rebuild().addModule(new SaneTimes()).build();

    private EventJson() {}

    /** The mapper itself, for documents that are not events but follow the same conventions. */
    public static JsonMapper mapper() {
        return MAPPER;
    }

    /**
     * The mapper that events are read with, for documents of others whose instants must be as those
     * of events: not before {@link #EARLIEST}, before {@link #LATEST}; durations 0 to 100 years.
     */
    public static JsonMapper saneMapper() {
        return EVENTS;
    }

    /** The bytes of {@code event} as they go on a topic. */
    public static byte[] write(Object event) {
        return event instanceof MilestoneReached milestone
                ? MilestoneWriter.write(FACTORY, milestone)
                : MAPPER.writeValueAsBytes(event);
    }

    /** An instant as it stands in events: ISO 8601 in UTC, no finer than it is. */
    public static String written(Instant instant) {
        return PlainInstants.write(instant);
    }

    /**
     * What {@code bytes} say, as a record of {@code topic}; never throws for what others wrote. An
     * instant before {@link #EARLIEST} or from {@link #LATEST} on makes the event invalid.
     */
    public static <V> Read<V> read(Topic<V> topic, byte @Nullable [] bytes) {
        return read(topic.family(), bytes);
    }

    /**
     * What {@code bytes} say, as an event of {@code family}; never throws for what others wrote.
     */
    public static <V> Read<V> read(Class<V> family, byte @Nullable [] bytes) {
        if (bytes == null || bytes.length == 0) {
            return new Unreadable<>(Reason.EMPTY, "no bytes");
        }
        if (bytes.length > MAX_BYTES) {
            return new Unreadable<>(Reason.TOO_LARGE, "more than " + MAX_BYTES + " bytes");
        }
        if (family == CourierReport.class) {
            ScansReported plain = ScansReader.read(FACTORY, bytes);
            if (plain != null) {
                return new Read.Event<>(family.cast(plain));
            }
        }
        return mapped(family, bytes);
    }

    /** What the mapper reads, whatever could be read faster. */
    static <V> Read<V> mapped(Class<V> family, byte[] bytes) {
        try {
            V value = EVENTS.readValue(bytes, family);
            return value == null ? new Unreadable<>(Reason.EMPTY, "null") : new Read.Event<>(value);
        } catch (InvalidTypeIdException e) {
            return new Unreadable<>(
                    Reason.UNKNOWN_TYPE, "type is not one of " + family.getSimpleName());
        } catch (InputCoercionException e) {
            return new Unreadable<>(Reason.INVALID, where(e));
        } catch (StreamReadException e) {
            return new Unreadable<>(Reason.NOT_JSON, where(e));
        } catch (JacksonException e) {
            return new Unreadable<>(Reason.INVALID, where(e));
        }
    }

    private static String where(JacksonException e) {
        String path = e.getPathReference();
        Throwable cause = e.getCause();
        String why =
                cause instanceof IllegalArgumentException && !(cause instanceof JacksonException)
                        ? String.valueOf(cause.getMessage())
                        : e.getClass().getSimpleName();
        String text = (path.isEmpty() ? "" : path + ": ") + why;
        return text.length() <= 200 ? text : text.substring(0, 200);
    }

    private static JsonMapper newMapper() {
        return JsonMapper.builder(FACTORY)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(
                        tools.jackson.databind.cfg.EnumFeature
                                .READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .changeDefaultPropertyInclusion(incl ->
                        incl.withValueInclusion(
                                com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL))
                .addModule(new PlainTimes())
                .registerSubtypes(EventTypes.all().values().toArray(Class<?>[]::new))
                .build();
    }
}
