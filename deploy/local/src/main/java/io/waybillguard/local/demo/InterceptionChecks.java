package io.waybillguard.local.demo;

import io.waybillguard.events.types.InterceptionId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Decisions to intercept, what was asked of couriers, what they answered, and their book. */
final class InterceptionChecks {

    private static final String TAKEN = "ACCEPTED";

    private InterceptionChecks() {}

    static Check accounted(Findings findings) {
        InterceptionTally tally = findings.tally().interceptions();
        List<Books.Interception> book = findings.books().interceptions();
        List<String> differences = new ArrayList<>();
        differences.addAll(againstDecisions(findings.tally()));
        differences.addAll(againstBook(tally, latest(book)));
        tally.answers().keySet().stream()
                .filter(id -> !tally.asked().contains(id))
                .forEach(id -> differences.add(id + " was answered, but not asked for"));
        tally.asked().stream()
                .filter(id -> !tally.isOver(id))
                .forEach(id -> differences.add(id + " has no outcome: " + latest(tally, id)));
        differences.addAll(
                Repeated.in(
                        "interception",
                        book.stream()
                                .filter(line -> line.status().equals(TAKEN))
                                .map(Books.Interception::requestId)
                                .toList()));
        return Check.of(
                "interceptions-accounted",
                "%d decided = %d requested = %d succeeded + %d failed, as in the couriers' book"
                        .formatted(
                                findings.tally().cases().toIntercept().size(),
                                tally.asked().size(),
                                tally.with(InterceptionAnswer.SUCCEEDED),
                                tally.with(InterceptionAnswer.FAILED)),
                differences);
    }

    /** One for each decision to intercept, none without. */
    private static List<String> againstDecisions(Tally tally) {
        Set<InterceptionId> decided =
                tally.cases().toIntercept().stream()
                        .map(InterceptionId::of)
                        .collect(Collectors.toSet());
        Set<InterceptionId> asked = tally.interceptions().asked();
        List<String> differences = new ArrayList<>();
        decided.stream()
                .filter(id -> !asked.contains(id))
                .forEach(id -> differences.add(id + " was decided, but not asked for"));
        asked.stream()
                .filter(id -> !decided.contains(id))
                .forEach(id -> differences.add(id + " was asked for, but not decided"));
        return differences;
    }

    /** A courier that refused at once has no line; any other outcome is what its last line says. */
    private static List<String> againstBook(InterceptionTally tally, Map<String, String> book) {
        List<String> differences = new ArrayList<>();
        for (InterceptionId id : tally.asked()) {
            InterceptionAnswer answer = tally.answer(id);
            String booked = book.get(id.value());
            boolean refusedAtOnce = booked == null && answer == InterceptionAnswer.FAILED;
            if (tally.isOver(id) && !refusedAtOnce && !latest(tally, id).equals(booked)) {
                differences.add("%s is %s, in the couriers' book %s".formatted(id, answer, booked));
            }
        }
        Set<String> asked =
                tally.asked().stream()
                        .map(InterceptionId::value)
                        .collect(Collectors.toCollection(TreeSet::new));
        book.keySet().stream()
                .filter(id -> !asked.contains(id))
                .forEach(id ->
                        differences.add(id + " is in a courier's book, but was not asked for"));
        return differences;
    }

    private static Map<String, String> latest(List<Books.Interception> book) {
        Map<String, String> latest = new HashMap<>();
        book.stream()
                .filter(line -> line.status().equals(TAKEN))
                .forEach(line -> latest.put(line.requestId(), line.status()));
        book.stream()
                .filter(line -> !line.status().equals(TAKEN))
                .forEach(line -> latest.put(line.requestId(), line.status()));
        return latest;
    }

    private static String latest(InterceptionTally tally, InterceptionId id) {
        InterceptionAnswer answer = tally.answer(id);
        return answer == null ? "never answered" : answer.name();
    }
}
