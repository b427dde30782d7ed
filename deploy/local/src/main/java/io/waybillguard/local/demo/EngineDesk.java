package io.waybillguard.local.demo;

import io.waybillguard.events.json.EventJson;
import io.waybillguard.events.policy.ShopPolicy;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The engine, as a person speaks to it who tries a rule before it decides. */
final class EngineDesk {

    private static final Duration LOOK_EVERY = Duration.ofMillis(300);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int CASES_A_PAGE = 20;
    private static final Set<String> UNDER_WAY = Set.of("WAITING", "RUNNING");

    private final Wire wire;
    private final URI base;
    private final Map<String, String> headers;

    EngineDesk(Wire wire, URI base, String token) {
        this.wire = wire;
        this.base = base;
        this.headers =
                Map.of("Authorization", "Bearer " + token, "Content-Type", "application/json");
    }

    /** What would be decided of {@code facts}. */
    Decided explain(Map<String, ?> facts) throws IOException, InterruptedException {
        return read(
                call("POST", "/decisions/explain", EventJson.mapper().writeValueAsString(facts)),
                Decided.class);
    }

    /**
     * Tries {@code policy} on what was recorded in a period, and follows that to its end.
     *
     * @throws IOException when it does not come to a good end in time
     */
    Tried backtest(ShopPolicy policy, Instant from, Instant until)
            throws IOException, InterruptedException {
        Map<String, Object> asked = new LinkedHashMap<>();
        asked.put("policy", policy);
        asked.put("from", from);
        asked.put("until", until);
        JsonNode state = call("POST", "/backtests", EventJson.mapper().writeValueAsString(asked));
        String path = "/backtests/" + state.path("id").asString();
        Instant end = Instant.now().plus(PATIENCE);
        while (UNDER_WAY.contains(state.path("status").asString())) {
            if (Instant.now().isAfter(end)) {
                throw new IOException(path + " is still " + state.path("status").asString());
            }
            Thread.sleep(LOOK_EVERY);
            state = call("GET", path, null);
        }
        if (!state.path("status").asString().equals("DONE")) {
            throw new IOException(
                    path
                            + " ended "
                            + state.path("status").asString()
                            + ": "
                            + state.path("error").asString(""));
        }
        Tried.Totals totals = read(state.path("totals"), Tried.Totals.class);
        return new Tried(totals, cases(path, totals.differing()));
    }

    private List<Tried.Compared> cases(String path, long count)
            throws IOException, InterruptedException {
        List<Tried.Compared> cases = new ArrayList<>();
        for (int page = 0; cases.size() < count; page++) {
            JsonNode found =
                    call("GET", path + "/cases?page=" + page + "&size=" + CASES_A_PAGE, null)
                            .path("cases");
            if (found.isEmpty()) {
                throw new IOException(path + " has fewer cases than it counts");
            }
            for (JsonNode one : found) {
                cases.add(read(one, Tried.Compared.class));
            }
        }
        return cases;
    }

    private JsonNode call(String method, String path, @Nullable String body)
            throws IOException, InterruptedException {
        Wire.Reply reply = wire.call(method, URI.create(base + path), headers, body);
        if (!reply.isGood()) {
            throw new IOException(method + " " + path + " was answered with " + reply.inShort());
        }
        try {
            return EventJson.mapper().readTree(reply.body());
        } catch (JacksonException e) {
            throw new IOException(path + " was not answered with JSON", e);
        }
    }

    private static <T> T read(JsonNode json, Class<T> type) throws IOException {
        try {
            return EventJson.mapper().treeToValue(json, type);
        } catch (JacksonException e) {
            throw new IOException("an answer of the engine cannot be read: " + e.getMessage(), e);
        }
    }
}
