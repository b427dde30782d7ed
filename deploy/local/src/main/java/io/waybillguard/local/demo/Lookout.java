package io.waybillguard.local.demo;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** Looks at a run: what was sent, what was published, what the services count. */
final class Lookout {

    private final Post post;
    private final Ledger ledger;
    private final Outside outside;
    private final Playbook playbook;
    private final int stories;
    private final Counts before;
    private final Instant start = Instant.now();
    private Counts latest;
    private long acceptedThen;
    private Instant then = start;

    /**
     * A lookout; the run begins now.
     *
     * @param stories how many there are to play
     * @param before what the services counted when the run began
     */
    Lookout(
            Post post,
            Ledger ledger,
            Outside outside,
            Playbook playbook,
            int stories,
            Counts before) {
        this.post = post;
        this.ledger = ledger;
        this.outside = outside;
        this.playbook = playbook;
        this.stories = stories;
        this.before = before;
        this.latest = before;
    }

    Duration elapsed() {
        return Duration.between(start, Instant.now());
    }

    /** What the services counted since the run began; as far as they answer. */
    synchronized Counts counted() throws InterruptedException {
        try {
            latest = outside.counts();
        } catch (IOException e) {
            // the page of a busy service comes with the next look
        }
        return latest.since(before);
    }

    /** A supplier for the live view: what it cannot learn in time it leaves as it was. */
    Supplier<Glance> looks() {
        return this::glance;
    }

    private synchronized Glance glance() {
        Counts counts = latest.since(before);
        try {
            counts = counted();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Post.Sent sent = post.sent();
        Instant now = Instant.now();
        double seconds = Math.max(0.001, Duration.between(then, now).toMillis() / 1000.0);
        double perSecond = (sent.accepted() - acceptedThen) / seconds;
        then = now;
        acceptedThen = sent.accepted();
        return new Glance(
                elapsed(),
                playbook.storiesOver(),
                stories,
                perSecond,
                sent,
                ledger.tally(),
                counts);
    }
}
