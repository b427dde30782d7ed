package io.waybillguard.events.topics;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.waybillguard.events.json.EventJson;
import io.waybillguard.events.json.EventTypes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.node.ObjectNode;

/**
 * The document in {@code docs/asyncapi.json}; run with {@code -Dasyncapi.write=true} to write it
 * anew.
 */
class AsyncApiTest {

    private static final Path DOCUMENT = Path.of("../docs/asyncapi.json");
    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    static Stream<String> publicEvents() {
        return Topics.sources().stream()
                .filter(topic -> topic.audience() == Topic.Audience.PUBLIC)
                .flatMap(topic -> EventTypes.eventsOf(topic.family()))
                .map(EventTypes::nameOf)
                .distinct();
    }

    @Test
    void theDocumentSaysWhatTheCodeDoes() throws IOException {
        String document =
                EventJson.mapper()
                                .rebuild()
                                .enable(SerializationFeature.INDENT_OUTPUT)
                                .build()
                                .writeValueAsString(AsyncApi.document())
                        + "\n";
        if (Boolean.getBoolean("asyncapi.write")) {
            Files.writeString(DOCUMENT, document);
        }
        assertThat(Files.readString(DOCUMENT)).isEqualTo(document);
    }

    @ParameterizedTest
    @MethodSource("publicEvents")
    void goldenFilesFollowTheSchemasInTheDocument(String name) throws IOException {
        Schema schema = schemaOf(name);

        assertThat(schema.validate(golden(name, "current.json").toString(), InputFormat.JSON))
                .isEmpty();
        assertThat(schema.validate(golden(name, "minimal.json").toString(), InputFormat.JSON))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("publicEvents")
    void whatTheCodeRequiresTheSchemaRequires(String name) throws IOException {
        Schema schema = schemaOf(name);
        ObjectNode least = golden(name, "minimal.json");
        for (String property : least.propertyNames()) {
            ObjectNode without = least.deepCopy();
            without.remove(property);
            assertThat(schema.validate(without.toString(), InputFormat.JSON))
                    .as(property)
                    .isNotEmpty();
        }
    }

    private static Schema schemaOf(String name) throws IOException {
        JsonNode document = EventJson.mapper().readTree(Files.readAllBytes(DOCUMENT));
        JsonNode payload = document.get("components").get("messages").get(name).get("payload");
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(payload.toString());
    }

    private static ObjectNode golden(String name, String file) throws IOException {
        return (ObjectNode)
                EventJson.mapper().readTree(Files.readAllBytes(GOLDEN.resolve(name).resolve(file)));
    }
}
