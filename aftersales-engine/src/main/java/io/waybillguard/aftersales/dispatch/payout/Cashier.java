package io.waybillguard.aftersales.dispatch.payout;

import io.waybillguard.aftersales.dispatch.HeldException;
import io.waybillguard.events.payout.PayoutCommand.PayoutRequested;
import io.waybillguard.events.payout.PayoutResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Does what {@link PayoutAttempt} says, step by step, until there is an end. */
final class Cashier {

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
        Step step = PayoutAttempt.of(command, since.plus(postWithin), postsAllowed).first();
        while (true) {
            switch (step) {
                case Step.Settled(var result) -> {
                    return result;
                }
                case Step.Wait(var why) -> throw new HeldException(why);
                case Step.ReadLedger(var attempt) -> {
                    LedgerAnswer answer = payments.refundsOf(command.orderId());
                    step = attempt.onLedger(answer, clock.instant());
                }
                case Step.Post(var attempt) -> {
                    PostAnswer answer = payments.pay(command);
                    step = attempt.onPost(answer, clock.instant());
                }
                case Step.LookUp(var attempt) -> {
                    LookupAnswer answer = payments.lookUp(command.refundId());
                    step = attempt.onLookup(answer, clock.instant());
                }
            }
        }
    }
}
