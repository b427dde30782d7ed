package io.waybillguard.local.demo;

import io.waybillguard.events.interception.InterceptionCommand;
import io.waybillguard.events.interception.InterceptionResult;
import io.waybillguard.events.notice.NoticeReceipt;
import io.waybillguard.events.parcel.MilestoneEvent;
import io.waybillguard.events.parcel.StallDetails;
import io.waybillguard.events.parcel.StallEvent;
import io.waybillguard.events.parcel.StallKind;
import io.waybillguard.events.payout.PayoutCommand;
import io.waybillguard.events.payout.PayoutResult;
import io.waybillguard.events.refund.AftersalesEvent;
import io.waybillguard.events.refund.CaseState;
import io.waybillguard.events.types.BuyerId;
import io.waybillguard.events.types.InterceptionId;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.events.types.RefundId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Adds up what is published about one run's orders, and passes it to their stories. */
final class Ledger {

    private final String tag;
    private final Map<OrderId, OrderNews> news = new ConcurrentHashMap<>();

    private long events;
    private long cleared;
    private final Set<ParcelId> parcels = new HashSet<>();
    private final Map<StallKind, Long> stalls = new EnumMap<>(StallKind.class);
    private final Set<Halt> halts = new HashSet<>();
    private final Map<RefundId, List<Decided>> decisions = new HashMap<>();
    private final Set<RefundId> payouts = new HashSet<>();
    private final Map<RefundId, List<Money>> paid = new HashMap<>();
    private final Set<RefundId> shelved = new HashSet<>();
    private final Set<InterceptionId> interceptions = new HashSet<>();
    private final Map<InterceptionId, InterceptionAnswer> answers = new HashMap<>();
    private final Map<String, Long> notices = new TreeMap<>();

    /**
     * A ledger.
     *
     * @param tag what the ids of the run's orders and buyers begin with; all others are passed over
     */
    Ledger(String tag) {
        this.tag = tag;
    }

    /** What is known about {@code order}. */
    OrderNews about(OrderId order) {
        return news.computeIfAbsent(order, _ -> new OrderNews());
    }

    synchronized Tally tally() {
        return new Tally(
                events,
                parcels,
                stalls,
                halts,
                cleared,
                copy(decisions),
                payouts,
                copy(paid),
                shelved,
                interceptions,
                answers,
                notices);
    }

    synchronized void add(MilestoneEvent event) {
        if (isOurs(event.orderId())) {
            switch (event) {
                case MilestoneEvent.MilestoneReached reached -> {
                    parcels.add(reached.parcel().id());
                    about(event.orderId()).stage(reached.parcel().id(), reached.parcel().stage());
                }
            }
        }
    }

    synchronized void add(StallEvent event) {
        if (!isOurs(event.orderId())) {
            return;
        }
        OrderNews order = about(event.orderId());
        StallDetails stall = event.stall();
        switch (event) {
            case StallEvent.StallDetected _ -> {
                stalls.merge(stall.kind(), 1L, Long::sum);
                seen(order, stall);
            }
            case StallEvent.StallEscalated _, StallEvent.StallReviewed _ -> seen(order, stall);
            case StallEvent.StallCleared _ -> {
                cleared++;
                order.cleared(stall.parcel());
            }
        }
    }

    synchronized void add(AftersalesEvent event) {
        if (!isOurs(event.orderId())) {
            return;
        }
        OrderNews order = about(event.orderId());
        RefundId refund = event.refundId();
        switch (event) {
            case AftersalesEvent.RefundDecided decided -> {
                decisions
                        .computeIfAbsent(refund, _ -> new ArrayList<>())
                        .add(new Decided(decided.decision(), decided.row()));
                order.decided(refund);
            }
            case AftersalesEvent.CaseMoved moved ->
                    order.moved(refund, moved.to(), moved.because());
            case AftersalesEvent.CaseClosed closed -> {
                order.moved(refund, CaseState.CLOSED, closed.because());
                order.closed(refund, closed.outcome());
            }
            case AftersalesEvent.RefundRedecided _, AftersalesEvent.ReminderFell _ -> {}
        }
    }

    synchronized void add(PayoutCommand command) {
        if (isOurs(command.orderId())) {
            payouts.add(command.refundId());
        }
    }

    synchronized void add(PayoutResult result) {
        if (!isOurs(result.orderId())) {
            return;
        }
        switch (result) {
            case PayoutResult.PayoutPaid done ->
                    paid.computeIfAbsent(done.refundId(), _ -> new ArrayList<>())
                            .add(done.amount());
            case PayoutResult.PayoutDeclined declined -> shelved.add(declined.refundId());
            case PayoutResult.PayoutParked parked -> shelved.add(parked.refundId());
        }
    }

    synchronized void add(InterceptionCommand command) {
        if (isOurs(command.orderId())) {
            interceptions.add(command.interceptionId());
        }
    }

    synchronized void add(InterceptionResult result) {
        if (!isOurs(result.orderId())) {
            return;
        }
        InterceptionAnswer word =
                switch (result) {
                    case InterceptionResult.InterceptionAccepted _ -> InterceptionAnswer.ACCEPTED;
                    case InterceptionResult.InterceptionSucceeded _ -> InterceptionAnswer.SUCCEEDED;
                    case InterceptionResult.InterceptionFailed _ -> InterceptionAnswer.FAILED;
                    case InterceptionResult.InterceptionUnknown _ -> InterceptionAnswer.UNKNOWN;
                };
        answers.merge(result.interceptionId(), word, (before, now) -> now.after(before));
    }

    synchronized void add(NoticeReceipt receipt) {
        if (!isOurs(receipt.buyerId())) {
            return;
        }
        String outcome =
                switch (receipt) {
                    case NoticeReceipt.NoticeSent _ -> "sent";
                    case NoticeReceipt.NoticeFailed _ -> "failed";
                    case NoticeReceipt.NoticeSuppressed _ -> "suppressed";
                };
        notices.merge(outcome, 1L, Long::sum);
    }

    private void seen(OrderNews order, StallDetails stall) {
        halts.add(new Halt(stall.kind(), stall.cause(), stall.level()));
        order.stalled(stall);
    }

    private boolean isOurs(OrderId order) {
        return counted(order.value().startsWith(tag + "-"));
    }

    private boolean isOurs(BuyerId buyer) {
        return counted(buyer.value().startsWith(tag + "-"));
    }

    private boolean counted(boolean ours) {
        events += ours ? 1 : 0;
        return ours;
    }

    private static <K, V> Map<K, List<V>> copy(Map<K, List<V>> lists) {
        Map<K, List<V>> copy = new HashMap<>();
        lists.forEach((key, list) -> copy.put(key, List.copyOf(list)));
        return copy;
    }
}
