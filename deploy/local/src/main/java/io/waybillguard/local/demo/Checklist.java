package io.waybillguard.local.demo;

import io.waybillguard.events.refund.Decision;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What must hold after a run. */
final class Checklist {

    /** Of a hundred stories, so many may be cut short by a deadline: the machine is slow then. */
    private static final int OVERTAKEN_OF_HUNDRED = 10;

    private Checklist() {}

    /** After any run. */
    static List<Check> afterReplay(Findings findings) {
        return List.of(
                stories(findings),
                settled(findings),
                InputChecks.webhooks(findings),
                InputChecks.scans(findings),
                InputChecks.deadLetters(findings),
                StallChecks.foreseen(findings),
                MoneyChecks.book(findings),
                MoneyChecks.amounts(findings),
                MoneyChecks.ends(findings),
                InterceptionChecks.accounted(findings),
                MessageChecks.once(findings),
                MessageChecks.book(findings));
    }

    /** After a demo: moreover, all that it is to show was seen. */
    static List<Check> afterDemo(Findings findings) {
        Stream<Check> more =
                Stream.of(
                        deadlines(findings),
                        decidedOnce(findings),
                        decidedAsExpected(findings),
                        InputChecks.spoiled(findings),
                        StallChecks.kinds(findings),
                        OfferChecks.kept(findings),
                        GatewayChecks.used(findings),
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

    /** None fell before its time, and few were faster than the people in the stories. */
    static Check deadlines(Findings findings) {
        List<String> differences = new ArrayList<>(findings.tally().cases().early());
        if (findings.overtaken() * 100L > (long) findings.orders() * OVERTAKEN_OF_HUNDRED) {
            differences.add(
                    "%d of %d stories were cut short by a deadline, more than %d %%"
                            .formatted(
                                    findings.overtaken(), findings.orders(), OVERTAKEN_OF_HUNDRED));
        }
        return Check.of(
                "deadlines",
                "none before its time; %d stories cut short".formatted(findings.overtaken()),
                differences);
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

    static Check rows(Findings findings) {
        List<Decided> held = findings.tally().cases().decided();
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

    private static List<Decided> decisionsOn(Findings findings, Asked asked) {
        return findings.tally().cases().decisionsOn(asked.refund());
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
