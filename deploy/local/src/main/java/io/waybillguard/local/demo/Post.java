package io.waybillguard.local.demo;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Brings pushes to the webhook receiver and keeps count of what it answered. */
final class Post {

    /** A courier whose push was not answered, or with an error of the server's, sends it again. */
    private static final int ATTEMPTS = 4;

    private static final int UNANSWERED = 0;

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Wire wire;
    private final URI base;
    private final LongAdder accepted = new LongAdder();
    private final LongAdder rejected = new LongAdder();
    private final LongAdder unsure = new LongAdder();
    private final LongAdder lines = new LongAdder();

    Post(Wire wire, URI base) {
        this.wire = wire;
        this.base = base;
    }

    /**
     * What was sent so far.
     *
     * @param unsure pushes without an answer: taken or not, nobody knows
     * @param lines of history in the pushes that were accepted
     */
    record Sent(long accepted, long rejected, long unsure, long lines) {}

    /** Sends a push of the demo. */
    boolean send(Push push) throws InterruptedException {
        return send(
                Accounts.KUAIDI100,
                push.account(),
                Map.of("Content-Type", Kuaidi100.CONTENT_TYPE),
                push.body(),
                push.lines());
    }

    /**
     * Sends {@code body} as it stands.
     *
     * @param history how many lines of history are in it
     * @return whether the receiver took it
     */
    boolean send(
            String provider, String account, Map<String, String> headers, String body, int history)
            throws InterruptedException {
        URI uri = URI.create(base + "/webhooks/" + provider + "/" + account);
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            int status = once(uri, headers, body);
            if (status >= 200 && status < 300) {
                accepted.increment();
                lines.add(history);
                return true;
            }
            if (status != UNANSWERED) {
                rejected.increment();
            }
            if (status != UNANSWERED && status < 500) {
                return false;
            }
            Thread.sleep(PAUSE);
        }
        return false;
    }

    private int once(URI uri, Map<String, String> headers, String body)
            throws InterruptedException {
        try {
            return wire.call("POST", uri, headers, body).status();
        } catch (IOException e) {
            unsure.increment();
            return UNANSWERED;
        }
    }

    Sent sent() {
        return new Sent(accepted.sum(), rejected.sum(), unsure.sum(), lines.sum());
    }
}
