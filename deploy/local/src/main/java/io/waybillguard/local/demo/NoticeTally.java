package io.waybillguard.local.demo;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was published about messages.
 *
 * @param outcomes receipts by outcome
 * @param sent the id of every message that the channel is said to have taken
 * @param failed those that it is said not to have taken
 */
record NoticeTally(Map<String, Long> outcomes, List<String> sent, Set<String> failed) {

    NoticeTally {
        outcomes = Map.copyOf(outcomes);
        sent = List.copyOf(sent);
        failed = Set.copyOf(failed);
    }
}
