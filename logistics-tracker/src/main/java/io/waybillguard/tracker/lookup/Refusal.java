package io.waybillguard.tracker.lookup;

import io.waybillguard.tracker.stream.Sought;
import io.waybillguard.tracker.stream.Sought.Elsewhere;
import io.waybillguard.tracker.stream.Sought.Found;
import io.waybillguard.tracker.stream.Sought.NotNow;
import io.waybillguard.tracker.stream.Sought.Unknown;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A question that has no answer, or none now. */
final class Refusal extends ErrorResponseException {

    private static final String RETRY_SECONDS = "2";

    private Refusal(HttpStatus status, @Nullable String detail, @Nullable Throwable cause) {
        super(status, ProblemDetail.forStatus(status), cause);
        setDetail(detail);
    }

    /** 400. */
    static Refusal invalid(IllegalArgumentException why) {
        return new Refusal(HttpStatus.BAD_REQUEST, why.getMessage(), why);
    }

    /**
     * What was found; 404 or 503 when it was not.
     *
     * @param unknown what 404 says
     */
    static <T> T unlessFound(Sought<T> sought, String unknown) {
        return switch (sought) {
            case Found<T>(var value) -> value;
            case Unknown<T> _ -> throw marked(new Refusal(HttpStatus.NOT_FOUND, unknown, null));
            case NotNow<T>(var why) -> throw notNow(why);
            case Elsewhere<T> _ -> throw notNow("this instance does not have it");
        };
    }

    /** Told by one of ours: see {@link OtherInstances}. */
    private static Refusal marked(Refusal refusal) {
        refusal.getHeaders().set(OtherInstances.FORWARDED, "1");
        return refusal;
    }

    private static Refusal notNow(String why) {
        Refusal refusal = new Refusal(HttpStatus.SERVICE_UNAVAILABLE, why, null);
        refusal.getHeaders().set(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        return refusal;
    }
}
