package io.waybillguard.tracker.sf;

import io.waybillguard.tracker.provider.FormBody;
import io.waybillguard.tracker.provider.Json;
import io.waybillguard.tracker.provider.Webhook;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * A push as it came: bare, or in a form's {@code content}. Where its signature stands is not
 * confirmed: in fields of the form, else in headers of the same names.
 *
 * @param text exactly as it was signed
 * @param timestamp part of what is signed; empty where there is none
 * @param sign empty where nobody signed
 */
record Message(String text, String timestamp, String sign) {

    private static final String SIGN = "sign";
    private static final String TIMESTAMP = "timestamp";

    static final Set<String> HEADERS = Set.of(SIGN, TIMESTAMP);

    /** The message; empty when the body is neither bare nor a form with content. */
    static Optional<Message> read(Webhook webhook) {
        String body = new String(webhook.body(), StandardCharsets.UTF_8);
        if (isBare(body)) {
            return Optional.of(
                    new Message(body, header(webhook, TIMESTAMP), header(webhook, SIGN)));
        }
        return FormBody.read(webhook.body())
                .filter(form -> !form.get("content").isBlank())
                .map(form -> inForm(form, webhook));
    }

    private static Message inForm(FormBody form, Webhook webhook) {
        String sign = form.get(SIGN);
        return sign.isEmpty()
                ? new Message(
                        form.get("content"), header(webhook, TIMESTAMP), header(webhook, SIGN))
                // an unescaped + of Base64 is a blank in a form
                : new Message(form.get("content"), form.get(TIMESTAMP), sign.replace(' ', '+'));
    }

    /** The routes; empty when the text is not of its format. */
    Optional<List<Route>> routes() {
        return isJson() ? Json.object(text).map(Message::routes) : RoutesXml.read(text.strip());
    }

    boolean isJson() {
        return startsWith(text, '{') || startsWith(text, '[');
    }

    /** Whether the push is JSON, or says so where nothing of it was read. */
    static boolean isJson(Webhook webhook) {
        return read(webhook)
                .map(Message::isJson)
                .orElseGet(() -> header(webhook, "content-type").contains("json"));
    }

    /** A single route may stand there without its array. */
    private static List<Route> routes(JsonNode push) {
        JsonNode body = push.path("Body");
        JsonNode single = body.path("WaybillRoute");
        List<JsonNode> routes =
                single.isObject() ? List.of(single) : Json.objects(body, "WaybillRoute");
        return routes.stream().map(route -> Route.of(name -> Json.text(route, name))).toList();
    }

    private static boolean isBare(String body) {
        return startsWith(body, '<') || startsWith(body, '{') || startsWith(body, '[');
    }

    private static boolean startsWith(String text, char first) {
        String stripped = text.stripLeading();
        return !stripped.isEmpty() && stripped.charAt(0) == first;
    }

    private static String header(Webhook webhook, String name) {
        return webhook.headers().getOrDefault(name, "").strip();
    }
}
