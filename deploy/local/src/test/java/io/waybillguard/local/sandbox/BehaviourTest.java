package io.waybillguard.local.sandbox;

import static io.waybillguard.local.sandbox.Http.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BehaviourTest {

    @TempDir Path folder;
    private ChannelSandbox channel;
    private Http http;

    @BeforeEach
    void start() {
        channel = ChannelSandbox.start(0, folder.resolve("channel.jsonl"), Clock.systemUTC());
        http = new Http(channel.base());
    }

    @AfterEach
    void stop() {
        http.close();
        channel.close();
    }

    private static String body(String noticeId) {
        return """
        {"noticeId":"%s","buyerId":"b","shopId":"s","language":"EN","text":"Hello"}\
        """
                .formatted(noticeId);
    }

    private HttpResponse<String> send(String noticeId) {
        return http.post("/messages", noticeId, body(noticeId));
    }

    @Test
    void tellsWhatHoldsNow() {
        assertThat(json(http.get("/sandbox/behaviour")).path("mode").asString())
                .isEqualTo("NORMAL");

        HttpResponse<String> told =
                http.put(
                        "/sandbox/behaviour",
                        """
                        {"mode":"ERROR_503","share":0.5,"times":3,"delayMillis":10}\
                        """);

        assertThat(told.statusCode()).isEqualTo(200);
        assertThat(json(told)).isEqualTo(json(http.get("/sandbox/behaviour")));
        assertThat(json(told).path("times").asInt()).isEqualTo(3);
        assertThat(json(http.delete("/sandbox/behaviour")).path("mode").asString())
                .isEqualTo("NORMAL");
        assertThat(send("n-1").statusCode()).isEqualTo(202);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"mode\":\"WILD\"}",
                "{\"mode\":\"SLOW\",\"share\":1.01}",
                "{\"mode\":\"SLOW\",\"times\":-1}",
                "{\"mode\":\"SLOW\",\"delayMillis\":3600001}",
                "[]"
            })
    void refusesABehaviourThatCannotBe(String body) {
        assertThat(http.put("/sandbox/behaviour", body).statusCode()).isEqualTo(400);
        assertThat(send("n-1").statusCode()).isEqualTo(202);
    }

    @ParameterizedTest
    @EnumSource(names = {"FAIL", "LATE", "NEVER", "NO_CALLBACK"})
    void refusesWhatOnlyCouriersCanDo(Mode mode) {
        String body = "{\"mode\":\"%s\"}".formatted(mode);

        assertThat(http.put("/sandbox/behaviour", body).statusCode()).isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource({"ERROR_500, 500", "ERROR_503, 503", "TOO_MANY, 429", "DECLINE, 422"})
    void answersWithAnErrorAndDoesNothing(Mode mode, int status) {
        channel.behave(Behaviour.of(mode));

        assertThat(send("n-1").statusCode()).isEqualTo(status);
        assertThat(channel.book()).isEmpty();
    }

    @Test
    void saysWhenToTryAgain() {
        channel.behave(Behaviour.of(Mode.TOO_MANY));

        assertThat(send("n-1").headers().firstValue("Retry-After")).contains("1");
    }

    @Test
    void answersAfterTheDelay() {
        channel.behave(Behaviour.of(Mode.SLOW).delayMillis(300));
        long start = System.nanoTime();

        assertThat(send("n-1").statusCode()).isEqualTo(202);
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    @Test
    void closesTheConnectionBeforeDoingAnything() {
        channel.behave(Behaviour.of(Mode.RESET));

        assertThatThrownBy(() -> send("n-1")).isInstanceOf(UncheckedIOException.class);
        assertThat(channel.book()).isEmpty();
    }

    @Test
    void doesItAndClosesTheConnection() {
        channel.behave(Behaviour.of(Mode.EXECUTE_THEN_RESET));

        assertThatThrownBy(() -> send("n-1"))
                .isInstanceOf(UncheckedIOException.class)
                .cause()
                .isNotInstanceOf(HttpTimeoutException.class);
        assertThat(channel.book()).hasSize(1);
    }

    @Test
    void doesItAndNeverAnswers() {
        channel.behave(Behaviour.of(Mode.EXECUTE_THEN_TIMEOUT));

        assertThatThrownBy(() ->
                        http.send(
                                http.post("/messages", "n-1", body("n-1"), Duration.ofMillis(400))))
                .hasCauseInstanceOf(HttpTimeoutException.class);
        assertThat(channel.book()).hasSize(1);
    }

    @Test
    void behavesWellAgainAfterTheTimesToldAndLookUpsDoNotCountForWhatOnlyTouchesActs() {
        channel.behave(Behaviour.of(Mode.DECLINE).times(2));

        http.get("/messages");
        http.get("/messages");

        assertThat(IntStream.range(0, 4).map(i -> send("n-" + i).statusCode()))
                .containsExactly(422, 422, 202, 202);
        assertThat(json(http.get("/sandbox/behaviour")).path("mode").asString())
                .isEqualTo("NORMAL");
    }

    @Test
    void troublesLookUpsToo() {
        channel.behave(Behaviour.of(Mode.ERROR_500).times(1));

        assertThat(http.get("/messages").statusCode()).isEqualTo(500);
        assertThat(send("n-1").statusCode()).isEqualTo(202);
    }

    @Test
    void touchesTheSameShareOfTheCallsEachTimeItIsTold() {
        List<Integer> first = statusesOfFiftyCallsAtShare(0.3);
        List<Integer> second = statusesOfFiftyCallsAtShare(0.3);

        assertThat(second).isEqualTo(first);
        assertThat(first.stream().filter(status -> status == 503).count()).isBetween(8L, 22L);
        assertThat(statusesOfFiftyCallsAtShare(0)).containsOnly(202);
        assertThat(statusesOfFiftyCallsAtShare(1)).containsOnly(503);
    }

    private List<Integer> statusesOfFiftyCallsAtShare(double share) {
        channel.behave(Behaviour.of(Mode.ERROR_503).share(share));
        return IntStream.range(0, 50).mapToObj(i -> send("n-" + i).statusCode()).toList();
    }
}
