package io.waybillguard.local.demo;

import io.waybillguard.events.topics.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What came in = processed + duplicate + dead-lettered. */
final class InputChecks {

    private static final String WEBHOOKS = Topics.COURIER_WEBHOOKS.deadLetters().name();

    private InputChecks() {}

    static Check webhooks(Findings findings) {
        Post.Sent sent = findings.sent();
        Counts counted = findings.counted();
        String compared =
                "%d accepted over HTTP (%d more unanswered); %d decoded + %d dead-lettered"
                        .formatted(
                                sent.accepted(),
                                sent.unsure(),
                                counted.decoded(),
                                counted.undecodable());
        boolean ok =
                counted.webhooks() >= sent.accepted()
                        && counted.webhooks() <= sent.accepted() + sent.unsure();
        return new Check("webhooks-accounted", ok, compared);
    }

    /** Lines in an unanswered push that was taken all the same count as more than were sent. */
    static Check scans(Findings findings) {
        long sent = findings.sent().lines();
        Counts counted = findings.counted();
        String compared =
                "%d lines in accepted pushes; %d recorded + %d duplicate + %d rejected"
                        .formatted(
                                sent, counted.recorded(), counted.duplicate(), counted.rejected());
        boolean ok =
                findings.sent().unsure() == 0 ? counted.scans() == sent : counted.scans() >= sent;
        return new Check("scans-accounted", ok, compared);
    }

    /** The dead letters are the pushes that were sent broken, and the services count the same. */
    static Check deadLetters(Findings findings) {
        Post.Sent sent = findings.sent();
        Map<String, Long> dead = new TreeMap<>(findings.tally().deadLetters());
        long ofWebhooks = dead.getOrDefault(WEBHOOKS, 0L);
        long all = dead.values().stream().mapToLong(Long::longValue).sum();
        long most = sent.broken() + sent.doubtful() + sent.unsure();
        List<String> differences = new ArrayList<>();
        if (ofWebhooks < sent.broken() || ofWebhooks > most) {
            differences.add(
                    "%d of webhooks, but %d were sent broken and %d more may be"
                            .formatted(ofWebhooks, sent.broken(), most - sent.broken()));
        }
        dead.forEach((topic, count) -> {
            if (!topic.equals(WEBHOOKS)) {
                differences.add("%d in %s, where none was sent broken".formatted(count, topic));
            }
        });
        if (all != findings.counted().deadLetters()) {
            differences.add(
                    "%d in the topics, but %d counted"
                            .formatted(all, findings.counted().deadLetters()));
        }
        return Check.of(
                "dead-letters-accounted",
                "%d dead letters, all of them pushes that were sent broken".formatted(all),
                differences);
    }

    static Check spoiled(Findings findings) {
        List<String> differences = findings.refusals();
        return Check.of(
                "spoiled-pushes",
                "unsigned and wrongly signed pushes were refused, unreadable ones taken",
                differences);
    }
}
