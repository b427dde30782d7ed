package io.waybillguard.aftersales.dispatch.payout;

import io.waybillguard.aftersales.dispatch.HeldException;
import io.waybillguard.aftersales.dispatch.payout.LedgerAnswer.Ledger;
import io.waybillguard.events.payout.PayoutCommand.PayoutReleased;
import io.waybillguard.events.payout.PayoutCommand.PayoutRequested;
import io.waybillguard.events.payout.PayoutResult;
import io.waybillguard.events.payout.PayoutResult.PayoutDeclined;
import io.waybillguard.events.payout.PayoutResult.PayoutPaid;
import io.waybillguard.events.payout.PayoutResult.PayoutParked;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Does what {@link PayoutAttempt} says, step by step, until there is an end. */
final class Cashier {

    /** The reason of a payout that a person rejected. */
    static final String REJECTED_BY_OPERATOR = "REJECTED_BY_OPERATOR";

    private final PaymentGateway payments;
    private final Duration postWithin;
    private final int postsAllowed;
    private final Clock clock;

    /**
     * A cashier at one payment side.
     *
     * @param postWithin for how long after a command's own time it may be posted
     * @param postsAllowed how often one delivery of a command may post
     */
    Cashier(PaymentGateway payments, Duration postWithin, int postsAllowed, Clock clock) {
        this.payments = payments;
        this.postWithin = postWithin;
        this.postsAllowed = postsAllowed;
        this.clock = clock;
    }

    /**
     * What became of the payout.
     *
     * @param since when the command came on its topic
     * @throws HeldException when nobody can say now
     */
    PayoutResult settle(PayoutRequested command, Instant since) {
        return settle(PayoutAttempt.of(command, since.plus(postWithin), postsAllowed));
    }

    /**
     * What became of a payout that a person released.
     *
     * @param since when the release came on its topic: the payment side is sure to know the key
     *     again from the first post after it
     * @throws HeldException when nobody can say now
     */
    PayoutResult settle(PayoutReleased command, Instant since) {
        return settle(PayoutAttempt.ofReleased(command, since.plus(postWithin), postsAllowed));
    }

    /**
     * What became of a payout that a person rejected: declined, unless the money went after all.
     *
     * @throws HeldException when the payment side does not answer
     */
    PayoutResult reject(PayoutParked parked) {
        return switch (payments.refundsOf(parked.orderId())) {
            case NothingKnown(var why) -> throw new HeldException(why);
            case Unreadable _ -> rejected(parked);
            case Ledger ledger ->
                    ledger.refunds().stream()
                            .filter(refund -> refund.paid() && refund.isWhatWasParked(parked))
                            .findFirst()
                            .<PayoutResult>map(refund -> paid(parked, refund))
                            .orElseGet(() -> rejected(parked));
        };
    }

    private PayoutResult paid(PayoutParked parked, Refund refund) {
        Instant at = refund.paidAt() == null ? clock.instant() : refund.paidAt();
        return new PayoutPaid(
                parked.refundId(), parked.orderId(), parked.amount(), refund.paymentId(), at);
    }

    private PayoutResult rejected(PayoutParked parked) {
        return new PayoutDeclined(
                parked.refundId(),
                parked.orderId(),
                parked.amount(),
                REJECTED_BY_OPERATOR,
                clock.instant());
    }

    private PayoutResult settle(PayoutAttempt attemptAtFirst) {
        Step step = attemptAtFirst.first();
        while (true) {
            switch (step) {
                case Step.Settled(var result) -> {
                    return result;
                }
                case Step.Wait(var why) -> throw new HeldException(why);
                case Step.ReadLedger(var attempt) -> {
                    LedgerAnswer answer = payments.refundsOf(attempt.command().orderId());
                    step = attempt.onLedger(answer, clock.instant());
                }
                case Step.Post(var attempt) -> {
                    PostAnswer answer = payments.pay(attempt.command());
                    step = attempt.onPost(answer, clock.instant());
                }
                case Step.LookUp(var attempt) -> {
                    LookupAnswer answer = payments.lookUp(attempt.command().refundId());
                    step = attempt.onLookup(answer, clock.instant());
                }
            }
        }
    }
}
