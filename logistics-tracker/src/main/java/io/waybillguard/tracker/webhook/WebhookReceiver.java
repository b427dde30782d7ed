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
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
        Webhook webhook = webhook(known.get(), account, request);
        Outcome outcome = outcome(known.get(), webhook);
        count(provider, outcome == Outcome.TAKEN);
        Answer answer = known.get().answer(outcome, webhook);
        return ResponseEntity.status(outcome.status())
                .header(HttpHeaders.CONTENT_TYPE, answer.contentType())
                .body(answer.body().getBytes(StandardCharsets.UTF_8));
    }

    /** The body is read one byte further than allowed, and of strangers not at all. */
    private Webhook webhook(Provider provider, String account, HttpServletRequest request)
            throws IOException {
        boolean known = providers.account(provider.name(), account).isPresent();
        byte[] body =
                known ? request.getInputStream().readNBytes(providers.maxBytes() + 1) : new byte[0];
        return new Webhook(account, headers(provider, request), body, clock.instant());
    }

    private Outcome outcome(Provider provider, Webhook webhook) {
        Optional<Account> account = providers.account(provider.name(), webhook.account());
        if (account.isEmpty()) {
            return Outcome.UNKNOWN_ACCOUNT;
        }
        if (webhook.body().length > providers.maxBytes()) {
            return Outcome.TOO_LARGE;
        }
        if (!provider.isAuthentic(webhook, account.get())) {
            return Outcome.NOT_AUTHENTIC;
        }
        return log.isWritten(provider.name(), webhook, provider.parcelOf(webhook))
                ? Outcome.TAKEN
                : Outcome.NOT_WRITTEN;
    }

    private static Map<String, String> headers(Provider provider, HttpServletRequest request) {
        Map<String, String> kept = new HashMap<>();
        provider.signatureHeaders().forEach(name -> keep(kept, name, request.getHeader(name)));
        keep(kept, "content-type", request.getContentType());
        return kept;
    }

    private static void keep(Map<String, String> kept, String name, @Nullable String value) {
        if (value != null) {
            kept.put(name, value);
        }
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
