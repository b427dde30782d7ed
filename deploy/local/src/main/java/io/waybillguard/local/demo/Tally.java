package io.waybillguard.local.demo;

import io.waybillguard.events.parcel.StallKind;
import io.waybillguard.events.types.InterceptionId;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.events.types.RefundId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the platform published about a run's orders, up to a moment.
 *
 * @param events how many
 * @param stalls how many were raised, by kind
 * @param halts every shape of stall that was seen
 * @param decisions by request; more than one is an error
 * @param payouts that were asked for
 * @param paid by request: every PayoutPaid
 * @param shelved requests whose payout was declined or parked
 * @param interceptions that were asked for
 * @param answers the latest word about each
 * @param notices receipts by outcome
 */
record Tally(
        long events,
        Set<ParcelId> parcels,
        Map<StallKind, Long> stalls,
        Set<Halt> halts,
        long cleared,
        Map<RefundId, List<Decided>> decisions,
        Set<RefundId> payouts,
        Map<RefundId, List<Money>> paid,
        Set<RefundId> shelved,
        Set<InterceptionId> interceptions,
        Map<InterceptionId, InterceptionAnswer> answers,
        Map<String, Long> notices) {

    Tally {
        parcels = Set.copyOf(parcels);
        stalls = Map.copyOf(stalls);
        halts = Set.copyOf(halts);
        decisions = Map.copyOf(decisions);
        payouts = Set.copyOf(payouts);
        paid = Map.copyOf(paid);
        shelved = Set.copyOf(shelved);
        interceptions = Set.copyOf(interceptions);
        answers = Map.copyOf(answers);
        notices = Map.copyOf(notices);
    }

    /** Payouts that were asked for and neither paid nor declined nor parked. */
    long payoutsPending() {
        return payouts.stream()
                .filter(refund -> !paid.containsKey(refund) && !shelved.contains(refund))
                .count();
    }

    /** Interceptions without an outcome. */
    long interceptionsPending() {
        return interceptions.stream().filter(id -> !isOver(id)).count();
    }

    long interceptionsWith(InterceptionAnswer answer) {
        return answers.values().stream().filter(answer::equals).count();
    }

    private boolean isOver(InterceptionId id) {
        InterceptionAnswer answer = answers.get(id);
        return answer != null && answer.isFinal();
    }
}
