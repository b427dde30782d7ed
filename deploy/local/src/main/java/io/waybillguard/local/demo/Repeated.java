package io.waybillguard.local.demo;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds what occurs more often than once. */
final class Repeated {

    private Repeated() {}

    static Map<String, Long> counts(Collection<String> values) {
        return values.stream()
                .collect(
                        Collectors.groupingBy(
                                Function.identity(), TreeMap::new, Collectors.counting()));
    }

    /** One line for each value that occurs twice or more. */
    static List<String> in(String what, Collection<String> values) {
        return counts(values).entrySet().stream()
                .filter(entry -> entry.getValue() > 1)
                .map(entry ->
                        "%s %s occurs %d times".formatted(what, entry.getKey(), entry.getValue()))
                .toList();
    }
}
