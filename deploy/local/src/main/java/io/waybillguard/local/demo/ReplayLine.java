package io.waybillguard.local.demo;

import io.waybillguard.events.json.EventJson;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * One captured webhook.
 *
 * @param where it stands: file and line
 * @param headers without the content type
 * @param body the exact text
 */
record ReplayLine(
        String where,
        String provider,
        String account,
        String contentType,
        Map<String, String> headers,
        String body) {

    ReplayLine {
        headers = Map.copyOf(headers);
    }

    /**
     * All lines of {@code file}; blank ones are passed over.
     *
     * @throws IOException when it cannot be read
     * @throws BadReplay when a line is not a captured webhook, or there is none: names the file and
     *     the line
     */
    static List<ReplayLine> readAll(Path file) throws IOException {
        List<String> texts = textsOf(file);
        List<ReplayLine> lines = new ArrayList<>();
        for (int n = 0; n < texts.size(); n++) {
            if (!texts.get(n).isBlank()) {
                lines.add(parse(file.getFileName() + ":" + (n + 1), texts.get(n)));
            }
        }
        if (lines.isEmpty()) {
            throw new BadReplay(file.getFileName() + ": no captured webhooks in it");
        }
        return lines;
    }

    private static List<String> textsOf(Path file) throws IOException {
        try {
            return Files.readAllLines(file);
        } catch (CharacterCodingException e) {
            throw new BadReplay(file.getFileName() + ": not UTF-8");
        }
    }

    /**
     * What one line says.
     *
     * @param where to be named when it is wrong
     * @throws BadReplay when it is
     */
    static ReplayLine parse(String where, String text) {
        JsonNode node;
        try {
            node = EventJson.mapper().readTree(text);
        } catch (JacksonException e) {
            throw new BadReplay(where + ": not JSON");
        }
        if (!node.isObject()) {
            throw new BadReplay(where + ": not a JSON object");
        }
        return new ReplayLine(
                where,
                name(where, node, "provider"),
                name(where, node, "account"),
                text(where, node, "contentType"),
                headers(where, node.path("headers")),
                text(where, node, "body"));
    }

    private static String name(String where, JsonNode node, String property) {
        String name = text(where, node, property);
        if (!name.matches("[A-Za-z0-9._-]{1,64}")) {
            throw new BadReplay(
                    where + ": " + property + " must be 1 to 64 letters, digits and . _ -");
        }
        return name;
    }

    private static String text(String where, JsonNode node, String property) {
        JsonNode value = node.path(property);
        if (!value.isString()) {
            throw new BadReplay(where + ": " + property + " is missing or not a text");
        }
        return value.asString();
    }

    private static Map<String, String> headers(String where, JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return Map.of();
        }
        if (!node.isObject()) {
            throw new BadReplay(where + ": headers is not an object");
        }
        Map<String, String> headers = new TreeMap<>();
        for (Map.Entry<String, JsonNode> header : node.properties()) {
            if (!header.getValue().isString()) {
                throw new BadReplay(where + ": header " + header.getKey() + " is not a text");
            }
            headers.put(header.getKey(), header.getValue().asString());
        }
        return headers;
    }

    /** A replay file is not as it should be. */
    static final class BadReplay extends RuntimeException {

        private static final long serialVersionUID = 1L;

        BadReplay(String why) {
            super(why);
        }
    }
}
