package io.waybillguard.local.sandbox;

import com.sun.net.httpserver.HttpExchange;
import io.waybillguard.events.json.EventJson;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a sandbox is asked.
 *
 * @param path its parts, decoded
 */
record Call(
        String method,
        List<String> path,
        Map<String, String> query,
        @Nullable String idempotencyKey,
        @Nullable String digest,
        @Nullable String appKey,
        String body) {

    private static final int MAX_BODY = 64 * 1024;

    static Call of(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY + 1);
        if (body.length > MAX_BODY) {
            throw new BadCall(413, "more than " + MAX_BODY + " bytes");
        }
        try {
            return new Call(
                    exchange.getRequestMethod(),
                    partsOf(exchange.getRequestURI().getRawPath()),
                    queryOf(exchange.getRequestURI().getRawQuery()),
                    exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                    exchange.getRequestHeaders().getFirst("x-dataDigest"),
                    exchange.getRequestHeaders().getFirst("x-appKey"),
                    new String(body, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw new BadCall(400, "the address cannot be decoded");
        }
    }

    boolean is(String wantedMethod, String... wantedStart) {
        return method.equals(wantedMethod)
                && path.size() >= wantedStart.length
                && path.subList(0, wantedStart.length).equals(List.of(wantedStart));
    }

    /** The body as a {@code type}. */
    <T> T bodyAs(Class<T> type) {
        return read(body, type);
    }

    /** A document that stands in a call as a {@code type}. */
    static <T> T read(String text, Class<T> type) {
        try {
            T value = EventJson.mapper().readValue(text, type);
            if (value == null) {
                throw new BadCall(400, "no body");
            }
            return value;
        } catch (tools.jackson.core.JacksonException e) {
            throw new BadCall(400, detailOf(e));
        }
    }

    private static String detailOf(Exception e) {
        Throwable cause = e.getCause();
        return cause instanceof IllegalArgumentException
                ? String.valueOf(cause.getMessage())
                : "the body is not JSON of the kind wanted";
    }

    /** The key the call must carry. */
    String requiredKey() {
        if (idempotencyKey == null || idempotencyKey.isBlank()) {
            throw new BadCall(400, "the header Idempotency-Key is missing");
        }
        return idempotencyKey;
    }

    private static List<String> partsOf(String rawPath) {
        return Arrays.stream(rawPath.split("/", -1)).skip(1).map(Call::decoded).toList();
    }

    private static Map<String, String> queryOf(@Nullable String rawQuery) {
        Map<String, String> query = new HashMap<>();
        if (rawQuery != null) {
            for (String pair : rawQuery.split("&", -1)) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    query.put(
                            decoded(pair.substring(0, equals)),
                            decoded(pair.substring(equals + 1)));
                }
            }
        }
        return query;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
