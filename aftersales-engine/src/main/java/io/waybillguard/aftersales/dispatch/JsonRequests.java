package io.waybillguard.aftersales.dispatch;

import io.waybillguard.events.json.EventJson;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;

/**
 * The requests of one base address. The same body is the same bytes, however often it is written.
 */
public final class JsonRequests {

    private final String base;

    /**
     * Requests below {@code base}.
     *
     * @param base with or without a slash at its end
     */
    public JsonRequests(URI base) {
        String text = base.toString();
        this.base = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    /** A question; {@code path} begins with a slash. */
    public HttpRequest get(String path) {
        return to(path).GET().build();
    }

    /** An order that is carried out once for {@code idempotencyKey}. */
    public HttpRequest post(String path, String idempotencyKey, Object body) {
        return to(path).header("Idempotency-Key", idempotencyKey)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(EventJson.write(body)))
                .build();
    }

    /** An order to take something back: as often as it is sent, the same. */
    public HttpRequest delete(String path) {
        return to(path).DELETE().build();
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).header("Accept", "application/json");
    }
}
