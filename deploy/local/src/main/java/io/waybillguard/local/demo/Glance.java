package io.waybillguard.local.demo;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

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

    /** As a block, as wide as a screen at the most. */
    List<String> block() {
        return Stream.of(
                        Columns.wrapped(
                                "  %d s   ".formatted(elapsed.toSeconds()),
                                List.of("stories %d of %d".formatted(over, all))),
                        Columns.wrapped("  webhooks       ", webhooks()),
                        Columns.wrapped("  parcels        ", List.of("" + parcels())),
                        Columns.wrapped("  stalls         ", stalls()),
                        Columns.wrapped("  decisions      ", named(decisions())),
                        Columns.wrapped("  payouts        ", payouts()),
                        Columns.wrapped("  interceptions  ", interceptions()),
                        Columns.wrapped("  messages       ", named(tally.notices().outcomes())),
                        Columns.wrapped("  dead letters   ", List.of("" + counts.deadLetters())))
                .flatMap(List::stream)
                .toList();
    }

    /** In short: a line or two. */
    List<String> inShort() {
        InterceptionTally couriers = tally.interceptions();
        return Columns.wrapped(
                "%4d s  ".formatted(elapsed.toSeconds()),
                List.of(
                        "stories %d/%d".formatted(over, all),
                        "webhooks %d (%.0f/s)".formatted(sent.accepted(), perSecond),
                        "parcels " + parcels(),
                        "stalls " + sum(tally.parcels().stalls().values()),
                        "decisions " + tally.cases().decisions().size(),
                        "payouts %d/%d"
                                .formatted(
                                        tally.payouts().paid().size(),
                                        tally.payouts().asked().size()),
                        "interceptions %d/%d"
                                .formatted(
                                        couriers.asked().size() - couriers.pending(),
                                        couriers.asked().size()),
                        "messages " + sum(tally.notices().outcomes().values()),
                        "dead letters " + counts.deadLetters()));
    }

    private static long sum(Collection<Long> counts) {
        return counts.stream().mapToLong(Long::longValue).sum();
    }

    private int parcels() {
        return tally.parcels().stages().size();
    }

    private List<String> webhooks() {
        return List.of(
                "%d accepted (%.0f/s)".formatted(sent.accepted(), perSecond),
                sent.rejected() + " refused");
    }

    private List<String> stalls() {
        Map<String, Long> kinds = new TreeMap<>();
        tally.parcels().stalls().forEach((kind, count) -> kinds.put(kind.name(), count));
        return Stream.concat(
                        named(kinds).stream(), Stream.of("cleared " + tally.parcels().cleared()))
                .toList();
    }

    private Map<String, Long> decisions() {
        return Report.rows(tally.cases().decided());
    }

    private List<String> payouts() {
        PayoutTally payouts = tally.payouts();
        return List.of(
                payouts.asked().size() + " asked for",
                payouts.paid().size() + " paid",
                payouts.shelved().size() + " shelved",
                payouts.pending() + " under way");
    }

    private List<String> interceptions() {
        InterceptionTally couriers = tally.interceptions();
        return List.of(
                couriers.asked().size() + " asked for",
                couriers.with(InterceptionAnswer.SUCCEEDED) + " succeeded",
                couriers.with(InterceptionAnswer.FAILED) + " failed",
                couriers.pending() + " under way");
    }

    private static List<String> named(Map<String, Long> counts) {
        return counts.isEmpty()
                ? List.of("none")
                : new TreeMap<>(counts)
                        .entrySet().stream()
                                .map(entry -> entry.getKey() + " " + entry.getValue())
                                .toList();
    }
}
