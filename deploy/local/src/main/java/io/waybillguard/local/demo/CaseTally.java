package io.waybillguard.local.demo;

import io.waybillguard.events.refund.CaseState;
import io.waybillguard.events.types.RefundId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was published about refund requests.
 *
 * @param decisions more than one on a request is an error
 * @param toIntercept requests that were answered INTERCEPT, at first or anew
 * @param states the latest of each case
 * @param ends more than one of a case is an error
 * @param early deadlines that fell before their time, in words
 */
record CaseTally(
        Map<RefundId, List<Decided>> decisions,
        Set<RefundId> toIntercept,
        Map<RefundId, CaseState> states,
        Map<RefundId, List<CaseEnd>> ends,
        List<String> early) {

    /** A case in one of these goes on by itself, within seconds in a demo. */
    private static final Set<CaseState> MOVING =
            EnumSet.of(
                    CaseState.WAITING_FOR_ORDER,
                    CaseState.INTERCEPTING,
                    CaseState.AWAITING_REJECTION,
                    CaseState.CHECKING_ALLOWANCE,
                    CaseState.PAYING);

    CaseTally {
        decisions = Lists.copy(decisions);
        toIntercept = Set.copyOf(toIntercept);
        states = Map.copyOf(states);
        ends = Lists.copy(ends);
        early = List.copyOf(early);
    }

    /** All decisions. */
    List<Decided> decided() {
        return decisions.values().stream().flatMap(List::stream).toList();
    }

    List<Decided> decisionsOn(RefundId refund) {
        return decisions.getOrDefault(refund, List.of());
    }

    List<CaseEnd> endsOf(RefundId refund) {
        return ends.getOrDefault(refund, List.of());
    }

    /** Cases that have neither ended nor come to where they wait for somebody. */
    List<RefundId> moving() {
        return states.entrySet().stream()
                .filter(entry -> MOVING.contains(entry.getValue()))
                .map(Map.Entry::getKey)
                .sorted(java.util.Comparator.comparing(RefundId::value))
                .toList();
    }
}
