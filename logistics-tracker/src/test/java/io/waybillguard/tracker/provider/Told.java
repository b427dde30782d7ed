package io.waybillguard.tracker.provider;

import io.waybillguard.tracker.provider.Decoded.Accepted;
import io.waybillguard.tracker.provider.Decoded.Reason;
import io.waybillguard.tracker.provider.Decoded.Rejected;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What a provider makes of bodies, all of which arrive at noon in Shanghai. */
public record Told(Provider provider) {

    public static final Instant RECEIVED = Instant.parse("2026-11-12T04:00:00Z");
    public static final LineLimits LIMITS =
            new LineLimits(new Arrival(Duration.ofMinutes(5)), 100_000);

    public static Webhook webhook(String body) {
        return webhook(body.getBytes(StandardCharsets.UTF_8));
    }

    public static Webhook webhook(byte[] body) {
        return new Webhook("main", Map.of(), body, RECEIVED);
    }

    public static Webhook webhook(String body, String header, String value) {
        return new Webhook(
                "main", Map.of(header, value), body.getBytes(StandardCharsets.UTF_8), RECEIVED);
    }

    public Accepted accepted(String body) {
        return (Accepted) provider.decode(webhook(body));
    }

    public Reason reasonOf(String body) {
        return ((Rejected) provider.decode(webhook(body))).reason();
    }

    public Account signing(String... secrets) {
        return new Account(provider.name(), "main", List.of(secrets), false);
    }

    public Account open() {
        return new Account(provider.name(), "open", List.of(), true);
    }
}
