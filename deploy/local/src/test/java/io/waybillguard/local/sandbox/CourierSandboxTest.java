package io.waybillguard.local.sandbox;

import static io.waybillguard.local.sandbox.Http.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waybillguard.local.sandbox.CallbackReceiver.Callback;
import io.waybillguard.local.sandbox.Interception.Status;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CourierSandboxTest {

    private static final String PATH = "/couriers/ZTO/interceptions";
    private static final String SECRET = "between us";

    @TempDir Path folder;
    private CallbackReceiver receiver;
    private CourierSandbox couriers;
    private Http http;

    @BeforeEach
    void start() throws Exception {
        receiver = new CallbackReceiver(0);
        startSandbox(Duration.ofMillis(50));
    }

    private void startSandbox(Duration usualTime) {
        couriers =
                CourierSandbox.start(
                        0,
                        folder.resolve("couriers.jsonl"),
                        new CourierTerms(SECRET, usualTime, Duration.ofMillis(20), receiver.base()),
                        Clock.systemUTC());
        http = new Http(couriers.base());
    }

    @AfterEach
    void stop() {
        stopSandbox();
        receiver.close();
    }

    private void stopSandbox() {
        http.close();
        couriers.close();
    }

    private HttpResponse<String> ask(String id) {
        String body =
                """
                {"requestId":"%s","waybill":"75000001","orderId":"o-1",
                 "kind":"RETURN_TO_SENDER","callbackUrl":"%s"}\
                """
                        .formatted(id, receiver.url());
        return http.post(PATH, id, body);
    }

    private String statusOf(String id) {
        return json(http.get(PATH + "/" + id)).path("status").asString();
    }

    @Test
    void acceptsThenSucceedsAndCallsBackSigned() throws Exception {
        HttpResponse<String> accepted = ask("ic-1");

        assertThat(accepted.statusCode()).isEqualTo(202);
        assertThat(json(accepted).path("status").asString()).isEqualTo("ACCEPTED");
        await().until(() -> receiver.callbacks().size() == 1);
        Callback callback = receiver.callbacks().getFirst();
        assertThat(callback.body()).isEqualTo(http.get(PATH + "/ic-1").body());
        assertThat(callback.body()).contains("\"status\":\"SUCCEEDED\"");
        assertThat(callback.signature()).isEqualTo("sha256=" + hmac(callback.body()));
        assertThat(couriers.book())
                .extracting(CourierLine::status)
                .containsExactly(Status.ACCEPTED, Status.SUCCEEDED);
    }

    private static String hmac(String body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void makesNothingTwiceForTheSameId() {
        HttpResponse<String> first = ask("ic-1");
        await().until(() -> statusOf("ic-1").equals("SUCCEEDED"));

        HttpResponse<String> second = ask("ic-1");

        assertThat(second.statusCode()).isEqualTo(202);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(couriers.book()).hasSize(2);
    }

    @Test
    void keepsCouriersApart() {
        ask("ic-1");

        assertThat(http.get("/couriers/YTO/interceptions/ic-1").statusCode()).isEqualTo(404);
        assertThat(http.get(PATH + "/ic-2").statusCode()).isEqualTo(404);
    }

    @Test
    void failsInTheEndWhenToldTo() {
        couriers.behave(Behaviour.of(Mode.FAIL));

        assertThat(ask("ic-1").statusCode()).isEqualTo(202);
        await().until(() -> receiver.callbacks().size() == 1);
        assertThat(statusOf("ic-1")).isEqualTo("FAILED");
        assertThat(json(http.get(PATH + "/ic-1")).path("reason").asString()).isNotEmpty();
    }

    @Test
    void refusesAtOnceWhenToldTo() {
        couriers.behave(Behaviour.of(Mode.DECLINE).times(1));

        HttpResponse<String> refused = ask("ic-1");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(json(refused).path("reason").asString()).isNotEmpty();
        assertThat(couriers.book()).isEmpty();
    }

    @Test
    void isLateByTheDelayAndNeverComesWhenToldSo() {
        couriers.behave(Behaviour.of(Mode.LATE).delayMillis(600));
        ask("ic-late");
        couriers.behave(Behaviour.of(Mode.NEVER));
        ask("ic-never");
        couriers.behave(Behaviour.NORMAL);
        ask("ic-usual");

        await().until(() -> statusOf("ic-usual").equals("SUCCEEDED"));
        assertThat(statusOf("ic-late")).isEqualTo("ACCEPTED");
        await().until(() -> statusOf("ic-late").equals("SUCCEEDED"));
        assertThat(statusOf("ic-never")).isEqualTo("ACCEPTED");
        assertThat(couriers.book().get(1).outcomeAt()).isNull();
    }

    @Test
    void tellsOnlyWhenAskedIfToldSo() {
        couriers.behave(Behaviour.of(Mode.NO_CALLBACK).times(1));
        ask("ic-quiet");
        await().until(() -> statusOf("ic-quiet").equals("SUCCEEDED"));
        ask("ic-told");

        await().until(() -> !receiver.callbacks().isEmpty());
        assertThat(receiver.callbacks()).allMatch(call -> call.body().contains("ic-told"));
    }

    @Test
    void callsBackAtMostThreeTimes() throws Exception {
        receiver.close();
        receiver = new CallbackReceiver(100);
        ask("ic-1");
        await().until(() -> receiver.callbacks().size() == 3);

        await().during(Duration.ofMillis(200)).until(() -> receiver.callbacks().size() == 3);
        assertThat(statusOf("ic-1")).isEqualTo("SUCCEEDED");
    }

    @Test
    void callsBackAgainUntilItIsTaken() throws Exception {
        receiver.close();
        receiver = new CallbackReceiver(1);
        ask("ic-1");
        await().until(() -> receiver.callbacks().size() == 2);

        await().during(Duration.ofMillis(200)).until(() -> receiver.callbacks().size() == 2);
    }

    @Test
    void tellsAfterARestartWhatWasStillToCome() {
        stopSandbox();
        startSandbox(Duration.ofSeconds(1));
        ask("ic-1");
        stopSandbox();
        assertThat(receiver.callbacks()).isEmpty();
        startSandbox(Duration.ofMillis(50));

        assertThat(statusOf("ic-1")).isEqualTo("ACCEPTED");
        await().until(() -> receiver.callbacks().size() == 1);
        assertThat(ask("ic-1").statusCode()).isEqualTo(202);
        assertThat(couriers.book()).hasSize(2);
    }

    @Test
    void refusesWhatIsNotARequest() {
        assertThat(http.post(PATH, "ic-1", "{\"requestId\":\"ic-1\"}").statusCode()).isEqualTo(400);
        assertThat(ask("ic-1").statusCode()).isEqualTo(202);
        assertThat(http.post("/couriers/ZTO", "ic-1", "{}").statusCode()).isEqualTo(404);
    }
}
