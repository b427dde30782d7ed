package io.waybillguard.local.sandbox;

import static io.waybillguard.local.sandbox.Spoken.but;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.waybillguard.events.json.EventJson;
import io.waybillguard.local.sandbox.Interception.Status;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class SfDialectTest {

    @TempDir Path folder;
    private Spoken sf;

    @BeforeEach
    void start() {
        sf = new Spoken(folder, 0, "{\"return_code\":\"0000\",\"return_msg\":\"成功\"}");
    }

    @AfterEach
    void stop() {
        sf.close();
    }

    private static Map<String, String> signed(String id, boolean cancel) {
        return signed(
                id,
                EventJson.mapper()
                        .writeValueAsString(
                                Map.of(
                                        "waybillNo", "SF1",
                                        "orderId", "o-1",
                                        "serviceCode", "2",
                                        "cancel", cancel)));
    }

    private static Map<String, String> signed(String id, String message) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("partnerID", CourierSandbox.KEY);
        form.put("requestID", id);
        form.put("serviceCode", "EXP_RECE_WANTED_INTERCEPT");
        form.put("timestamp", "1");
        form.put("msgDigest", digest(message, "1"));
        form.put("msgData", message);
        return form;
    }

    private static String digest(String message, String time) {
        return Signed.base64(Signed.encoded(message + time + Spoken.SECRET));
    }

    private JsonNode say(Map<String, String> form) {
        return sf.form("/sf", form);
    }

    private String platform(Map<String, String> form) {
        return say(form).path("apiResultCode").asString();
    }

    /** What the service says, behind a platform that heard. */
    private String service(Map<String, String> form) {
        JsonNode answer = say(form);
        assertThat(answer.path("apiResultCode").asString()).isEqualTo("A1000");
        JsonNode result = EventJson.mapper().readTree(answer.path("apiResultData").asString());
        String code = result.path("errorCode").asString();
        assertThat(result.path("success").asBoolean()).isEqualTo(code.equals("S0000"));
        return code;
    }

    @Test
    void letsOneInterceptionOfAnOrderSucceedAndCallsBackSigned() {
        assertThat(service(signed("ic-1", false))).isEqualTo("S0000");
        assertThat(platform(signed("ic-1", false))).isEqualTo("A1007");

        await().until(() -> sf.receiver.callbacks().size() == 1);
        var callback = sf.receiver.callbacks().getFirst();
        assertThat(callback.path()).isEqualTo("/callbacks/interceptions/sf/SF");
        Map<String, String> form = Signed.form(callback.body());
        String message = String.valueOf(form.get("msgData"));
        assertThat(message).contains("\"requestId\":\"ic-1\"", "\"orderId\":\"o-1\"", "拦截成功");
        assertThat(form.get("msgDigest"))
                .isEqualTo(digest(message, String.valueOf(form.get("timestamp"))));
        assertThat(service(signed("ic-2", false))).isEqualTo("ONE_SUCCESS_ONLY");
        assertThat(service(signed("ic-1-cancel", true))).isEqualTo("NOT_OPEN");
        assertThat(sf.book()).containsExactly(Status.ACCEPTED, Status.SUCCEEDED);
    }

    @Test
    void refusesWhatIsSignedWronglyOrByAStranger() {
        Map<String, String> good = signed("ic-1", false);
        assertThat(platform(but(good, "msgDigest", "wrong"))).isEqualTo("A1006");
        assertThat(platform(but(good, "timestamp", "2"))).isEqualTo("A1006");
        String message = String.valueOf(good.get("msgData"));
        assertThat(platform(but(good, "msgData", message.replace("o-1", "o-2"))))
                .isEqualTo("A1006");
        assertThat(platform(but(good, "partnerID", "stranger"))).isEqualTo("A1004");
        assertThat(sf.book()).isEmpty();
    }

    @Test
    void refusesWhatItCannotUnderstandInItsOwnWords() {
        assertThat(platform(but(signed("ic-1", false), "serviceCode", "OTHER"))).isEqualTo("A1004");
        assertThat(platform(signed("ic-1", "no json"))).isEqualTo("A1001");
        assertThat(platform(signed("ic-1", "{\"serviceCode\":\"2\"}"))).isEqualTo("A1001");
        assertThat(platform(signed("ic-1", "{\"waybillNo\":\"SF1\",\"orderId\":\"o-1\"}")))
                .isEqualTo("A1001");
        assertThat(sf.book()).isEmpty();
    }

    @Test
    void letsGoWhatIsOpen() {
        sf.behaves(Mode.NEVER, null);
        service(signed("ic-1", false));

        assertThat(service(signed("ic-1-cancel", true))).isEqualTo("S0000");

        assertThat(sf.book()).containsExactly(Status.ACCEPTED, Status.CANCELLED);
        assertThat(sf.receiver.callbacks()).isEmpty();
    }

    @Test
    void aLostAnswerIsDoneAndToldByItsCallback() {
        sf.behaves(Mode.EXECUTE_THEN_RESET, 1);

        assertThatThrownBy(() -> say(signed("ic-1", false)))
                .isInstanceOf(UncheckedIOException.class);

        await().until(() -> sf.receiver.callbacks().size() == 1);
        assertThat(platform(signed("ic-1", false))).isEqualTo("A1007");
    }

    @Test
    void whatIsCutOffBeforeIsNotDone() {
        sf.behaves(Mode.RESET, 1);
        assertThatThrownBy(() -> say(signed("ic-1", false)))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(sf.book()).isEmpty();
    }

    @Test
    void declinesFailsAndIsInTroubleInItsOwnWords() {
        sf.behaves(Mode.DECLINE, 1);
        assertThat(service(signed("ic-1", false))).isEqualTo("OUT_FOR_DELIVERY");
        sf.behaves(Mode.ERROR_500, 1);
        assertThat(platform(signed("ic-1", false))).isEqualTo("A1009");
        assertThat(sf.book()).isEmpty();
        sf.behaves(Mode.FAIL, 1);
        assertThat(service(signed("ic-1", false))).isEqualTo("S0000");
        await().until(() -> sf.receiver.callbacks().size() == 1);
        assertThat(Signed.form(sf.receiver.callbacks().getFirst().body()).get("msgData"))
                .contains("拦截失败");
        assertThat(service(signed("ic-2", false))).isEqualTo("S0000");
    }

    @Test
    void callsBackAgainWhereNobodyThanks() {
        sf.close();
        sf = new Spoken(folder, 0, "{\"return_code\":\"1000\"}");
        service(signed("ic-1", false));
        await().until(() -> sf.receiver.callbacks().size() == 3);
        await().during(Duration.ofMillis(200)).until(() -> sf.receiver.callbacks().size() == 3);
    }
}
