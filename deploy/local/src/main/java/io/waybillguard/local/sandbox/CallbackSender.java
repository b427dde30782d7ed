package io.waybillguard.local.sandbox;

import io.waybillguard.events.json.EventJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls a request's outcome back, signed; a few times, then no more. */
final class CallbackSender implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(CallbackSender.class);
    private static final String ALGORITHM = "HmacSHA256";
    private static final int TRIES = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final byte[] secret;
    private final Duration pause;
    private final Map<String, Dialect> dialects;

    /**
     * A sender.
     *
     * @param secret shared with the receiver
     * @param pause between tries
     * @param dialects of requests that were not made in our words
     */
    CallbackSender(String secret, Duration pause, Map<String, Dialect> dialects) {
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
        this.pause = pause;
        this.dialects = dialects;
    }

    /** Tries until it is taken, at most three times. */
    void send(CourierLine line) throws InterruptedException {
        Dialect dialect = line.dialect() == null ? null : dialects.get(line.dialect());
        HttpRequest request =
                (dialect == null ? inOurWords(line) : dialect.callback(line))
                        .timeout(PATIENCE)
                        .build();
        for (int tries = 1; !isTaken(request, dialect); tries++) {
            if (tries == TRIES) {
                log.warn("a callback was not taken in {} tries", TRIES);
                return;
            }
            Thread.sleep(pause);
        }
    }

    private HttpRequest.Builder inOurWords(CourierLine line) {
        byte[] body = EventJson.mapper().writeValueAsBytes(line.view());
        return HttpRequest.newBuilder(URI.create(line.callbackUrl()))
                .header("Content-Type", "application/json")
                .header("X-Signature", "sha256=" + sign(body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    }

    /** In a provider's words a status alone is no thanks. */
    private boolean isTaken(HttpRequest request, @Nullable Dialect dialect)
            throws InterruptedException {
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            return answer.statusCode() / 100 == 2
                    && (dialect == null || dialect.isThanks(answer.body()));
        } catch (IOException e) {
            return false;
        }
    }

    private String sign(byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
