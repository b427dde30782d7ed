package io.waybillguard.aftersales.dispatch.interception;

import io.micrometer.core.instrument.MeterRegistry;
import io.waybillguard.aftersales.dispatch.Outbox;
import io.waybillguard.events.interception.InterceptionResult;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Hears what became of interceptions. 204 is said when the engine is sure to hear it; on anything
 * else the courier calls again. Counts {@code interception_callbacks_total{outcome}}.
 */
@RestController
@ConditionalOnProperty(
        name = "waybill.engine.interception.mode",
        havingValue = "http",
        matchIfMissing = true)
class CallbackController {

    /** Below the public base of this service; the courier's code follows. */
    static final String PATH = "/callbacks/interceptions/";

    private static final String SIGNATURE = "X-Signature";

    private final CallbackSignature signature;
    private final int limit;
    private final InterceptionResults results;
    private final MeterRegistry meters;
    private final Clock clock = Clock.systemUTC();

    CallbackController(
            InterceptionSettings settings, InterceptionResults results, MeterRegistry meters) {
        this.signature = new CallbackSignature(settings.allSecrets());
        this.limit = Math.toIntExact(settings.callbackLimit().toBytes());
        this.results = results;
        this.meters = meters;
    }

    @PostMapping(PATH + "{courier}")
    ResponseEntity<ProblemDetail> hear(@PathVariable String courier, HttpServletRequest request)
            throws IOException {
        byte[] body = request.getInputStream().readNBytes(limit + 1);
        if (body.length > limit) {
            return refused(HttpStatus.CONTENT_TOO_LARGE, "too_large", "longer than " + limit);
        }
        if (!signature.signs(request.getHeader(SIGNATURE), body)) {
            return refused(HttpStatus.UNAUTHORIZED, "unsigned", SIGNATURE + " does not sign it");
        }
        Optional<InterceptionResult> result = Callback.read(courier, body, clock.instant());
        return result.isPresent()
                ? taken(result.get())
                : refused(HttpStatus.BAD_REQUEST, "unreadable", "not an interception's outcome");
    }

    private ResponseEntity<ProblemDetail> taken(InterceptionResult result) {
        try {
            results.tell(result);
        } catch (Outbox.NotWrittenException e) {
            return refused(HttpStatus.SERVICE_UNAVAILABLE, "not_written", "please call again");
        }
        count("taken");
        return ResponseEntity.noContent().build();
    }

    private ResponseEntity<ProblemDetail> refused(
            HttpStatus status, String outcome, String detail) {
        count(outcome);
        return ResponseEntity.of(ProblemDetail.forStatusAndDetail(status, detail)).build();
    }

    private void count(String outcome) {
        meters.counter("interception.callbacks", "outcome", outcome).increment();
    }
}
