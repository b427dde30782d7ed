package io.waybillguard.local.demo;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Lists by key. */
final class Lists {

    private Lists() {}

    /** A copy that nobody changes. */
    static <K, V> Map<K, List<V>> copy(Map<K, ? extends Collection<V>> lists) {
        return lists.entrySet().stream()
                .collect(
                        Collectors.toUnmodifiableMap(
                                Map.Entry::getKey, entry -> List.copyOf(entry.getValue())));
    }
}
