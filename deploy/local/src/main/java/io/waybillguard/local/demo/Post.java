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
    private static final int SERVERS_ERROR = 500;

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Wire wire;
    private final URI base;
    private final LongAdder accepted = new LongAdder();
    private final LongAdder rejected = new LongAdder();
    private final LongAdder unsure = new LongAdder();
    private final LongAdder lines = new LongAdder();
    private final LongAdder broken = new LongAdder();
    private final LongAdder doubtful = new LongAdder();

    Post(Wire wire, URI base) {
        this.wire = wire;
        this.base = base;
    }

    /**
     * What was sent so far.
     *
     * @param rejected pushes that the receiver refused
     * @param unsure pushes without an answer, or with an error of the server's: taken or not,
     *     nobody knows
     * @param lines of history in the pushes that were accepted
     * @param broken of the accepted ones: they cannot be understood
     * @param doubtful of the accepted ones: perhaps they can be understood
     */
    record Sent(
            long accepted, long rejected, long unsure, long lines, long broken, long doubtful) {}

    /** What became of a push in the end. */
    sealed interface Outcome {

        /** The receiver has it. */
        record Taken() implements Outcome {}

        /** The receiver does not want it. */
        record Refused(int status) implements Outcome {}

        /** Nobody knows, in spite of several attempts. */
        record Lost() implements Outcome {}
    }

    /** Sends a push of the demo. */
    Outcome send(Push push) throws InterruptedException {
        return send(
                Accounts.KUAIDI100,
                push.account(),
                Map.of("Content-Type", Kuaidi100.CONTENT_TYPE),
                push.body(),
                push.lines(),
                push.legibility());
    }

    /**
     * Sends {@code body} as it stands.
     *
     * @param history how many lines of history are in it
     */
    Outcome send(
            String provider,
            String account,
            Map<String, String> headers,
            String body,
            int history,
            Legibility legibility)
            throws InterruptedException {
        URI uri = URI.create(base + "/webhooks/" + provider + "/" + account);
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            int status = once(uri, headers, body);
            if (status >= 200 && status < 300) {
                taken(history, legibility);
                return new Outcome.Taken();
            }
            if (status != UNANSWERED && status < SERVERS_ERROR) {
                rejected.increment();
                return new Outcome.Refused(status);
            }
            unsure.increment();
            Thread.sleep(PAUSE);
        }
        return new Outcome.Lost();
    }

    private void taken(int history, Legibility legibility) {
        accepted.increment();
        lines.add(history);
        switch (legibility) {
            case GOOD -> {}
            case BROKEN -> broken.increment();
            case DOUBTFUL -> doubtful.increment();
        }
    }

    private int once(URI uri, Map<String, String> headers, String body)
            throws InterruptedException {
        try {
            return wire.call("POST", uri, headers, body).status();
        } catch (IOException e) {
            return UNANSWERED;
        }
    }

    Sent sent() {
        return new Sent(
                accepted.sum(),
                rejected.sum(),
                unsure.sum(),
                lines.sum(),
                broken.sum(),
                doubtful.sum());
    }
}
