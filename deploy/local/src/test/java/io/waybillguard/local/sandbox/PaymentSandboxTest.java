package io.waybillguard.local.sandbox;

import static io.waybillguard.local.sandbox.Http.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaymentSandboxTest {

    private static final Duration A_DAY = Duration.ofHours(24);

    @TempDir Path folder;
    private final SettableClock clock = new SettableClock();
    private PaymentSandbox payment;
    private Http http;

    @BeforeEach
    void start() {
        payment = PaymentSandbox.start(0, folder.resolve("payment.jsonl"), A_DAY, clock);
        http = new Http(payment.base());
    }

    @AfterEach
    void stop() {
        http.close();
        payment.close();
    }

    private static String body(String reference, long fen) {
        return """
        {"reference":"%s","orderId":"o-1","amountFen":%d,"currency":"CNY"}\
        """
                .formatted(reference, fen);
    }

    private HttpResponse<String> pay(String reference) {
        return http.post("/refunds", "refund-" + reference, body(reference, 1990));
    }

    @Test
    void paysAndTellsWhatItPaid() {
        HttpResponse<String> paid = pay("r-1");

        assertThat(paid.statusCode()).isEqualTo(201);
        assertThat(json(paid).path("status").asString()).isEqualTo("PAID");
        assertThat(json(paid).path("paidAt").asString()).isEqualTo("2026-03-01T00:00:00Z");
        assertThat(json(http.get("/refunds/r-1"))).isEqualTo(json(paid));
        assertThat(json(http.get("/refunds?orderId=o-1")).path("refunds")).containsOnly(json(paid));
        assertThat(json(http.get("/sandbox/book")).get(0).path("amountFen").asLong())
                .isEqualTo(1990);
    }

    @Test
    void knowsNothingOfAReferenceItNeverSaw() {
        assertThat(http.get("/refunds/r-9").statusCode()).isEqualTo(404);
        assertThat(json(http.get("/refunds?orderId=o-9")).path("refunds")).isEmpty();
    }

    @Test
    void paysOnceForTheSameKeyAndBody() {
        HttpResponse<String> first = pay("r-1");
        HttpResponse<String> second = pay("r-1");

        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(json(second)).isEqualTo(json(first));
        assertThat(payment.book()).hasSize(1);
    }

    @Test
    void refusesAKeyThatWasUsedForAnotherBody() {
        pay("r-1");

        assertThat(http.post("/refunds", "refund-r-1", body("r-1", 1991)).statusCode())
                .isEqualTo(422);
        assertThat(payment.book()).hasSize(1);
    }

    @Test
    void paysAgainOnceTheKeyIsForgotten() {
        pay("r-1");
        clock.pass(A_DAY.minusMillis(1));
        assertThat(pay("r-1").statusCode()).isEqualTo(200);

        clock.pass(Duration.ofMillis(1));

        assertThat(pay("r-1").statusCode()).isEqualTo(201);
        assertThat(payment.book()).extracting(Execution::reference).containsExactly("r-1", "r-1");
    }

    @Test
    void saysNoForGoodWhenToldTo() {
        payment.behave(Behaviour.of(Mode.DECLINE).times(1));

        HttpResponse<String> declined = pay("r-1");

        assertThat(declined.statusCode()).isEqualTo(402);
        assertThat(json(declined).path("reason").asString()).isNotEmpty();
        assertThat(pay("r-1").statusCode()).isEqualTo(402);
        assertThat(pay("r-2").statusCode()).isEqualTo(201);
        assertThat(http.get("/refunds/r-1").statusCode()).isEqualTo(404);
    }

    @Test
    void refusesWhatIsNotAnOrderToPay() {
        assertThat(http.post("/refunds", "k", "{").statusCode()).isEqualTo(400);
        assertThat(http.post("/refunds", "k", "null").statusCode()).isEqualTo(400);
        assertThat(http.post("/refunds", "k", body("r-1", 0)).statusCode()).isEqualTo(400);
        assertThat(http.post("/refunds", " ", body("r-1", 1)).statusCode()).isEqualTo(400);
        assertThat(http.post("/refunds", "k", "x".repeat(70_000)).statusCode()).isEqualTo(413);
        assertThat(http.get("/elsewhere").statusCode()).isEqualTo(404);

        assertThat(payment.book()).isEmpty();
    }

    @Test
    void keepsItsBookOverARestartEvenIfTheLastLineWasCutShort() throws Exception {
        pay("r-1");
        stop();
        Files.writeString(
                folder.resolve("payment.jsonl"), "{\"reference\":\"r-", StandardOpenOption.APPEND);
        start();
        assertThat(pay("r-1").statusCode()).isEqualTo(200);
        pay("r-2");
        stop();
        start();

        assertThat(payment.book()).extracting(Execution::reference).containsExactly("r-1", "r-2");
    }

    @Test
    void listsADaysRefundsPageByPage() {
        pay("r-1");
        pay("r-2");
        clock.pass(A_DAY);
        pay("r-3");
        clock.pass(A_DAY.negated());
        pay("r-4");

        var first = json(http.get("/refunds?day=2026-03-01&limit=2"));
        assertThat(first.path("refunds").findValuesAsString("reference"))
                .containsExactly("r-1", "r-2");
        var second =
                json(
                        http.get(
                                "/refunds?day=2026-03-01&limit=2&cursor="
                                        + first.path("next").asString()));
        assertThat(second.path("refunds").findValuesAsString("reference")).containsExactly("r-4");
        assertThat(second.has("next")).isFalse();
        assertThat(json(http.get("/refunds?day=2026-02-28")).path("refunds")).isEmpty();
        assertThat(http.get("/refunds?day=yesterday").statusCode()).isEqualTo(400);
        assertThat(http.get("/refunds?day=2026-03-01&limit=0").statusCode()).isEqualTo(400);
    }
}
