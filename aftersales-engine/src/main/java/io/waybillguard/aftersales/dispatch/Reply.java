package io.waybillguard.aftersales.dispatch;

import io.waybillguard.events.json.EventJson;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/** An HTTP answer that says something: neither a server error nor a request to come again. */
public final class Reply {

    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_EARLY = 425;
    private static final int TOO_MANY_REQUESTS = 429;

    private final int status;
    private final byte[] body;

    Reply(int status, byte[] body) {
        this.status = status;
        this.body = body;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** 200 to 299. */
    public boolean isSuccess() {
        return status / 100 == 2;
    }

    /** 400 to 499. */
    public boolean isRefusal() {
        return status / 100 == 4;
    }

    /** A few fixed words for an answer that makes no sense where it came. */
    public String unexpected() {
        return "http-" + status + "-unexpected";
    }

    /** The body as {@code type}; empty when it is not one. */
    public <T> Optional<T> as(Class<T> type) {
        try {
            return Optional.ofNullable(EventJson.mapper().readValue(body, type));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** Whether such a status leaves open what became of the request, whoever the party is. */
    static boolean leavesOpen(int status) {
        return status / 100 == 5
                || status == REQUEST_TIMEOUT
                || status == TOO_EARLY
                || status == TOO_MANY_REQUESTS;
    }
}
