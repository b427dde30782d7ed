package io.waybillguard.local.sandbox;

import io.waybillguard.events.json.EventJson;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a sandbox answers. */
record Answer(int status, String contentType, String body, Map<String, String> headers) {

    static Answer json(int status, Object body) {
        return new Answer(
                status, "application/json", EventJson.mapper().writeValueAsString(body), Map.of());
    }

    /** An error that tells {@code reason}, both as detail and under that name. */
    static Answer problem(int status, String reason) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "about:blank");
        body.put("title", "Status " + status);
        body.put("status", status);
        body.put("detail", reason);
        body.put("reason", reason);
        return new Answer(
                status,
                "application/problem+json",
                EventJson.mapper().writeValueAsString(body),
                Map.of());
    }

    static Answer notFound() {
        return problem(404, "nothing here");
    }

    Answer with(String header, String value) {
        return new Answer(status, contentType, body, Map.of(header, value));
    }
}
