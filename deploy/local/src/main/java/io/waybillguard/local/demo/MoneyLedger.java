package io.waybillguard.local.demo;

import io.waybillguard.events.interception.InterceptionResult;
import io.waybillguard.events.payout.PayoutResult;
import io.waybillguard.events.types.InterceptionId;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.RefundId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Adds up what is asked of the outside world, and its answers; not for many threads. */
final class MoneyLedger {

    private final Map<RefundId, List<Money>> payouts = new HashMap<>();
    private final Map<RefundId, List<Money>> paid = new HashMap<>();
    private final Set<RefundId> shelved = new HashSet<>();
    private final Set<InterceptionId> interceptions = new HashSet<>();
    private final Map<InterceptionId, InterceptionAnswer> answers = new HashMap<>();

    void payout(RefundId refund, Money amount) {
        payouts.computeIfAbsent(refund, _ -> new ArrayList<>()).add(amount);
    }

    void add(PayoutResult result) {
        switch (result) {
            case PayoutResult.PayoutPaid done ->
                    paid.computeIfAbsent(done.refundId(), _ -> new ArrayList<>())
                            .add(done.amount());
            case PayoutResult.PayoutDeclined declined -> shelved.add(declined.refundId());
            case PayoutResult.PayoutParked parked -> shelved.add(parked.refundId());
        }
    }

    void interception(InterceptionId id) {
        interceptions.add(id);
    }

    void add(InterceptionResult result) {
        InterceptionAnswer word =
                switch (result) {
                    case InterceptionResult.InterceptionAccepted _ -> InterceptionAnswer.ACCEPTED;
                    case InterceptionResult.InterceptionSucceeded _ -> InterceptionAnswer.SUCCEEDED;
                    case InterceptionResult.InterceptionFailed _ -> InterceptionAnswer.FAILED;
                    case InterceptionResult.InterceptionUnknown _,
                            InterceptionResult.InterceptionWaiting _ ->
                            InterceptionAnswer.UNKNOWN;
                };
        answers.merge(result.interceptionId(), word, (before, now) -> now.after(before));
    }

    PayoutTally payouts() {
        return new PayoutTally(payouts, paid, shelved);
    }

    InterceptionTally interceptions() {
        return new InterceptionTally(interceptions, answers);
    }
}
