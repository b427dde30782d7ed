package io.waybillguard.local.demo;

import io.waybillguard.events.json.EventJson;
import io.waybillguard.events.types.ParcelId;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What can be told of a captured Kuaidi100 push without knowing what its lines mean.
 *
 * @param lines how many lines of history it carries; none where no time can be read, since such a
 *     push is a dead letter
 * @param earliest the time of its earliest line; null when it has none that can be read
 * @param latest the time of its latest line; null when it has none that can be read
 */
record CapturedHistory(
        ParcelId parcel, int lines, @Nullable Instant earliest, @Nullable Instant latest) {

    /** Empty when the provider is another, or no parcel can be found in the body. */
    static Optional<CapturedHistory> in(ReplayLine line) {
        if (!line.provider().equals(Accounts.KUAIDI100)) {
            return Optional.empty();
        }
        try {
            JsonNode push = EventJson.mapper().readTree(param(line.body()));
            JsonNode result = push.path("lastResult");
            ParcelId parcel =
                    new ParcelId(
                            Kuaidi100.courier(result.path("com").asString("")),
                            result.path("nu").asString(""));
            return Optional.of(of(parcel, lines(result.path("data"), push.at("/destResult/data"))));
        } catch (JacksonException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static CapturedHistory of(ParcelId parcel, List<JsonNode> lines) {
        List<Instant> times = lines.stream().flatMap(line -> time(line).stream()).sorted().toList();
        return times.isEmpty()
                ? new CapturedHistory(parcel, 0, null, null)
                : new CapturedHistory(parcel, lines.size(), times.getFirst(), times.getLast());
    }

    /** The courier's own and, for a parcel that went abroad, those of the courier there. */
    private static List<JsonNode> lines(JsonNode... lists) {
        return Arrays.stream(lists)
                .filter(JsonNode::isArray)
                .flatMap(list -> list.values().stream())
                .filter(JsonNode::isObject)
                .toList();
    }

    private static Optional<Instant> time(JsonNode node) {
        return Stream.of("time", "ftime")
                .flatMap(name -> parsed(node.path(name).asString("")).stream())
                .findFirst();
    }

    private static Optional<Instant> parsed(String text) {
        try {
            return Optional.of(
                    LocalDateTime.parse(text, Kuaidi100.TIME).atZone(Kuaidi100.ZONE).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String param(String form) {
        for (String pair : form.split("&", -1)) {
            if (pair.startsWith("param=")) {
                return URLDecoder.decode(pair.substring("param=".length()), StandardCharsets.UTF_8);
            }
        }
        return "";
    }
}
