package io.waybillguard.local.demo;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One look at a run.
 *
 * @param over stories that are over
 * @param all stories there are
 * @param perSecond webhooks accepted since the last look
 */
record Glance(
        Duration elapsed,
        int over,
        int all,
        double perSecond,
        Post.Sent sent,
        Tally tally,
        Counts counts) {

    /** As a block. */
    List<String> block() {
        return List.of(
                "  %d s   stories %d of %d".formatted(elapsed.toSeconds(), over, all),
                "  webhooks       %d accepted (%.0f/s), %d refused"
                        .formatted(sent.accepted(), perSecond, sent.rejected()),
                "  parcels        " + tally.parcels().size(),
                "  stalls         " + stalls() + ", cleared " + tally.cleared(),
                "  decisions      " + named(Report.rows(decided())),
                "  payouts        " + payouts(),
                "  interceptions  " + interceptions(),
                "  messages       " + named(tally.notices()),
                "  dead letters   " + counts.deadLetters());
    }

    /** On one line. */
    String line() {
        return "%4d s  ".formatted(elapsed.toSeconds())
                + String.join(
                        "  ",
                        "stories %d/%d".formatted(over, all),
                        "webhooks %d (%.0f/s)".formatted(sent.accepted(), perSecond),
                        "parcels " + tally.parcels().size(),
                        "stalls " + sum(tally.stalls().values()),
                        "decisions " + tally.decisions().size(),
                        "payouts %d/%d".formatted(tally.paid().size(), tally.payouts().size()),
                        "interceptions %d/%d"
                                .formatted(
                                        tally.interceptions().size() - tally.interceptionsPending(),
                                        tally.interceptions().size()),
                        "messages " + sum(tally.notices().values()),
                        "dead letters " + counts.deadLetters());
    }

    private static long sum(Collection<Long> counts) {
        return counts.stream().mapToLong(Long::longValue).sum();
    }

    private String stalls() {
        Map<String, Long> kinds = new TreeMap<>();
        tally.stalls().forEach((kind, count) -> kinds.put(kind.name(), count));
        return named(kinds);
    }

    private String payouts() {
        return "%d asked for, %d paid, %d shelved, %d under way"
                .formatted(
                        tally.payouts().size(),
                        tally.paid().size(),
                        tally.shelved().size(),
                        tally.payoutsPending());
    }

    private String interceptions() {
        return "%d asked for, %d succeeded, %d failed, %d under way"
                .formatted(
                        tally.interceptions().size(),
                        tally.interceptionsWith(InterceptionAnswer.SUCCEEDED),
                        tally.interceptionsWith(InterceptionAnswer.FAILED),
                        tally.interceptionsPending());
    }

    private List<Decided> decided() {
        return tally.decisions().values().stream().flatMap(List::stream).toList();
    }

    private static String named(Map<String, Long> counts) {
        return counts.isEmpty()
                ? "none"
                : counts.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .collect(Collectors.joining(", "));
    }
}
