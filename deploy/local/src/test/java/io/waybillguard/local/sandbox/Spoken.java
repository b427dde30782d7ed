package io.waybillguard.local.sandbox;

import static io.waybillguard.local.sandbox.Http.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.local.sandbox.Interception.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The couriers' sandbox spoken to in a provider's words, and where it calls back. */
final class Spoken implements AutoCloseable {

    static final String SECRET = "between us";

    final CallbackReceiver receiver;
    final CourierSandbox couriers;
    final Http http;

    /**
     * Starts it.
     *
     * @param refused callbacks that are not taken at first
     * @param thanks what is answered to the others
     */
    Spoken(Path folder, int refused, String thanks) {
        try {
            receiver = new CallbackReceiver(refused, thanks);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        CourierTerms terms =
                new CourierTerms(
                        SECRET, Duration.ofMillis(50), Duration.ofMillis(20), receiver.base());
        couriers =
                CourierSandbox.start(0, folder.resolve("couriers.jsonl"), terms, Clock.systemUTC());
        http = new Http(couriers.base());
    }

    /** The answer to a form; always with 200, as these providers do. */
    JsonNode form(String path, Map<String, String> fields) {
        String body =
                fields.entrySet().stream()
                        .map(field -> field.getKey() + "=" + Signed.encoded(field.getValue()))
                        .collect(Collectors.joining("&"));
        var answer = http.send(http.request(path).POST(BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).isEqualTo(200);
        return json(answer);
    }

    /** {@code fields} with one of them changed. */
    static Map<String, String> but(Map<String, String> fields, String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(fields);
        changed.put(name, value);
        return changed;
    }

    /** From now on, and at most {@code times} (null: without end). */
    void behaves(Mode mode, @org.jspecify.annotations.Nullable Integer times) {
        couriers.behave(new Behaviour(mode, 1.0, times, 0L));
    }

    List<Status> book() {
        return couriers.book().stream().map(CourierLine::status).toList();
    }

    @Override
    public void close() {
        http.close();
        couriers.close();
        receiver.close();
    }
}
