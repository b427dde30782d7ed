package io.waybillguard.local.sandbox;

import static io.waybillguard.local.sandbox.Http.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waybillguard.events.json.EventJson;
import io.waybillguard.local.sandbox.CallbackReceiver.Callback;
import io.waybillguard.local.sandbox.Interception.Status;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The couriers' sandbox spoken to in the providers' own words: one book for all. */
class DialectsTest {

    private static final String SECRET = "between us";

    @TempDir Path folder;
    private CallbackReceiver receiver;
    private CourierSandbox couriers;
    private Http http;

    @BeforeEach
    void start() throws Exception {
        receiver = new CallbackReceiver(0);
        couriers =
                CourierSandbox.start(
                        0,
                        folder.resolve("couriers.jsonl"),
                        new CourierTerms(
                                SECRET,
                                Duration.ofMillis(50),
                                Duration.ofMillis(20),
                                receiver.base()),
                        Clock.systemUTC());
        http = new Http(couriers.base());
    }

    @AfterEach
    void stop() {
        http.close();
        couriers.close();
        receiver.close();
    }

    private JsonNode zto(String method, String secret) {
        String body = "{\"billCode\":\"7500\",\"requestId\":\"ic-1\",\"thirdBizNo\":\"o-1\"}";
        return json(
                http.send(
                        http.request("/zto/zto.open." + method)
                                .header("x-dataDigest", Signed.base64(body + secret))
                                .POST(BodyPublishers.ofString(body))));
    }

    private JsonNode sf(String id, boolean cancel) {
        String text =
                EventJson.mapper()
                        .writeValueAsString(
                                Map.of("waybillNo", "SF1", "orderId", "o-1", "cancel", cancel));
        String digest = Signed.base64(Signed.encoded(text + "1" + SECRET));
        return form(
                "/sf",
                "requestID=%s&timestamp=1&msgData=%s&msgDigest=%s"
                        .formatted(id, Signed.encoded(text), Signed.encoded(digest)));
    }

    private JsonNode kuaidi100(String sign) {
        String url = receiver.url() + "?order=o-3&request=ic-3";
        String param =
                "{\"callbackUrl\":\"%s\",\"kuaidicom\":\"yuantong\",\"kuaidinum\":\"Y1\",\"orderId\":\"ic-3\",\"salt\":\"pepper\"}"
                        .formatted(url);
        String signed = sign.isEmpty() ? Signed.upperHex(param + "1" + "k" + SECRET) : sign;
        return form(
                "/kuaidi100",
                "method=interceptOrder&key=k&t=1&param=%s&sign=%s"
                        .formatted(Signed.encoded(param), signed));
    }

    private JsonNode form(String path, String body) {
        return json(http.send(http.request(path).POST(BodyPublishers.ofString(body))));
    }

    @Test
    void ztoTakesAnIdOnceAnswersAndCallsBack() {
        assertThat(zto("createIntercept", "wrong").path("statusCode").asString()).isEqualTo("S203");
        assertThat(zto("queryInterceptAndReturnStatus", SECRET).path("result").isNull()).isTrue();

        assertThat(zto("createIntercept", SECRET).path("statusCode").asString())
                .isEqualTo("SYS000");
        assertThat(zto("createIntercept", SECRET).path("statusCode").asString())
                .isEqualTo("INTERCEPT_EXISTS");

        await().until(() -> receiver.callbacks().size() == 1);
        assertThat(receiver.callbacks().getFirst().body())
                .contains("\"thirdBizNo\":\"o-1\"", "拦截成功");
        JsonNode told = zto("queryInterceptAndReturnStatus", SECRET).path("result");
        assertThat(told.path("statusName").asString()).isEqualTo("拦截成功");
        assertThat(couriers.book())
                .extracting(CourierLine::status)
                .containsExactly(Status.ACCEPTED, Status.SUCCEEDED);
    }

    @Test
    void whatIsLetGoHasNoOutcome() {
        couriers.behave(new Behaviour(Mode.NEVER, 1.0, null, 0L));
        zto("createIntercept", SECRET);

        assertThat(zto("cancelIntercept", SECRET).path("status").asBoolean()).isTrue();
        assertThat(zto("cancelIntercept", SECRET).path("status").asBoolean()).isFalse();
        assertThat(http.delete("/couriers/ZTO/interceptions/ic-1").statusCode()).isEqualTo(409);
        assertThat(http.delete("/couriers/ZTO/interceptions/ic-2").statusCode()).isEqualTo(404);
        assertThat(couriers.book())
                .extracting(CourierLine::status)
                .containsExactly(Status.ACCEPTED, Status.CANCELLED);
    }

    @Test
    void sfLetsOneInterceptionOfAnOrderSucceed() {
        assertThat(sf("ic-1", false).path("apiResultData").asString()).contains("S0000");
        assertThat(sf("ic-1", false).path("apiResultCode").asString()).isEqualTo("A1007");
        await().until(() -> receiver.callbacks().size() == 1);
        Callback callback = receiver.callbacks().getFirst();

        assertThat(Signed.form(callback.body()).get("msgData"))
                .contains("\"requestId\":\"ic-1\"", "\"orderId\":\"o-1\"", "拦截成功");
        assertThat(sf("ic-2", false).path("apiResultData").asString()).contains("ONE_SUCCESS_ONLY");
        assertThat(sf("ic-1-cancel", true).path("apiResultData").asString()).contains("NOT_OPEN");
    }

    @Test
    void kuaidi100CallsBackWhereItWasToldSignedWithTheSaltItWasGiven() {
        assertThat(kuaidi100("WRONG").path("returnCode").asString()).isEqualTo("503");
        assertThat(kuaidi100("").path("returnCode").asString()).isEqualTo("200");

        await().until(() -> receiver.callbacks().size() == 1);
        Map<String, String> form = Signed.form(receiver.callbacks().getFirst().body());
        assertThat(form.get("param")).contains("\"kuaidinum\":\"Y1\"", "拦截成功");
        assertThat(form.get("sign")).isEqualTo(Signed.upperHex(form.get("param") + "pepper"));
        assertThat(couriers.book().getFirst().courier()).isEqualTo("YTO");
    }

    @Test
    void aDeclinedRequestIsNotInTheBook() {
        couriers.behave(new Behaviour(Mode.DECLINE, 1.0, null, 0L));

        assertThat(zto("createIntercept", SECRET).path("statusCode").asString())
                .isEqualTo("OUT_FOR_DELIVERY");
        assertThat(sf("ic-1", false).path("apiResultData").asString()).contains("OUT_FOR_DELIVERY");
        assertThat(kuaidi100("").path("returnCode").asString()).isEqualTo("400");
        assertThat(couriers.book()).isEmpty();
    }

    @Test
    void aQuestionInAPostIsAQuestion() {
        couriers.behave(new Behaviour(Mode.EXECUTE_THEN_RESET, 1.0, 1, 0L));

        assertThat(zto("queryInterceptAndReturnStatus", SECRET).path("status").asBoolean())
                .isTrue();
    }
}
