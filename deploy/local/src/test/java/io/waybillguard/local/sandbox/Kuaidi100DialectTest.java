package io.waybillguard.local.sandbox;

import static io.waybillguard.local.sandbox.Spoken.but;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Kuaidi100DialectTest {

    @TempDir Path folder;
    private Spoken kuaidi100;

    @BeforeEach
    void start() {
        kuaidi100 = new Spoken(folder, 0, "{\"result\":true,\"returnCode\":\"200\"}");
    }

    @AfterEach
    void stop() {
        kuaidi100.close();
    }

    private String param(String courier) {
        return "{\"callbackUrl\":\"%s?order=o-3&request=ic-3\",\"kuaidicom\":\"%s\",\"kuaidinum\":\"Y1\",\"orderId\":\"ic-3\",\"interceptType\":\"RETURN_SEND_ADDR\",\"salt\":\"pepper\"}"
                .formatted(kuaidi100.receiver.url(), courier);
    }

    private static Map<String, String> signed(String param) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("method", "interceptOrder");
        form.put("key", CourierSandbox.KEY);
        form.put("t", "1");
        form.put("param", param);
        form.put("sign", Signed.upperHex(param + "1" + CourierSandbox.KEY + Spoken.SECRET));
        return form;
    }

    private String say(Map<String, String> form) {
        var answer = kuaidi100.form("/kuaidi100", form);
        String code = answer.path("returnCode").asString();
        assertThat(answer.path("result").asBoolean()).isEqualTo(code.equals("200"));
        assertThat(answer.path("message").asString()).isNotEmpty();
        return code;
    }

    private Map<String, String> good() {
        return signed(param("yuantong"));
    }

    @Test
    void callsBackWhereItWasToldSignedWithTheSaltItWasGiven() {
        assertThat(say(good())).isEqualTo("200");

        await().until(() -> kuaidi100.receiver.callbacks().size() == 1);
        var callback = kuaidi100.receiver.callbacks().getFirst();
        assertThat(callback.path()).isEqualTo("/callbacks?order=o-3&request=ic-3");
        Map<String, String> form = Signed.form(callback.body());
        assertThat(form.get("param")).contains("\"kuaidinum\":\"Y1\"", "拦截成功");
        assertThat(form.get("sign")).isEqualTo(Signed.upperHex(form.get("param") + "pepper"));
        assertThat(kuaidi100.couriers.book().getFirst().orderId()).isEqualTo("o-3");
        assertThat(kuaidi100.book()).containsExactly(Status.ACCEPTED, Status.SUCCEEDED);
    }

    @ParameterizedTest
    @CsvSource({
        "zhongtong, ZTO",
        "yuantong, YTO",
        "shentong, STO",
        "jtexpress, JT",
        "yunda, YUNDA",
        "shunfeng, SF",
        "jd, JD",
        "ems, EMS",
        "debangwuliu, DEPPON"
    })
    void knowsEveryCourierThatItStopsParcelsOf(String named, String ours) {
        assertThat(say(signed(param(named)))).isEqualTo("200");
        assertThat(kuaidi100.couriers.book().getFirst().courier()).isEqualTo(ours);
    }

    @Test
    void refusesWhatIsSignedWronglyOrByAStranger() {
        assertThat(say(but(good(), "sign", "WRONG"))).isEqualTo("503");
        assertThat(say(but(good(), "t", "2"))).isEqualTo("503");
        assertThat(say(but(good(), "param", param("yunda")))).isEqualTo("503");
        String param = param("yuantong");
        Map<String, String> stranger = but(signed(param), "key", "stranger");
        assertThat(
                        say(
                                but(
                                        stranger,
                                        "sign",
                                        Signed.upperHex(param + "1" + "stranger" + Spoken.SECRET))))
                .isEqualTo("503");
        assertThat(kuaidi100.book()).isEmpty();
    }

    @Test
    void refusesWhatItCannotUnderstandInItsOwnWords() {
        assertThat(say(but(good(), "method", "cancelOrder"))).isEqualTo("400");
        assertThat(say(signed("no json"))).isEqualTo("400");
        assertThat(say(signed(param("nobody")))).isEqualTo("400");
        assertThat(say(signed(param("yuantong").replace("\"Y1\"", "\"\"")))).isEqualTo("400");
        assertThat(say(signed(param("yuantong").replace("RETURN_SEND_ADDR", "CHANGE"))))
                .isEqualTo("400");
        assertThat(kuaidi100.book()).isEmpty();
    }

    @Test
    void aLostAnswerIsDoneOnceAndToldByItsCallback() {
        kuaidi100.behaves(Mode.EXECUTE_THEN_RESET, 1);

        assertThatThrownBy(() -> say(good())).isInstanceOf(UncheckedIOException.class);
        assertThat(say(good())).isEqualTo("200");

        await().until(() -> kuaidi100.receiver.callbacks().size() == 1);
        assertThat(kuaidi100.book()).containsExactly(Status.ACCEPTED, Status.SUCCEEDED);
    }

    @Test
    void declinesFailsAndIsInTroubleInItsOwnWords() {
        kuaidi100.behaves(Mode.DECLINE, 1);
        assertThat(say(good())).isEqualTo("400");
        kuaidi100.behaves(Mode.ERROR_500, 1);
        assertThat(say(good())).isEqualTo("500");
        assertThat(kuaidi100.book()).isEmpty();
        kuaidi100.behaves(Mode.FAIL, 1);
        assertThat(say(good())).isEqualTo("200");
        await().until(() -> kuaidi100.receiver.callbacks().size() == 1);
        assertThat(Signed.form(kuaidi100.receiver.callbacks().getFirst().body()).get("param"))
                .contains("拦截失败");
    }

    @Test
    void callsBackAgainUntilItIsThankedFor() {
        kuaidi100.close();
        kuaidi100 = new Spoken(folder, 1, "{\"result\":true,\"returnCode\":\"200\"}");
        say(good());
        await().until(() -> kuaidi100.receiver.callbacks().size() == 2);
        await().during(Duration.ofMillis(200))
                .until(() -> kuaidi100.receiver.callbacks().size() == 2);
    }
}
