package io.waybillguard.tracker.webhook;

import io.micrometer.core.instrument.MeterRegistry;
import io.waybillguard.tracker.provider.Account;
import io.waybillguard.tracker.provider.Provider;
import io.waybillguard.tracker.provider.Provider.Answer;
import io.waybillguard.tracker.provider.Provider.Outcome;
import io.waybillguard.tracker.provider.Providers;
import io.waybillguard.tracker.provider.Webhook;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes webhooks: verified over their exact bytes, written, and only then acknowledged in the words
 * their provider expects.
 */
@RestController
final class WebhookReceiver {

    private final Providers providers;
    private final WebhookLog log;
    private final MeterRegistry meters;
    private final Clock clock;

    WebhookReceiver(Providers providers, WebhookLog log, MeterRegistry meters, Clock clock) {
        this.providers = providers;
        this.log = log;
        this.meters = meters;
        this.clock = clock;
    }

    /**
     * One webhook.
     *
     * @param request read as a stream: as a form its bytes would be lost
     */
    @PostMapping("/webhooks/{provider}/{account}")
    ResponseEntity<byte[]> receive(
            @PathVariable String provider, @PathVariable String account, HttpServletRequest request)
            throws IOException {
        Optional<Provider> known = providers.provider(provider);
        if (known.isEmpty()) {
            count("unknown", false);
            return ResponseEntity.notFound().build();
        }
        Outcome outcome = outcome(known.get(), account, request);
        count(provider, outcome == Outcome.TAKEN);
        Answer answer = known.get().answer(outcome);
        return ResponseEntity.status(outcome.status())
                .header(HttpHeaders.CONTENT_TYPE, answer.contentType())
                .body(answer.body().getBytes(StandardCharsets.UTF_8));
    }

    private Outcome outcome(Provider provider, String accountName, HttpServletRequest request)
            throws IOException {
        Optional<Account> account = providers.account(provider.name(), accountName);
        if (account.isEmpty()) {
            return Outcome.UNKNOWN_ACCOUNT;
        }
        byte[] body = request.getInputStream().readNBytes(providers.maxBytes() + 1);
        if (body.length > providers.maxBytes()) {
            return Outcome.TOO_LARGE;
        }
        Webhook webhook =
                new Webhook(account.get().account(), headers(request), body, clock.instant());
        if (!provider.isAuthentic(webhook, account.get())) {
            return Outcome.NOT_AUTHENTIC;
        }
        return log.isWritten(provider.name(), webhook, provider.parcelOf(webhook))
                ? Outcome.TAKEN
                : Outcome.NOT_WRITTEN;
    }

    private static Map<String, String> headers(HttpServletRequest request) {
        String contentType = request.getContentType();
        return contentType == null ? Map.of() : Map.of("content-type", contentType);
    }

    private void count(String provider, boolean accepted) {
        meters.counter(
                        "webhooks.received",
                        "provider",
                        provider,
                        "outcome",
                        accepted ? "accepted" : "refused")
                .increment();
    }
}
