package io.waybillguard.events.topics;

import com.fasterxml.jackson.annotation.JsonValue;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import io.waybillguard.events.json.EventJson;
import io.waybillguard.events.json.EventTypes;
import io.waybillguard.events.types.Money;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** JSON Schemas of the events, from the records themselves. */
final class EventSchemas {

    /** Texts without which a place or a parcel is none; every other text may be empty. */
    private static final Set<String> REQUIRED_TEXTS = Set.of("waybill", "province");

    private final SchemaGenerator generator = new SchemaGenerator(config().build());

    /** The schema of one event, its {@code type} included. */
    ObjectNode of(Class<?> event) {
        ObjectNode schema = generator.generateSchema(event);
        schema.remove("$schema");
        ObjectNode properties = (ObjectNode) schema.get("properties");
        ObjectNode withType = EventJson.mapper().createObjectNode();
        withType.putObject("type").put("const", EventTypes.nameOf(event));
        withType.setAll(properties);
        schema.set("properties", withType);
        schema.withArray("required").insert(0, "type");
        return schema;
    }

    private static SchemaGeneratorConfigBuilder config() {
        var builder =
                new SchemaGeneratorConfigBuilder(
                        EventJson.mapper(), SchemaVersion.DRAFT_7, OptionPreset.PLAIN_JSON);
        builder.without(Option.DEFINITIONS_FOR_ALL_OBJECTS).with(Option.INLINE_ALL_SCHEMAS);
        builder.forFields().withRequiredCheck(EventSchemas::isRequired);
        builder.forTypesInGeneral()
                .withCustomDefinitionProvider((type, _) ->
                        scalar(type.getErasedType())
                                .map(node -> new CustomDefinition(node, true))
                                .orElse(null));
        return builder;
    }

    private static boolean isRequired(FieldScope field) {
        Field raw = field.getRawMember();
        Class<?> type = raw.getType();
        if (REQUIRED_TEXTS.contains(raw.getName())) {
            return true;
        }
        boolean hasDefault =
                type == String.class
                        || Collection.class.isAssignableFrom(type)
                        || Map.class.isAssignableFrom(type);
        return !hasDefault && !raw.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static Optional<ObjectNode> scalar(Class<?> type) {
        ObjectNode node = EventJson.mapper().createObjectNode();
        if (type == Money.class) {
            return Optional.of(
                    node.put("type", "integer").put("minimum", 0).put("description", "fen"));
        }
        if (type == Instant.class) {
            return Optional.of(node.put("type", "string").put("format", "date-time"));
        }
        if (type == Duration.class) {
            return Optional.of(node.put("type", "string").put("format", "duration"));
        }
        return isId(type)
                ? Optional.of(node.put("type", "string").put("minLength", 1))
                : Optional.empty();
    }

    private static boolean isId(Class<?> type) {
        RecordComponent[] components =
                type.isRecord() ? type.getRecordComponents() : new RecordComponent[0];
        return Arrays.stream(components)
                .anyMatch(
                        component -> component.getAccessor().isAnnotationPresent(JsonValue.class));
    }
}
