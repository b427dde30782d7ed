package io.waybillguard.local.demo;

import io.waybillguard.events.parcel.StallKind;
import io.waybillguard.events.refund.Decision;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What must hold after a run. */
final class Checklist {

    private Checklist() {}

    /** After any run. */
    static List<Check> afterReplay(Findings findings) {
        return List.of(
                stories(findings),
                settled(findings),
                InputChecks.webhooks(findings),
                InputChecks.scans(findings),
                MoneyChecks.book(findings),
                MoneyChecks.interceptions(findings),
                messages(findings));
    }

    /** After a demo: moreover, all that it is to show was seen. */
    static List<Check> afterDemo(Findings findings) {
        Stream<Check> more =
                Stream.of(
                        decidedOnce(findings),
                        decidedAsExpected(findings),
                        InputChecks.spoiled(findings),
                        stallKinds(findings),
                        rows(findings));
        return Stream.concat(afterReplay(findings).stream(), more).toList();
    }

    static Check stories(Findings findings) {
        return Check.of(
                "stories",
                "%d orders' stories went on to their end, %d of them cut short by a deadline"
                        .formatted(findings.orders(), findings.overtaken()),
                findings.troubles());
    }

    static Check settled(Findings findings) {
        return Check.of("settled", "nothing was under way at the end", findings.unsettled());
    }

    static Check decidedOnce(Findings findings) {
        List<String> differences =
                findings.asked().stream()
                        .filter(asked -> decisionsOn(findings, asked).size() != 1)
                        .map(asked ->
                                "%s (%s) has %d decisions"
                                        .formatted(
                                                asked.refund(),
                                                asked.scenario(),
                                                decisionsOn(findings, asked).size()))
                        .toList();
        return Check.of(
                "one-decision",
                findings.asked().size() + " requests, one decision each",
                differences);
    }

    static Check decidedAsExpected(Findings findings) {
        List<String> differences =
                findings.asked().stream()
                        .flatMap(asked ->
                                decisionsOn(findings, asked).stream()
                                        .filter(decided -> !decided.equals(asked.expected()))
                                        .map(decided -> difference(asked, decided)))
                        .toList();
        return Check.of(
                "decisions-as-expected",
                findings.asked().size() + " requests were decided by the rows their stories name",
                differences);
    }

    static Check stallKinds(Findings findings) {
        List<String> missing =
                Arrays.stream(StallKind.values())
                        .filter(kind -> findings.tally().stalls().getOrDefault(kind, 0L) == 0)
                        .map(kind -> "no stall of the kind " + kind)
                        .toList();
        List<String> unseen =
                Scenarios.all().stream()
                        .map(Scenario::halt)
                        .filter(Objects::nonNull)
                        .distinct()
                        .filter(halt -> !findings.tally().halts().contains(halt))
                        .map(halt -> "not seen: " + halt)
                        .toList();
        return Check.of(
                "every-stall",
                "every kind of stall was raised",
                Stream.concat(missing.stream(), unseen.stream()).toList());
    }

    static Check rows(Findings findings) {
        List<Decided> held =
                findings.tally().decisions().values().stream().flatMap(List::stream).toList();
        List<String> missing =
                Scenarios.all().stream()
                        .flatMap(scenario -> scenario.asks().stream())
                        .map(Ask::row)
                        .distinct()
                        .filter(row -> held.stream().noneMatch(one -> one.row().equals(row)))
                        .map(row -> "no request was decided by " + row)
                        .toList();
        List<String> unseen =
                Arrays.stream(Decision.values())
                        .filter(decision ->
                                held.stream().noneMatch(one -> one.decision() == decision))
                        .map(decision -> "no request was decided " + decision)
                        .toList();
        return Check.of(
                "every-row",
                "every row of the rule table held for a request",
                Stream.concat(missing.stream(), unseen.stream()).toList());
    }

    static Check messages(Findings findings) {
        List<String> messages = findings.books().messages();
        return Check.of(
                "no-message-twice",
                messages.size() + " messages in the channel's book, none twice",
                Repeated.in("notice", messages));
    }

    private static List<Decided> decisionsOn(Findings findings, Asked asked) {
        return findings.tally().decisions().getOrDefault(asked.refund(), List.of());
    }

    private static String difference(Asked asked, Decided decided) {
        return "%s (%s): %s by %s, not %s by %s"
                .formatted(
                        asked.refund(),
                        asked.scenario(),
                        decided.decision(),
                        decided.row(),
                        asked.expected().decision(),
                        asked.expected().row());
    }
}
