package io.waybillguard.aftersales.dispatch.interception;

import io.micrometer.core.instrument.MeterRegistry;
import io.waybillguard.aftersales.dispatch.Outbox;
import io.waybillguard.events.interception.InterceptionResult;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Hears providers in their own words, as {@link CallbackController} does in ours, and thanks them
 * in theirs. A provider without an account here is not found.
 */
@RestController
@ConditionalOnProperty(
        name = "waybill.engine.interception.mode",
        havingValue = "http",
        matchIfMissing = true)
class ProviderCallbackController {

    private final Map<String, CallbackFormat> formats = new HashMap<>();
    private final int limit;
    private final InterceptionResults results;
    private final MeterRegistry meters;
    private final Clock clock = Clock.systemUTC();

    ProviderCallbackController(
            InterceptionSettings settings, InterceptionResults results, MeterRegistry meters) {
        for (GatewaySettings.Kind kind : GatewaySettings.Kind.values()) {
            List<GatewaySettings> accounts = settings.accounts(kind);
            CallbackFormat format = accounts.isEmpty() ? null : format(kind, accounts);
            if (format != null) {
                formats.put(kind.path(), format);
            }
        }
        this.limit = Math.toIntExact(settings.callbackLimit().toBytes());
        this.results = results;
        this.meters = meters;
    }

    private static @Nullable CallbackFormat format(
            GatewaySettings.Kind kind, List<GatewaySettings> accounts) {
        return switch (kind) {
            case HTTP -> null;
            case KUAIDI100 -> new Kuaidi100Callback(accounts);
            case ZTO -> new ZtoCallback(accounts);
            case SF -> new SfCallback(accounts);
        };
    }

    @PostMapping(CallbackController.PATH + "{provider}/{courier}")
    ResponseEntity<String> hear(
            @PathVariable String provider, @PathVariable String courier, HttpServletRequest request)
            throws IOException {
        CallbackFormat format = formats.get(provider);
        if (format == null) {
            return ResponseEntity.notFound().build();
        }
        byte[] body = request.getInputStream().readNBytes(limit + 1);
        if (body.length > limit) {
            return refused(HttpStatus.CONTENT_TOO_LARGE, "too_large");
        }
        CallbackFormat.Call call =
                new CallbackFormat.Call(
                        courier,
                        Form.of(String.valueOf(request.getQueryString())).fields(),
                        request.getHeader("x-dataDigest"),
                        new String(body, StandardCharsets.UTF_8),
                        clock.instant());
        return switch (format.read(call)) {
            case CallbackFormat.Outcome(var result) -> taken(result, format.thanks());
            case CallbackFormat.Unsigned _ -> refused(HttpStatus.UNAUTHORIZED, "unsigned");
            case CallbackFormat.Unreadable _ -> refused(HttpStatus.BAD_REQUEST, "unreadable");
        };
    }

    private ResponseEntity<String> taken(InterceptionResult result, String thanks) {
        try {
            results.tell(result);
        } catch (Outbox.NotWrittenException e) {
            return refused(HttpStatus.SERVICE_UNAVAILABLE, "not_written");
        }
        count("taken");
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(thanks);
    }

    private ResponseEntity<String> refused(HttpStatus status, String outcome) {
        count(outcome);
        return ResponseEntity.status(status).build();
    }

    private void count(String outcome) {
        meters.counter("interception.callbacks", "outcome", outcome).increment();
    }
}
