package io.waybillguard.local.demo;

import io.waybillguard.events.json.EventJson;
import io.waybillguard.events.parcel.StallKind;
import io.waybillguard.events.refund.Decision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;

/**
 * What a run did, for people and for tests.
 *
 * @param parcels that the tracker told of
 * @param stalls raised, by kind
 * @param decisions by name; every name is there
 * @param decisionRows by the row that held
 * @param interceptions by outcome: requested, succeeded, failed, unanswered
 * @param notices by outcome: sent, failed, suppressed
 * @param seconds from the first order to the last check
 * @param backtest what a policy that was tried on the run comes to; null when none was
 */
record Report(
        int orders,
        int parcels,
        Webhooks webhooks,
        Map<String, Long> stalls,
        Map<String, Long> decisions,
        Map<String, Long> decisionRows,
        Payouts payouts,
        Map<String, Long> interceptions,
        Map<String, Long> notices,
        long deadLetters,
        List<Check> checks,
        double seconds,
        Trial.@Nullable InShort backtest) {

    /** Over HTTP. */
    record Webhooks(long accepted, long rejected) {}

    /** Duplicates: payments under a reference that was paid before. */
    record Payouts(long requested, long paid, long duplicates) {}

    static Report of(Findings findings, List<Check> checks, double seconds) {
        Tally tally = findings.tally();
        List<Decided> decided = tally.cases().decided();
        Map<StallKind, Long> stalls = tally.parcels().stalls();
        return new Report(
                findings.orders(),
                tally.parcels().stages().size(),
                new Webhooks(findings.sent().accepted(), findings.sent().rejected()),
                named(StallKind.values(), kind -> stalls.getOrDefault(kind, 0L)),
                named(Decision.values(), one -> count(decided, one)),
                rows(decided),
                new Payouts(
                        tally.payouts().asked().size(),
                        tally.payouts().paid().size(),
                        findings.books().paidAgain()),
                interceptions(tally.interceptions()),
                new TreeMap<>(tally.notices().outcomes()),
                findings.counted().deadLetters(),
                checks,
                seconds,
                null);
    }

    /** This, and what a policy comes to that was tried on it. */
    Report with(Trial.@Nullable InShort trial, List<Check> more) {
        return new Report(
                orders,
                parcels,
                webhooks,
                stalls,
                decisions,
                decisionRows,
                payouts,
                interceptions,
                notices,
                deadLetters,
                Stream.concat(checks.stream(), more.stream()).toList(),
                seconds,
                trial);
    }

    boolean isGood() {
        return checks.stream().allMatch(Check::ok);
    }

    /** Writes it as JSON, and the folders above it. */
    void writeTo(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.writeString(file, json() + "\n");
    }

    String json() {
        return EventJson.mapper()
                .writer()
                .with(SerializationFeature.INDENT_OUTPUT)
                .writeValueAsString(this);
    }

    /** How many decisions each row took. */
    static Map<String, Long> rows(List<Decided> decided) {
        return decided.stream()
                .collect(Collectors.groupingBy(Decided::row, TreeMap::new, Collectors.counting()));
    }

    private static Map<String, Long> interceptions(InterceptionTally tally) {
        Map<String, Long> outcomes = new TreeMap<>();
        outcomes.put("requested", (long) tally.asked().size());
        outcomes.put("succeeded", tally.with(InterceptionAnswer.SUCCEEDED));
        outcomes.put("failed", tally.with(InterceptionAnswer.FAILED));
        outcomes.put("unanswered", tally.pending());
        return outcomes;
    }

    private static <E extends Enum<E>> Map<String, Long> named(E[] all, Function<E, Long> count) {
        Map<String, Long> counts = new TreeMap<>();
        for (E one : all) {
            counts.put(one.name(), count.apply(one));
        }
        return counts;
    }

    private static long count(List<Decided> decided, Decision decision) {
        return decided.stream().filter(one -> one.decision() == decision).count();
    }
}
