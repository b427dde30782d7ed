package io.waybillguard.local.demo;

import io.waybillguard.events.interception.InterceptionCommand;
import io.waybillguard.events.interception.InterceptionResult;
import io.waybillguard.events.notice.NoticeReceipt;
import io.waybillguard.events.parcel.MilestoneEvent;
import io.waybillguard.events.parcel.StallDetails;
import io.waybillguard.events.parcel.StallEvent;
import io.waybillguard.events.payout.PayoutCommand;
import io.waybillguard.events.payout.PayoutResult;
import io.waybillguard.events.refund.AftersalesEvent;
import io.waybillguard.events.refund.CaseState;
import io.waybillguard.events.types.BuyerId;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.RefundId;
import java.util.ArrayList;
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
    private final ParcelLedger parcels = new ParcelLedger();
    private final CaseLedger cases = new CaseLedger();
    private final MoneyLedger money = new MoneyLedger();
    private final Map<String, Long> notices = new TreeMap<>();
    private final List<String> sent = new ArrayList<>();
    private final Set<String> failed = new HashSet<>();
    private final Map<String, Long> deadLetters = new HashMap<>();
    private long events;

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
                parcels.tally(),
                cases.tally(),
                money.payouts(),
                money.interceptions(),
                new NoticeTally(notices, sent, failed),
                deadLetters);
    }

    /** Whoever's it is: a dead letter has no id that could be trusted. */
    synchronized void deadLetter(String topic) {
        deadLetters.merge(topic, 1L, Long::sum);
    }

    synchronized void add(MilestoneEvent event) {
        if (isOurs(event.orderId())) {
            switch (event) {
                case MilestoneEvent.MilestoneReached reached -> {
                    parcels.stage(reached.parcel().id(), reached.parcel().stage());
                    about(event.orderId()).stage(reached.parcel().id(), reached.parcel().stage());
                }
            }
        }
    }

    synchronized void add(StallEvent event) {
        if (!isOurs(event.orderId())) {
            return;
        }
        parcels.add(event);
        OrderNews order = about(event.orderId());
        StallDetails stall = event.stall();
        switch (event) {
            case StallEvent.StallDetected _,
                    StallEvent.StallEscalated _,
                    StallEvent.StallReviewed _ ->
                    order.stalled(stall);
            case StallEvent.StallCleared _ -> order.cleared(stall.parcel());
        }
    }

    synchronized void add(AftersalesEvent event) {
        if (!isOurs(event.orderId())) {
            return;
        }
        cases.add(event);
        OrderNews order = about(event.orderId());
        RefundId refund = event.refundId();
        switch (event) {
            case AftersalesEvent.RefundDecided _ -> order.decided(refund);
            case AftersalesEvent.CaseMoved moved ->
                    order.moved(refund, moved.to(), moved.because(), moved.at());
            case AftersalesEvent.CaseClosed closed -> {
                order.moved(refund, CaseState.CLOSED, closed.because(), closed.at());
                order.closed(refund, closed.outcome());
            }
            case AftersalesEvent.RefundRedecided _, AftersalesEvent.ReminderFell _ -> {}
        }
    }

    synchronized void add(PayoutCommand command) {
        if (isOurs(command.orderId())) {
            switch (command) {
                case PayoutCommand.PayoutRequested requested ->
                        money.payout(requested.refundId(), requested.amount());
                case PayoutCommand.PayoutReleased _, PayoutCommand.PayoutRejected _ -> {}
            }
        }
    }

    synchronized void add(PayoutResult result) {
        if (isOurs(result.orderId())) {
            money.add(result);
        }
    }

    synchronized void add(InterceptionCommand command) {
        if (isOurs(command.orderId())) {
            money.interception(command.interceptionId());
        }
    }

    synchronized void add(InterceptionResult result) {
        if (isOurs(result.orderId())) {
            money.add(result);
        }
    }

    synchronized void add(NoticeReceipt receipt) {
        if (!isOurs(receipt.buyerId())) {
            return;
        }
        String outcome =
                switch (receipt) {
                    case NoticeReceipt.NoticeSent taken -> {
                        sent.add(taken.noticeId().value());
                        yield "sent";
                    }
                    case NoticeReceipt.NoticeFailed refused -> {
                        failed.add(refused.noticeId().value());
                        yield "failed";
                    }
                    case NoticeReceipt.NoticeSuppressed _ -> "suppressed";
                };
        notices.merge(outcome, 1L, Long::sum);
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
}
