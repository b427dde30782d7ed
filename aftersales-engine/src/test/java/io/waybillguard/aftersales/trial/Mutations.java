package io.waybillguard.aftersales.trial;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Documents made wrong, in ways that a seed decides. */
final class Mutations {

    private static final List<String> ODD =
            List.of(
                    "null",
                    "true",
                    "0",
                    "-1",
                    "0.5",
                    "1e400",
                    "9223372036854775807",
                    "-9223372036854775808",
                    "99999999999999999999",
                    "\"\"",
                    "\" \"",
                    "\"\\u0000\"",
                    "\"\\ud800\"",
                    "\"+999999999-12-31T23:59:59.999999999Z\"",
                    "\"-999999999-01-01T00:00:00Z\"",
                    "\"1969-12-31T23:59:59Z\"",
                    "\"2000-01-01T00:00:00Z\"",
                    "\"2099-12-31T23:59:59.999999999Z\"",
                    "\"P999999999D\"",
                    "\"PT-1S\"",
                    "\"" + "x".repeat(70_000) + "\"",
                    "[]",
                    "[null]",
                    "{}",
                    "[".repeat(40) + "]".repeat(40),
                    "{\"fen\":1}");

    /** Without the limits that are tried. */
    private static final JsonMapper MAPPER = new JsonMapper();

    private final Random random;

    Mutations(long seed) {
        this.random = new Random(seed);
    }

    /** The document with one to three things changed, or its bytes spoilt. */
    byte[] of(String document) {
        if (random.nextInt(4) == 0) {
            return spoilt(document.getBytes(StandardCharsets.UTF_8));
        }
        JsonNode tree = MAPPER.readTree(document);
        for (int times = random.nextInt(3); times >= 0; times--) {
            change(tree);
        }
        return MAPPER.writeValueAsBytes(tree);
    }

    private byte[] spoilt(byte[] document) {
        List<Byte> bytes = new ArrayList<>();
        for (byte each : document) {
            bytes.add(each);
        }
        int at = random.nextInt(bytes.size());
        switch (random.nextInt(4)) {
            case 0 -> bytes.set(at, (byte) random.nextInt(256));
            case 1 -> bytes.remove(at);
            case 2 -> bytes.add(at, (byte) "{}[]\",:\n\0".charAt(random.nextInt(9)));
            default -> bytes.subList(at, bytes.size()).clear();
        }
        byte[] all = new byte[bytes.size()];
        for (int each = 0; each < all.length; each++) {
            all[each] = bytes.get(each);
        }
        return all;
    }

    private void change(JsonNode tree) {
        List<JsonNode> parents = new ArrayList<>();
        collect(tree, parents);
        JsonNode parent = parents.get(random.nextInt(parents.size()));
        JsonNode odd = MAPPER.readTree(ODD.get(random.nextInt(ODD.size())));
        if (parent instanceof ObjectNode object && !object.isEmpty()) {
            List<String> names = List.copyOf(object.propertyNames());
            String name = names.get(random.nextInt(names.size()));
            switch (random.nextInt(6)) {
                case 0 -> object.remove(name);
                case 1 -> object.set("x" + name, odd);
                default -> object.set(name, odd);
            }
        } else if (parent instanceof ArrayNode array) {
            array.add(odd);
        }
    }

    private static void collect(JsonNode node, List<JsonNode> parents) {
        if (node.isContainer()) {
            parents.add(node);
            node.forEach(child -> collect(child, parents));
        }
    }
}
