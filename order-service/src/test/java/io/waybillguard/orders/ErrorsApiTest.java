package io.waybillguard.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every error is a problem, whoever finds it: a controller, a filter, the server itself. */
class ErrorsApiTest extends RunningService {
    private static final int MORE_THAN_A_BODY_MAY_HOLD = 512 * 1024 + 1;

    @ParameterizedTest
    @CsvSource({
        "GET, /nothing-here, 404, no-such-resource",
        "PATCH, /orders, 405, method-not-allowed",
        "DELETE, /refunds, 405, method-not-allowed",
        "GET, /orders//x, 400, invalid",
        "GET, /orders/a%2Fb, 400, invalid",
        "GET, /orders/a%00b, 400, invalid",
        "GET, /orders?shop=%00, 400, invalid",
        "GET, /orders;x=1, 400, invalid"
    })
    void whatIsNotThereOrNotReadIsAProblem(String method, String path, int status, String code) {
        isProblem(send(PLATFORM, method, path, null), status, code);
    }

    @Test
    void mediaTypesThatAreNotJsonAreProblems() {
        isProblem(
                answer(
                        request(SHOP_1, "/orders")
                                .header("Content-Type", "text/plain")
                                .POST(HttpRequest.BodyPublishers.ofString("{}"))),
                415,
                "unsupported-media-type");
        isProblem(
                answer(request(SHOP_1, "/orders").header("Accept", "text/csv").GET()),
                406,
                "not-acceptable");
        isProblem(
                answer(request(SHOP_1, "/orders/" + fresh("o-")).header("Accept", "text/csv")),
                404,
                "order-unknown");
    }

    @Test
    void bodiesThatAreMissingOrMalformedAreProblems() {
        isProblem(
                answer(
                        request(SHOP_1, "/orders")
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.noBody())),
                400,
                "invalid");
        for (String body : new String[] {"{", "[]", "null", "1", "{} {}", "\"text\""}) {
            isProblem(post(SHOP_1, "/orders", body), 400, "invalid");
        }
    }

    @Test
    void aBodyPastTheLimitIsTooLargeWhetherItsLengthIsToldOrNot() {
        byte[] spaces = " ".repeat(MORE_THAN_A_BODY_MAY_HOLD).getBytes(StandardCharsets.UTF_8);
        isProblem(
                answer(json("/orders").POST(HttpRequest.BodyPublishers.ofByteArray(spaces))),
                413,
                "too-large");
        isProblem(
                answer(
                        json("/orders")
                                .POST(
                                        HttpRequest.BodyPublishers.ofInputStream(
                                                () -> new ByteArrayInputStream(spaces)))),
                413,
                "too-large");
        isProblem(
                answer(
                        json("/orders")
                                .POST(
                                        HttpRequest.BodyPublishers.ofByteArray(
                                                spaces, 0, MORE_THAN_A_BODY_MAY_HOLD - 1))),
                400,
                "invalid");
    }

    private HttpRequest.Builder json(String path) {
        return request(SHOP_1, path).header("Content-Type", "application/json");
    }

    @Test
    void anEventThatTheLogDoesNotTakeIsTooLarge() {
        String id = fresh("o-");
        String line =
                """
                {"sku": "cup", "title": "%s", "category": "%s", "quantity": 1, "unitPriceFen": 1}\
                """
                        .formatted("杯".repeat(256), "家".repeat(128));
        String lines = String.join(", ", Collections.nCopies(200, line));
        String body =
                order(id, "shop-1")
                        .replaceFirst("(?s)\"lines\": \\[.*?}],", "\"lines\": [" + lines + "],");
        isProblem(post(SHOP_1, "/orders", body), 413, "too-large");
        isProblem(get(SHOP_1, "/orders/" + id), 404, "order-unknown");
    }

    @Test
    void theDescriptionTellsOfAnswersAndProblems() {
        Answer described = get(null, "/v3/api-docs");
        assertThat(schema(described, "/orders", "post", "201")).endsWith("/OrderView");
        assertThat(schema(described, "/orders/{id}/payment", "post", "200")).endsWith("/OrderView");
        assertThat(schema(described, "/refunds/{id}/agreement", "post", "200"))
                .endsWith("/CaseView");
        assertThat(schema(described, "/shops/{shopId}/policy", "put", "200"))
                .endsWith("/PolicyView");
        assertThat(schema(described, "/orders/{orderId}/refunds", "post", "default"))
                .endsWith("/Problem");
        assertThat(described.body().at("/components/schemas/Problem/properties/code").isObject())
                .isTrue();
        assertThat(
                        described
                                .body()
                                .at("/components/schemas/OrderView/properties/orderId")
                                .isObject())
                .as("what is unwrapped stands among the rest")
                .isTrue();
    }

    private static String schema(Answer described, String path, String method, String status) {
        var content =
                described
                        .body()
                        .at("/paths/" + path.replace("/", "~1") + "/" + method)
                        .at("/responses/" + status + "/content");
        assertThat(content.size()).as(path).isEqualTo(1);
        return content.values().iterator().next().at("/schema/$ref").asString();
    }
}
