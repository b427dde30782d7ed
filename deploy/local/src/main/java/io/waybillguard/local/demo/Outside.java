package io.waybillguard.local.demo;

import io.waybillguard.events.json.EventJson;
import io.waybillguard.local.platform.Endpoints;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The sandboxes' books and behaviour, and the services' metrics. */
final class Outside {

    private final Wire wire;
    private final Endpoints endpoints;

    Outside(Wire wire, Endpoints endpoints) {
        this.wire = wire;
        this.endpoints = endpoints;
    }

    /** The three books, as far as they are about ids that begin with {@code tag}. */
    Books books(String tag) throws IOException, InterruptedException {
        return Books.of(
                book(endpoints.payment()),
                book(endpoints.couriers()),
                book(endpoints.channel()),
                id -> id.startsWith(tag + "-"));
    }

    /** What all services count; a page that cannot be read is an error. */
    Counts counts() throws IOException, InterruptedException {
        List<String> pages = new ArrayList<>();
        for (URI service :
                List.of(
                        endpoints.tracker(),
                        endpoints.engine(),
                        endpoints.notifier(),
                        endpoints.orders())) {
            pages.add(get(URI.create(service + "/actuator/prometheus")));
        }
        return Counts.in(MetricsPage.of(pages));
    }

    /** Tells a sandbox how to behave; null: well. */
    void behave(URI sandbox, @Nullable Map<String, ?> behaviour)
            throws IOException, InterruptedException {
        String body = behaviour == null ? null : EventJson.mapper().writeValueAsString(behaviour);
        Wire.Reply reply =
                wire.call(
                        body == null ? "DELETE" : "PUT",
                        URI.create(sandbox + "/sandbox/behaviour"),
                        Map.of("Content-Type", "application/json"),
                        body);
        if (!reply.isGood()) {
            throw new IOException(sandbox + " does not behave as told: " + reply.inShort());
        }
    }

    private JsonNode book(URI sandbox) throws IOException, InterruptedException {
        try {
            return EventJson.mapper().readTree(get(URI.create(sandbox + "/sandbox/book")));
        } catch (JacksonException e) {
            throw new IOException("the book of " + sandbox + " is not JSON", e);
        }
    }

    private String get(URI uri) throws IOException, InterruptedException {
        Wire.Reply reply = wire.call("GET", uri, Map.of(), null);
        if (!reply.isGood()) {
            throw new IOException(uri + " was answered with " + reply.inShort());
        }
        return reply.body();
    }
}
