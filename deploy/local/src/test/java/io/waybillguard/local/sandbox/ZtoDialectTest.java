package io.waybillguard.local.sandbox;

import static io.waybillguard.local.sandbox.Http.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.waybillguard.local.sandbox.Interception.Status;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ZtoDialectTest {

    private static final String THANKS = "{\"status\":true,\"statusCode\":\"SYS000\"}";
    private static final String CREATE = "zto.open.createIntercept";
    private static final String CANCEL = "zto.open.cancelIntercept";
    private static final String QUERY = "zto.open.queryInterceptAndReturnStatus";

    @TempDir Path folder;
    private Spoken zto;

    @BeforeEach
    void start() {
        zto = new Spoken(folder, 0, THANKS);
    }

    @AfterEach
    void stop() {
        zto.close();
    }

    private static String body(String id) {
        return "{\"billCode\":\"7500\",\"requestId\":\"%s\",\"thirdBizNo\":\"o-1\",\"destinationType\":\"2\"}"
                .formatted(id);
    }

    private JsonNode say(String method, String body, String key, String digest) {
        var answer =
                zto.http.send(
                        zto.http
                                .request("/zto/" + method)
                                .header("x-appKey", key)
                                .header("x-dataDigest", digest)
                                .POST(BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).isEqualTo(200);
        return json(answer);
    }

    private JsonNode say(String method, String body) {
        return say(method, body, CourierSandbox.KEY, Signed.base64(body + Spoken.SECRET));
    }

    private String code(String method) {
        return say(method, body("ic-1")).path("statusCode").asString();
    }

    @Test
    void takesAnIdOnceAnswersQuestionsAndCallsBackSigned() {
        assertThat(say(QUERY, body("ic-1")).path("result").isNull()).isTrue();
        assertThat(code(CREATE)).isEqualTo("SYS000");
        assertThat(code(CREATE)).isEqualTo("INTERCEPT_EXISTS");

        await().until(() -> zto.receiver.callbacks().size() == 1);
        var callback = zto.receiver.callbacks().getFirst();
        assertThat(callback.path()).isEqualTo("/callbacks/interceptions/zto/ZTO");
        assertThat(callback.body()).contains("\"thirdBizNo\":\"o-1\"", "拦截成功");
        assertThat(callback.digest()).isEqualTo(Signed.base64(callback.body() + Spoken.SECRET));
        assertThat(say(QUERY, body("ic-1")).at("/result/statusName").asString()).isEqualTo("拦截成功");
        assertThat(zto.book()).containsExactly(Status.ACCEPTED, Status.SUCCEEDED);
    }

    @Test
    void refusesWhatIsSignedWronglyOrByAStranger() {
        String text = body("ic-1");
        assertThat(say(CREATE, text, CourierSandbox.KEY, Signed.base64(text + "wrong")))
                .hasToString("{\"status\":false,\"statusCode\":\"S203\",\"result\":null}");
        assertThat(
                        say(CREATE, text, "stranger", Signed.base64(text + Spoken.SECRET))
                                .path("statusCode")
                                .asString())
                .isEqualTo("S203");
        assertThat(
                        say(
                                        CREATE,
                                        body("ic-2"),
                                        CourierSandbox.KEY,
                                        Signed.base64(text + Spoken.SECRET))
                                .path("status")
                                .asBoolean())
                .isFalse();
        assertThat(zto.book()).isEmpty();
    }

    @Test
    void refusesWhatItCannotUnderstandInItsOwnWords() {
        assertThat(code("zto.open.somethingElse")).isEqualTo("S200");
        assertThat(say(CREATE, "no json").path("statusCode").asString()).isEqualTo("S200");
        assertThat(say(CREATE, "{\"requestId\":\"ic-1\"}").path("status").asBoolean()).isFalse();
        assertThat(
                        say(CREATE, body("ic-1").replace("\"2\"", "\"1\""))
                                .path("statusCode")
                                .asString())
                .isEqualTo("S200");
        assertThat(zto.book()).isEmpty();
    }

    @Test
    void letsGoOnceAndTellsNoOutcomeThen() {
        zto.behaves(Mode.NEVER, null);
        code(CREATE);

        assertThat(code(CANCEL)).isEqualTo("SYS000");
        assertThat(code(CANCEL)).isEqualTo("INTERCEPT_NOT_OPEN");
        assertThat(say(QUERY, body("ic-1")).at("/result/statusName").asString()).isEqualTo("已取消");
        assertThat(zto.http.delete("/couriers/ZTO/interceptions/ic-1").statusCode()).isEqualTo(409);
        assertThat(zto.http.delete("/couriers/ZTO/interceptions/ic-2").statusCode()).isEqualTo(404);
        assertThat(zto.book()).containsExactly(Status.ACCEPTED, Status.CANCELLED);
    }

    @Test
    void aLostAnswerIsInTheBookAndCanBeAskedFor() {
        zto.behaves(Mode.EXECUTE_THEN_RESET, 1);

        assertThatThrownBy(() -> code(CREATE)).isInstanceOf(UncheckedIOException.class);

        assertThat(say(QUERY, body("ic-1")).at("/result/requestId").asString()).isEqualTo("ic-1");
        assertThat(code(CREATE)).isEqualTo("INTERCEPT_EXISTS");
    }

    @Test
    void aQuestionIsLeftAloneByWhatConcernsDoing() {
        zto.behaves(Mode.EXECUTE_THEN_RESET, 1);
        assertThat(say(QUERY, body("ic-1")).path("status").asBoolean()).isTrue();
    }

    @Test
    void declinesFailsAndIsInTroubleInItsOwnWords() {
        zto.behaves(Mode.DECLINE, 1);
        assertThat(code(CREATE)).isEqualTo("OUT_FOR_DELIVERY");
        zto.behaves(Mode.ERROR_500, 2);
        assertThat(code(CREATE)).isEqualTo("SYS999");
        assertThat(code(QUERY)).isEqualTo("SYS999");
        assertThat(zto.book()).isEmpty();
        zto.behaves(Mode.FAIL, 1);
        assertThat(code(CREATE)).isEqualTo("SYS000");
        await().until(() -> zto.receiver.callbacks().size() == 1);
        assertThat(zto.receiver.callbacks().getFirst().body()).contains("拦截失败");
    }

    @Test
    void tellsOnlyWhenAskedIfToldSo() {
        zto.behaves(Mode.NO_CALLBACK, 1);
        code(CREATE);
        await().until(() ->
                say(QUERY, body("ic-1")).at("/result/statusName").asString().equals("拦截成功"));
        assertThat(zto.receiver.callbacks()).isEmpty();
    }

    @Test
    void callsBackAgainWhereNobodyThanks() {
        zto.close();
        zto = new Spoken(folder, 1, "{\"status\":false}");
        code(CREATE);
        await().until(() -> zto.receiver.callbacks().size() == 3);
        await().during(Duration.ofMillis(200)).until(() -> zto.receiver.callbacks().size() == 3);
    }
}
