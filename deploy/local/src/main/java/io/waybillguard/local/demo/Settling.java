package io.waybillguard.local.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Waits until nothing that a run began is under way any more. */
final class Settling {

    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private final Pace pace;
    private final Playbook playbook;
    private final Post post;
    private final Ledger ledger;
    private final Lookout lookout;

    Settling(Pace pace, Playbook playbook, Post post, Ledger ledger, Lookout lookout) {
        this.pace = pace;
        this.playbook = playbook;
        this.post = post;
        this.ledger = ledger;
        this.lookout = lookout;
    }

    /**
     * Waits.
     *
     * @return what was still under way when the time was over, in words; empty when all is settled
     */
    List<String> await() throws InterruptedException {
        Instant end = Instant.now().plus(pace.settling());
        Instant changed = Instant.now();
        long events = -1;
        List<String> missing;
        do {
            Thread.sleep(LOOK_EVERY);
            Tally tally = ledger.tally();
            missing = missing(playbook.asked(), tally, post.sent(), lookout.counted());
            if (tally.events() != events || !missing.isEmpty()) {
                events = tally.events();
                changed = Instant.now();
            }
        } while (Instant.now().isBefore(end)
                && Duration.between(changed, Instant.now()).compareTo(pace.quiet()) < 0);
        return missing;
    }

    /** What is under way, in words. */
    static List<String> missing(List<Asked> asked, Tally tally, Post.Sent sent, Counts counted) {
        List<String> missing = new ArrayList<>();
        long undecided =
                asked.stream()
                        .filter(request -> tally.cases().decisionsOn(request.refund()).isEmpty())
                        .count();
        add(missing, undecided, "refund requests without a decision");
        add(missing, tally.payouts().pending(), "payouts neither paid nor declined nor parked");
        add(missing, tally.interceptions().pending(), "interceptions without an outcome");
        add(missing, tally.cases().moving().size(), "cases that go on by themselves");
        add(missing, sent.accepted() - counted.webhooks(), "accepted webhooks not processed");
        add(missing, sent.lines() - counted.scans(), "scans not processed");
        return missing;
    }

    private static void add(List<String> missing, long count, String what) {
        if (count > 0) {
            missing.add(count + " " + what);
        }
    }
}
