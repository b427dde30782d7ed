package io.waybillguard.events.json;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.waybillguard.events.topics.Topic;
import io.waybillguard.events.topics.Topics;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The wire names of events, independent of their Java names. */
public final class EventTypes {

    private EventTypes() {}

    /** Every event that any topic carries, by wire name. */
    public static Map<String, Class<?>> all() {
        Map<String, Class<?>> types = new TreeMap<>();
        Topics.sources().stream()
                .map(Topic::family)
                .distinct()
                .flatMap(EventTypes::eventsOf)
                .forEach(type -> types.put(nameOf(type), type));
        return types;
    }

    /** The events of one sealed family and the families within it; none for raw bytes. */
    public static Stream<Class<?>> eventsOf(Class<?> family) {
        return family.isSealed()
                ? Arrays.stream(family.getPermittedSubclasses())
                        .flatMap(each -> each.isSealed() ? eventsOf(each) : Stream.of(each))
                : Stream.empty();
    }

    /**
     * The wire name, with its version.
     *
     * @throws IllegalArgumentException when {@code event} is not an event
     */
    public static String nameOf(Class<?> event) {
        JsonTypeName name = event.getAnnotation(JsonTypeName.class);
        if (name == null) {
            throw new IllegalArgumentException(event.getName() + " has no wire name");
        }
        return name.value();
    }
}
