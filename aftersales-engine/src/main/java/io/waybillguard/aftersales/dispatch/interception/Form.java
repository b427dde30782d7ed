package io.waybillguard.aftersales.dispatch.interception;

import io.waybillguard.kit.signing.Forms;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A body of {@code application/x-www-form-urlencoded}. */
record Form(Map<String, String> fields) {

    /** As the body of a POST. */
    HttpRequest postTo(URI url) {
        return HttpRequest.newBuilder(url)
                .header("Content-Type", "application/x-www-form-urlencoded;charset=UTF-8")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(encoded()))
                .build();
    }

    String encoded() {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** A field; null where there is none. */
    @Nullable String get(String name) {
        return fields.get(name);
    }

    /**
     * The form in {@code text}, a body or an address's query; of a field that comes twice, the
     * first.
     *
     * @throws IllegalArgumentException when it cannot be decoded
     */
    static Form of(String text) {
        return new Form(Forms.firstOfEach(text));
    }

    /** As it stands in a form or a query. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
