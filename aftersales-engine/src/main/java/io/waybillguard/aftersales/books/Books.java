package io.waybillguard.aftersales.books;

import io.waybillguard.aftersales.books.Trail.Commanded;
import io.waybillguard.aftersales.books.Trail.End;
import io.waybillguard.aftersales.books.Trail.Told;
import io.waybillguard.events.payout.PayoutCommand;
import io.waybillguard.events.payout.PayoutCommand.PayoutRejected;
import io.waybillguard.events.payout.PayoutCommand.PayoutReleased;
import io.waybillguard.events.payout.PayoutCommand.PayoutRequested;
import io.waybillguard.events.payout.PayoutResult;
import io.waybillguard.events.payout.PayoutResult.PayoutDeclined;
import io.waybillguard.events.payout.PayoutResult.PayoutPaid;
import io.waybillguard.events.payout.PayoutResult.PayoutParked;
import io.waybillguard.events.refund.AftersalesEvent;
import io.waybillguard.events.refund.AftersalesEvent.CaseClosed;
import io.waybillguard.events.refund.AftersalesEvent.CaseMoved;
import io.waybillguard.events.refund.AftersalesEvent.RefundDecided;
import io.waybillguard.events.refund.AftersalesEvent.RefundRedecided;
import io.waybillguard.events.refund.AftersalesEvent.ReminderFell;
import io.waybillguard.events.refund.CaseState;
import io.waybillguard.events.types.Money;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The books of some days, refund by refund, in whatever order they are read. Times are the
 * broker's, but those of payments.
 */
public final class Books {

    private final Map<String, Trail> trails = new TreeMap<>();
    private int decided;
    private int commanded;
    private int listed;
    private Money listedMoney = Money.ZERO;

    /** What the engine published. */
    public void add(AftersalesEvent event, Instant at) {
        switch (event) {
            case CaseMoved moved -> {
                if (moved.to() == CaseState.PAYING) {
                    Trail trail = of(moved.refundId().value());
                    trail.decidedAt = latest(trail.decidedAt, at);
                    decided++;
                }
            }
            case CaseClosed closed -> {
                if (closed.paid() != null) {
                    of(closed.refundId().value()).closedWith = closed.paid();
                }
            }
            case RefundDecided _, RefundRedecided _, ReminderFell _ -> {}
        }
    }

    /** What was asked of the payment side. */
    public void add(PayoutCommand command, Instant at) {
        switch (command) {
            case PayoutRequested requested -> {
                Trail trail = of(requested.refundId().value());
                trail.commanded = new Commanded(requested.orderId(), requested.amount());
                trail.asked(at);
                commanded++;
            }
            case PayoutReleased released -> {
                Trail trail = of(released.refundId().value());
                if (trail.commanded == null) {
                    trail.commanded = new Commanded(released.orderId(), released.amount());
                }
                trail.released = true;
                trail.asked(at);
            }
            case PayoutRejected rejected -> of(rejected.refundId().value()).asked(at);
        }
    }

    /** What was told of it. */
    public void add(PayoutResult result, Instant at) {
        Trail trail = of(result.refundId().value());
        End end =
                switch (result) {
                    case PayoutPaid _ -> End.PAID;
                    case PayoutDeclined _ -> End.DECLINED;
                    case PayoutParked _ -> End.PARKED;
                };
        Told before = trail.told;
        if (before == null || !before.at().isAfter(at)) {
            trail.told = new Told(end, result.orderId(), result.amount(), at);
        }
    }

    /** What the payment side lists; the same line again is the same payment. */
    public void add(Payment payment) {
        if (of(payment.reference()).payments.add(payment)) {
            listed++;
            listedMoney = listedMoney.plus(payment.amount());
        }
    }

    /** Every difference, by refund. */
    public List<Break> breaks(Terms terms) {
        return trails.entrySet().stream()
                .flatMap(each ->
                        new Comparison(each.getKey(), each.getValue(), terms).breaks().stream())
                .toList();
    }

    /** How much there was to compare. */
    public Totals totals() {
        return new Totals(decided, commanded, listed, listedMoney);
    }

    /**
     * How much there was to compare.
     *
     * @param decided cases that went to be paid
     * @param commanded commands
     * @param listed payments in the list
     * @param money of these payments, in fen
     */
    public record Totals(int decided, int commanded, int listed, Money money) {}

    private Trail of(String reference) {
        return trails.computeIfAbsent(reference, _ -> new Trail());
    }

    private static Instant latest(@Nullable Instant one, Instant other) {
        return one == null || one.isBefore(other) ? other : one;
    }
}
