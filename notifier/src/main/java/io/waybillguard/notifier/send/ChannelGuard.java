package io.waybillguard.notifier.send;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.retry.Retry;
import io.waybillguard.events.types.ShopId;
import io.waybillguard.notifier.send.Answer.Busy;
import io.waybillguard.notifier.send.Answer.Refused;
import io.waybillguard.notifier.send.Answer.Taken;
import io.waybillguard.notifier.send.Answer.Unknown;
import io.waybillguard.notifier.send.Answer.Unreachable;
import io.waybillguard.notifier.send.Answer.Unsendable;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * What stands before one channel: a bulkhead that a message holds until it is done with, a breaker
 * and the rate limiters of its shop and of the channel that every attempt passes, and the rule of
 * when there is another attempt.
 */
final class ChannelGuard {

    private final CircuitBreaker breaker;
    private final RateLimiter limiter;
    private final ShopLimits shops;
    private final Bulkhead bulkhead;
    private final Retry retry;

    ChannelGuard(
            CircuitBreaker breaker,
            RateLimiter limiter,
            ShopLimits shops,
            Bulkhead bulkhead,
            Retry retry) {
        this.breaker = breaker;
        this.limiter = limiter;
        this.shops = shops;
        this.bulkhead = bulkhead;
        this.retry = retry;
    }

    /** Whether a message of the shop may begin now: then it has its place and its first attempt. */
    boolean enter(ShopId shop) {
        if (!bulkhead.tryAcquirePermission()) {
            return false;
        }
        if (admit(shop)) {
            return true;
        }
        bulkhead.releasePermission();
        return false;
    }

    /** Gives back what {@link #enter} gave: nothing was attempted. */
    void turnBack() {
        withdraw();
        bulkhead.releasePermission();
    }

    /**
     * Whether an attempt of the shop may begin now; to be followed by {@link #attempt} or {@link
     * #withdraw}.
     */
    boolean admit(ShopId shop) {
        if (!breaker.tryAcquirePermission()) {
            return false;
        }
        if (shops.admit(shop) && limiter.acquirePermission()) {
            return true;
        }
        breaker.releasePermission();
        return false;
    }

    /** An attempt that was admitted is not made. */
    void withdraw() {
        breaker.releasePermission();
    }

    /** Makes an attempt that was admitted, and tells the breaker of it. */
    Answer attempt(Supplier<Answer> attempt) {
        long begun = breaker.getCurrentTimestamp();
        try {
            Answer answer = attempt.get();
            tell(answer, breaker.getCurrentTimestamp() - begun, breaker.getTimestampUnit());
            return answer;
        } catch (RuntimeException | Error e) {
            long took = breaker.getCurrentTimestamp() - begun;
            breaker.onError(took, breaker.getTimestampUnit(), e);
            throw e;
        }
    }

    private void tell(Answer answer, long took, TimeUnit unit) {
        switch (answer) {
            case Unsendable _ -> breaker.releasePermission();
            case Taken _, Refused _, Busy _ -> breaker.onSuccess(took, unit);
            case Unreachable _, Unknown _ ->
                    breaker.onError(took, unit, new ChannelFailed(answer.toString()));
        }
    }

    /** The rule of when there is another attempt, for one message. */
    Retry.AsyncContext<Answer> attempts() {
        return retry.asyncContext();
    }

    /** The message is done with. */
    void leave() {
        bulkhead.onComplete();
    }

    private static final class ChannelFailed extends Exception {
        private ChannelFailed(String message) {
            super(message, null, false, false);
        }
    }
}
