package io.waybillguard.aftersales.dispatch.payout;

import io.waybillguard.aftersales.dispatch.payout.LedgerAnswer.Ledger;
import io.waybillguard.aftersales.dispatch.payout.LookupAnswer.NeverSeen;
import io.waybillguard.aftersales.dispatch.payout.PostAnswer.Declined;
import io.waybillguard.aftersales.dispatch.payout.PostAnswer.Refused;
import io.waybillguard.events.payout.Payable;
import io.waybillguard.events.payout.PayoutResult;
import io.waybillguard.events.payout.PayoutResult.PayoutDeclined;
import io.waybillguard.events.payout.PayoutResult.PayoutPaid;
import io.waybillguard.events.payout.PayoutResult.PayoutParked;
import io.waybillguard.events.types.Money;
import java.time.Instant;

/**
 * One delivery of a payout command, and the rules by which it is carried out. Every delivery begins
 * at the ledger, so nothing needs to be remembered from one to the next: what was paid is seen
 * there.
 *
 * @param postBefore until when the payment side is sure to know the idempotency key again: from
 *     then on it is only asked
 * @param posts how often this delivery has asked to pay
 * @param postsAllowed how often it may
 * @param released a person vouches for it: the reference is asked for before anything is posted,
 *     and what cannot be settled goes back to people at once
 */
record PayoutAttempt(
        Payable command, Instant postBefore, int posts, int postsAllowed, boolean released) {

    /** More would be refunded than was paid for the order. */
    static final String OVER_ORDER_PAID = "OVER_ORDER_PAID";

    /** Never seen by the payment side, and too old to be asked for. */
    static final String WINDOW_PASSED = "WINDOW_PASSED";

    /** Something else was paid under this reference. */
    static final String PAID_DIFFERENTLY = "PAID_DIFFERENTLY";

    /** The payment side holds the reference without having paid. */
    static final String NOT_PAID = "NOT_PAID";

    /** The payment side's list of the order's refunds cannot be understood. */
    static final String LEDGER_UNREADABLE = "LEDGER_UNREADABLE";

    /** What the payment side says of the reference cannot be understood. */
    static final String LOOKUP_UNREADABLE = "LOOKUP_UNREADABLE";

    /** A delivery that has asked for nothing yet. */
    static PayoutAttempt of(Payable command, Instant postBefore, int postsAllowed) {
        return new PayoutAttempt(command, postBefore, 0, postsAllowed, false);
    }

    /** A delivery of what a person released, which has asked for nothing yet. */
    static PayoutAttempt ofReleased(Payable command, Instant postBefore, int postsAllowed) {
        return new PayoutAttempt(command, postBefore, 0, postsAllowed, true);
    }

    Step first() {
        return new Step.ReadLedger(this);
    }

    Step onLedger(LedgerAnswer answer, Instant now) {
        return switch (answer) {
            case NothingKnown(var why) -> new Step.Wait(why);
            case Unreadable(var why) -> unreadable(LEDGER_UNREADABLE, why, now);
            case Ledger ledger ->
                    ledger.refunds().stream()
                            .filter(refund -> refund.isOf(command))
                            .findFirst()
                            .map(refund -> known(refund, now))
                            .orElseGet(() -> guarded(ledger, now));
        };
    }

    Step onPost(PostAnswer answer, Instant now) {
        return switch (answer) {
            case Found(var refund) -> known(refund, now);
            case Declined(var reason) ->
                    new Step.Settled(
                            new PayoutDeclined(
                                    command.refundId(),
                                    command.orderId(),
                                    command.amount(),
                                    reason,
                                    now));
            case Refused(var reason) -> parked(reason, now);
            case NothingKnown _ -> new Step.LookUp(this);
        };
    }

    Step onLookup(LookupAnswer answer, Instant now) {
        return switch (answer) {
            case Found(var refund) -> known(refund, now);
            case NothingKnown(var why) -> new Step.Wait(why);
            case Unreadable(var why) -> unreadable(LOOKUP_UNREADABLE, why, now);
            case NeverSeen _ -> neverSeen(now);
        };
    }

    /** It may be mended within the window; past it, what cannot be read is for a person to read. */
    private Step unreadable(String reason, String why, Instant now) {
        return mayWait(now) ? new Step.Wait(why) : parked(reason, now);
    }

    private boolean mayWait(Instant now) {
        return !released && now.isBefore(postBefore);
    }

    private Step guarded(Ledger ledger, Instant now) {
        Money others =
                ledger.refunds().stream()
                        .filter(Refund::paid)
                        .map(Refund::amount)
                        .reduce(Money.ZERO, Money::plus);
        if (others.plus(command.amount()).isOver(command.orderPaid())) {
            return parked(OVER_ORDER_PAID, now);
        }
        return mayPost(now) && !released ? post() : new Step.LookUp(this);
    }

    private Step neverSeen(Instant now) {
        if (posts > 0) {
            // asked for a moment ago: it may be under way
            return mayPost(now) ? post() : new Step.Wait("never-seen");
        }
        return mayPost(now) ? post() : parked(WINDOW_PASSED, now);
    }

    private boolean mayPost(Instant now) {
        return posts < postsAllowed && now.isBefore(postBefore);
    }

    private Step post() {
        return new Step.Post(
                new PayoutAttempt(command, postBefore, posts + 1, postsAllowed, released));
    }

    private Step known(Refund refund, Instant now) {
        if (!refund.fulfils(command)) {
            return parked(PAID_DIFFERENTLY, now);
        }
        if (!refund.paid()) {
            return mayWait(now) ? new Step.Wait("not-paid-yet") : parked(NOT_PAID, now);
        }
        return new Step.Settled(paid(refund, now));
    }

    private PayoutResult paid(Refund refund, Instant now) {
        Instant at = refund.paidAt() == null ? now : refund.paidAt();
        return new PayoutPaid(
                command.refundId(), command.orderId(), command.amount(), refund.paymentId(), at);
    }

    private Step parked(String reason, Instant now) {
        return new Step.Settled(
                new PayoutParked(
                        command.refundId(),
                        command.orderId(),
                        command.amount(),
                        reason,
                        now,
                        command.orderPaid()));
    }
}
