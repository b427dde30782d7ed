package io.waybillguard.events.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.events.topics.Topic;
import io.waybillguard.events.topics.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The contract files: {@code golden/<wire name>/current.json} is what today's code writes, the
 * files beside it are what older code wrote and must be read for ever. Run with {@code
 * -Dgolden.write=true} to write those of new events; a changed one is kept as an older file first.
 */
class EventContractTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    static Stream<String> wireNames() {
        return EventTypes.all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("wireNames")
    void everyEventIsWrittenAsItsGoldenFileSays(String name) throws IOException {
        Path file = GOLDEN.resolve(name).resolve("current.json");
        Object sample = SampleEvents.of(EventTypes.all().get(name));
        JsonNode written = EventJson.mapper().readTree(EventJson.write(sample));
        if (Boolean.getBoolean("golden.write") && !Files.exists(file)) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, pretty(written) + "\n");
            Files.writeString(
                    file.resolveSibling("minimal.json"),
                    pretty(least(name, (ObjectNode) written)) + "\n");
        }
        assertThat(pretty(written) + "\n").isEqualTo(Files.readString(file));
    }

    @ParameterizedTest
    @MethodSource("wireNames")
    void everyGoldenFileIsReadBackAsTheEventItWas(String name) throws IOException {
        byte[] golden = Files.readAllBytes(GOLDEN.resolve(name).resolve("current.json"));

        assertThat(read(name, golden))
                .isEqualTo(new Read.Event<>(SampleEvents.of(EventTypes.all().get(name))));
    }

    @ParameterizedTest
    @MethodSource("wireNames")
    void whatOlderCodeWroteIsStillRead(String name) throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN.resolve(name))) {
            List<Path> older = files.filter(file -> !file.endsWith("current.json")).toList();
            assertThat(older).as("the least an older writer sends").isNotEmpty();
            for (Path file : older) {
                assertThat(read(name, Files.readAllBytes(file)))
                        .as(file.toString())
                        .isInstanceOf(Read.Event.class);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("wireNames")
    void olderCodeReadsWhatNewerCodeWillWrite(String name) throws IOException {
        JsonNode golden =
                EventJson.mapper()
                        .readTree(Files.readAllBytes(GOLDEN.resolve(name).resolve("current.json")));
        addUnknown(golden);

        assertThat(read(name, EventJson.write(golden)))
                .isEqualTo(new Read.Event<>(SampleEvents.of(EventTypes.all().get(name))));
    }

    @ParameterizedTest
    @MethodSource("wireNames")
    void withoutAnyOfItsRequiredPropertiesItIsInvalidAndSaysWhich(String name) throws IOException {
        Path minimal = GOLDEN.resolve(name).resolve("minimal.json");
        ObjectNode least = (ObjectNode) EventJson.mapper().readTree(Files.readAllBytes(minimal));
        for (String property : List.copyOf(least.propertyNames())) {
            ObjectNode without = least.deepCopy();
            without.remove(property);

            assertThat(read(name, EventJson.write(without)))
                    .as(name + " without " + property)
                    .isInstanceOf(Read.Unreadable.class);
        }
    }

    @Test
    void wireNamesCarryAVersionAndAreUsedOnce() {
        Map<String, Class<?>> all = EventTypes.all();

        assertThat(all.keySet()).allMatch(name -> name.matches("[a-z]+\\.[a-z-]+\\.v[1-9][0-9]*"));
        assertThat(all.values()).doesNotHaveDuplicates();
        long families =
                Topics.sources().stream()
                        .map(Topic::family)
                        .distinct()
                        .flatMap(EventTypes::eventsOf)
                        .count();
        assertThat(families).isEqualTo(all.size());
    }

    /** What is left of an event when every property that can be missing is. */
    private static ObjectNode least(String name, ObjectNode full) {
        ObjectNode least = full.deepCopy();
        for (String property : List.copyOf(least.propertyNames())) {
            JsonNode value = least.remove(property);
            if (read(name, EventJson.write(least)) instanceof Read.Unreadable) {
                least.set(property, value);
            }
        }
        return least;
    }

    private static Read<?> read(String name, byte[] bytes) {
        Class<?> event = EventTypes.all().get(name);
        return EventJson.read(event.getInterfaces()[0], bytes);
    }

    private static void addUnknown(JsonNode node) {
        switch (node) {
            case ObjectNode object -> {
                object.forEach(EventContractTest::addUnknown);
                // a map of texts by language or scene has no properties
                boolean words = object.has("zh") || object.has("REFUND_PAID");
                if (!words) {
                    object.putObject("propertyOfTomorrow").put("value", 1);
                }
            }
            case ArrayNode array -> array.forEach(EventContractTest::addUnknown);
            default -> {}
        }
    }

    private static String pretty(JsonNode node) {
        return EventJson.mapper()
                .rebuild()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(node);
    }
}
