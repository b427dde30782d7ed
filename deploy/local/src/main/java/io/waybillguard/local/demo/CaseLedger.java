package io.waybillguard.local.demo;

import io.waybillguard.events.refund.AftersalesEvent;
import io.waybillguard.events.refund.CaseState;
import io.waybillguard.events.refund.Decision;
import io.waybillguard.events.refund.MoveReason;
import io.waybillguard.events.types.RefundId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Adds up what is published about refund requests; not for many threads. */
final class CaseLedger {

    private final Map<RefundId, List<Decided>> decisions = new HashMap<>();
    private final Set<RefundId> toIntercept = new HashSet<>();
    private final Map<RefundId, CaseState> states = new HashMap<>();
    private final Map<RefundId, Instant> entered = new HashMap<>();
    private final Map<RefundId, List<CaseEnd>> ends = new HashMap<>();
    private final List<String> early = new ArrayList<>();

    void add(AftersalesEvent event) {
        RefundId refund = event.refundId();
        switch (event) {
            case AftersalesEvent.RefundDecided decided -> {
                decisions
                        .computeIfAbsent(refund, _ -> new ArrayList<>())
                        .add(new Decided(decided.decision(), decided.row()));
                answered(refund, decided.decision());
            }
            case AftersalesEvent.RefundRedecided anew -> answered(refund, anew.decision());
            case AftersalesEvent.CaseMoved moved -> {
                deadline(refund, moved.because(), moved.at());
                enter(refund, moved.to(), moved.at());
            }
            case AftersalesEvent.CaseClosed closed -> {
                deadline(refund, closed.because(), closed.at());
                enter(refund, CaseState.CLOSED, closed.at());
                ends.computeIfAbsent(refund, _ -> new ArrayList<>())
                        .add(new CaseEnd(closed.outcome(), closed.paid()));
            }
            case AftersalesEvent.ReminderFell _ -> {}
        }
    }

    CaseTally tally() {
        return new CaseTally(decisions, toIntercept, states, ends, early);
    }

    private void answered(RefundId refund, Decision decision) {
        if (decision == Decision.INTERCEPT) {
            toIntercept.add(refund);
        }
    }

    private void enter(RefundId refund, CaseState state, Instant at) {
        if (states.put(refund, state) != state) {
            entered.put(refund, at);
        }
    }

    /** A deadline runs from when its case came to where it waits. */
    private void deadline(RefundId refund, MoveReason because, Instant at) {
        Duration wait = Waits.before(because);
        Instant since = entered.get(refund);
        if (wait != null && since != null && at.isBefore(since.plus(wait))) {
            early.add(
                    "%s: %s after %s, not %s"
                            .formatted(refund, because, Duration.between(since, at), wait));
        }
    }
}
