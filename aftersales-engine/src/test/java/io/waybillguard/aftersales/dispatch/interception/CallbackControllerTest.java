package io.waybillguard.aftersales.dispatch.interception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.waybillguard.aftersales.dispatch.ListenerSettings;
import io.waybillguard.aftersales.dispatch.Outbox;
import io.waybillguard.events.interception.InterceptionResult;
import io.waybillguard.events.interception.InterceptionResult.InterceptionAccepted;
import io.waybillguard.events.interception.InterceptionResult.InterceptionFailed;
import io.waybillguard.events.interception.InterceptionResult.InterceptionSucceeded;
import io.waybillguard.events.topics.Topic;
import io.waybillguard.events.types.InterceptionId;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.events.types.RefundId;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.util.unit.DataSize;

class CallbackControllerTest {

    private static final int LIMIT = 1024;
    private static final String BODY =
            """
            {"requestId":"ic-r-7","waybill":"73100042","orderId":"o-7","status":"SUCCEEDED",\
            "reason":null,"at":"2026-11-20T09:00:00Z"}\
            """;

    private final List<InterceptionResult> told = new ArrayList<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private boolean writable = true;
    private final MockMvc http =
            MockMvcBuilders.standaloneSetup(
                            new CallbackController(
                                    settings(),
                                    new InterceptionResults(new Told(), meters),
                                    meters))
                    .build();

    private final class Told implements Outbox {
        @Override
        public <V> void write(Topic<V> topic, V event) {
            if (!writable) {
                throw new NotWrittenException(topic.name(), new IllegalStateException());
            }
            told.add((InterceptionResult) event);
        }
    }

    private static InterceptionSettings settings() {
        return new InterceptionSettings(
                URI.create("http://couriers.example"),
                List.of(),
                URI.create("http://guard.example"),
                List.of("old-secret", "new-secret"),
                "one-more-secret",
                2,
                Duration.ofHours(24),
                Duration.ofMinutes(30),
                Duration.ofMinutes(1),
                DataSize.ofBytes(LIMIT),
                new ListenerSettings("group", 1, 1, Duration.ofSeconds(1), Duration.ofSeconds(2)));
    }

    @Test
    void aSuccessIsTold() throws Exception {
        MockHttpServletResponse response = call(BODY, signed("new-secret", BODY));

        assertThat(response.getStatus()).isEqualTo(204);
        assertThat(told)
                .containsExactly(
                        new InterceptionSucceeded(
                                new InterceptionId("ic-r-7"),
                                new RefundId("r-7"),
                                new OrderId("o-7"),
                                ParcelId.of("ZTO", "73100042"),
                                Instant.parse("2026-11-20T09:00:00Z")));
        assertThat(counted("taken")).isEqualTo(1);
        assertThat(
                        meters.counter("interceptions", "courier", "ZTO", "outcome", "succeeded")
                                .count())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"old-secret", "new-secret", "one-more-secret"})
    void everySecretSigns(String secret) throws Exception {
        assertThat(call(BODY, signed(secret, BODY)).getStatus()).isEqualTo(204);
    }

    @Test
    void aFailureAndAnAcceptanceAreTold() throws Exception {
        String failed = BODY.replace("SUCCEEDED", "FAILED").replace("null", "\"TOO_LATE\"");
        String accepted = BODY.replace("SUCCEEDED", "ACCEPTED");

        call(failed, signed("new-secret", failed));
        call(accepted, signed("new-secret", accepted));

        assertThat(told)
                .hasExactlyElementsOfTypes(InterceptionFailed.class, InterceptionAccepted.class);
        assertThat(((InterceptionFailed) told.getFirst()).reason()).isEqualTo("TOO_LATE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sha256=", "sha256=zz", "sha256=00", "sha1=00"})
    void aBadSignatureIsRefused(String signature) throws Exception {
        MockHttpServletResponse response = call(BODY, signature);

        assertThat(response.getStatus()).isEqualTo(401);
        assertThat(response.getContentType()).isEqualTo("application/problem+json");
        assertThat(told).isEmpty();
        assertThat(counted("unsigned")).isEqualTo(1);
    }

    @Test
    void aSignatureOfAnotherBodyOrWithAnotherSecretIsRefused() throws Exception {
        String other = BODY.replace("o-7", "o-8");

        assertThat(call(other, signed("new-secret", BODY)).getStatus()).isEqualTo(401);
        assertThat(call(BODY, signed("stolen", BODY)).getStatus()).isEqualTo(401);
        assertThat(told).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "{}",
                "{\"requestId\":\"ic-r-7\"}",
                "not json",
                "{\"requestId\":\"r-7\",\"waybill\":\"1\",\"orderId\":\"o\",\"status\":\"FAILED\"}",
                "{\"requestId\":\"ic-r-7\",\"waybill\":\"!\",\"orderId\":\"o\",\"status\":\"FAILED\"}",
                "{\"requestId\":\"ic-r-7\",\"waybill\":\"1\",\"orderId\":\"o\",\"status\":\"LOST\"}"
            })
    void aSignedBodyThatIsNoOutcomeIsRefused(String body) throws Exception {
        MockHttpServletResponse response = call(body, signed("new-secret", body));

        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(response.getContentType()).isEqualTo("application/problem+json");
        assertThat(told).isEmpty();
        assertThat(counted("unreadable")).isEqualTo(1);
    }

    @Test
    void aBodyIsReadUpToTheLimit() throws Exception {
        String longest = BODY + " ".repeat(LIMIT - BODY.length());
        String tooLong = longest + " ";

        assertThat(call(longest, signed("new-secret", longest)).getStatus()).isEqualTo(204);
        assertThat(call(tooLong, signed("new-secret", tooLong)).getStatus()).isEqualTo(413);
        assertThat(told).hasSize(1);
        assertThat(counted("too_large")).isEqualTo(1);
    }

    @Test
    void whatCouldNotBeWrittenIsCalledAgain() throws Exception {
        writable = false;

        assertThat(call(BODY, signed("new-secret", BODY)).getStatus()).isEqualTo(503);
        assertThat(counted("not_written")).isEqualTo(1);
    }

    @Test
    void settingsTellNoSecrets() {
        assertThat(settings().toString()).doesNotContain("secret");
    }

    private MockHttpServletResponse call(String body, String signature) throws Exception {
        return http.perform(
                        post("/callbacks/interceptions/ZTO")
                                .content(body.getBytes(StandardCharsets.UTF_8))
                                .contentType("application/json")
                                .header("X-Signature", signature))
                .andReturn()
                .getResponse();
    }

    private static String signed(String secret, String body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        byte[] hmac = mac.doFinal(body.getBytes(StandardCharsets.UTF_8));
        return "sha256=" + HexFormat.of().formatHex(hmac);
    }

    private double counted(String outcome) {
        return meters.counter("interception.callbacks", "outcome", outcome).count();
    }
}
