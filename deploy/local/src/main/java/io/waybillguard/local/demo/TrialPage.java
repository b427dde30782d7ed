package io.waybillguard.local.demo;

import io.waybillguard.events.refund.Explanation;
import io.waybillguard.events.types.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What a shop reads of a policy that it tried. */
final class TrialPage {

    private TrialPage() {}

    static List<String> of(Trial trial) {
        Tried.Totals totals = trial.tried().totals();
        List<String> lines = new ArrayList<>();
        lines.add("A policy tried on this run: " + Candidate.IN_WORDS);
        lines.add(line("shop", trial.candidate().shop() + ", where people decide everything"));
        lines.add(
                line(
                        "its own policy again",
                        "%d requests, %d would differ"
                                .formatted(
                                        trial.again().totals().cases(),
                                        trial.again().totals().differing())));
        lines.add(
                line(
                        "decided otherwise",
                        "%d of %d: %s"
                                .formatted(
                                        totals.decidedOtherwise(),
                                        totals.cases(),
                                        totals.changes().entrySet().stream()
                                                .map(one -> one.getKey() + " " + one.getValue())
                                                .sorted()
                                                .collect(Collectors.joining(", ")))));
        lines.add(
                line(
                        "money",
                        "%s paid then, %s would be (%+.2f)"
                                .formatted(
                                        totals.then().paid(),
                                        totals.would().paid(),
                                        totals.moneyDifference() / 100.0)));
        lines.add(
                line(
                        "people",
                        "%d cases needed one, %d would"
                                .formatted(totals.then().people(), totals.would().people())));
        trial.tried().cases().stream()
                .max(Comparator.comparingLong(TrialPage::difference))
                .ifPresent(one -> lines.addAll(sideBySide(one)));
        Decided explained = trial.beforeShipping();
        lines.add(
                line(
                        "explain",
                        "an unshipped shirt would be %s by %s"
                                .formatted(explained.decision(), explained.row())));
        return lines;
    }

    private static long difference(Tried.Compared one) {
        return Math.abs(one.would().paid().fen() - one.then().paid().fen());
    }

    private static List<String> sideBySide(Tried.Compared one) {
        List<String> lines = new ArrayList<>();
        lines.add(line("one of them", one.refundId() + ", " + one.amount() + " asked for"));
        lines.add(line("  then", inShort(one.then())));
        lines.add(line("  would", inShort(one.would())));
        for (String language : List.of("zh", "en")) {
            lines.addAll(told("  then, in " + language, one.then(), language));
            lines.addAll(told("  would, in " + language, one.would(), language));
        }
        return lines;
    }

    private static String inShort(Tried.Course course) {
        String answers =
                course.answers().stream()
                        .map(answer -> answer.decision() + " by " + answer.row())
                        .collect(Collectors.joining(", then "));
        return "%s; %s, %s"
                .formatted(
                        answers,
                        course.paid().equals(Money.ZERO) ? "nothing paid" : course.paid() + " paid",
                        course.person() ? "a person had to act" : "nobody had to act");
    }

    private static List<String> told(String head, Tried.Course course, String language) {
        Explanation explanation = course.explanation();
        String text = explanation == null ? "" : explanation.told().getOrDefault(language, "");
        List<String> lines = new ArrayList<>();
        for (String sentence : text.lines().toList()) {
            lines.add(line(lines.isEmpty() ? head : "", sentence));
        }
        return lines;
    }

    private static String line(String head, String text) {
        return "  %-22s %s".formatted(head, text);
    }
}
