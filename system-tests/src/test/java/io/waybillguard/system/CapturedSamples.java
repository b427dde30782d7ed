package io.waybillguard.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.waybillguard.events.json.EventJson;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/**
 * Kuaidi100 payloads in a folder, one a file, as lines of the replay format: pushed to an account
 * that asks for no signature.
 */
record CapturedSamples(List<String> lines) {

    static CapturedSamples of(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return new CapturedSamples(
                    files.filter(file -> file.toString().endsWith(".json"))
                            .sorted()
                            .map(CapturedSamples::line)
                            .toList());
        }
    }

    private static String line(Path file) {
        try {
            String text = Files.readString(file);
            boolean queryResult = !EventJson.mapper().readTree(text).has("lastResult");
            String param =
                    queryResult ? "{\"status\":\"polling\",\"lastResult\":" + text + "}" : text;
            ObjectNode line = EventJson.mapper().createObjectNode();
            line.put("provider", "kuaidi100").put("account", "open");
            line.put("contentType", "application/x-www-form-urlencoded").putObject("headers");
            line.put("body", "param=" + URLEncoder.encode(param, UTF_8));
            return line.toString();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
