package io.waybillguard.tracker.provider;

import io.waybillguard.tracker.provider.Decoded.Reason;
import io.waybillguard.tracker.provider.Decoded.Rejected;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Providers' JSON, read leniently and within limits: what is missing, null or of another type is
 * empty.
 */
public final class Json {

    private static final int MAX_NESTING = 32;
    private static final int MAX_TEXT = 256 * 1024;

    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(MAX_NESTING)
                                                    .maxStringLength(MAX_TEXT)
                                                    .build())
                                    .build())
                    .build();

    private Json() {}

    /** The object that {@code text} is; empty when it is none or beyond the limits. */
    public static Optional<JsonNode> object(String text) {
        try {
            return Optional.of(MAPPER.readTree(text)).filter(JsonNode::isObject);
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** The same of bytes in UTF-8. */
    public static Optional<JsonNode> object(byte[] bytes) {
        try {
            return Optional.of(MAPPER.readTree(bytes)).filter(JsonNode::isObject);
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /**
     * Why {@link #object(String) object} of {@code text} is empty.
     *
     * @param what the part of the webhook that it is
     */
    public static Rejected refusal(String what, String text) {
        try {
            MAPPER.readTree(text);
            return notJson(what);
        } catch (JacksonException e) {
            return refusal(what, e);
        }
    }

    /** The same of bytes. */
    public static Rejected refusal(String what, byte[] bytes) {
        try {
            MAPPER.readTree(bytes);
            return notJson(what);
        } catch (JacksonException e) {
            return refusal(what, e);
        }
    }

    /** The same where it was read token by token, and that failed. */
    public static Rejected refusal(String what, JacksonException why) {
        return why instanceof StreamConstraintsException
                ? new Rejected(Reason.JSON_LIMITS, what + " is nested too deeply or too long")
                : notJson(what);
    }

    private static Rejected notJson(String what) {
        return new Rejected(Reason.NOT_JSON, what + " is no JSON object");
    }

    /**
     * A parser of {@code text} within the same limits, for what is read token by token.
     *
     * @throws StreamConstraintsException while reading what is beyond them
     */
    public static JsonParser parser(String text) {
        return MAPPER.createParser(text);
    }

    /** The text or number under {@code name}, as a text. */
    public static String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isString() || value.isNumber() || value.isBoolean() ? value.asString() : "";
    }

    /** The elements of the array under {@code name} that are objects. */
    public static List<JsonNode> objects(JsonNode node, String name) {
        return node.path(name).valueStream().filter(JsonNode::isObject).toList();
    }

    /** The object's text as JSON, for answers. */
    public static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }
}
