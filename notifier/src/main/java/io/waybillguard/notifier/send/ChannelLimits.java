package io.waybillguard.notifier.send;

import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.core.functions.Either;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.retry.RetryConfig;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import io.waybillguard.notifier.send.Answer.Busy;
import io.waybillguard.notifier.send.Answer.NotTaken;

/** The settings of a channel in the words of resilience4j. */
record ChannelLimits(ChannelSettings settings) {

    private static final double DOUBLED = 2.0;

    CircuitBreakerConfig breaker() {
        var breaker = settings.breaker();
        return CircuitBreakerConfig.custom()
                .slidingWindowType(CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(breaker.window())
                .minimumNumberOfCalls(breaker.atLeast())
                .failureRateThreshold(breaker.failing())
                .waitDurationInOpenState(breaker.open())
                .permittedNumberOfCallsInHalfOpenState(breaker.trials())
                .build();
    }

    RateLimiterConfig rate() {
        return RateLimiterConfig.custom()
                .limitForPeriod(settings.rate().limit())
                .limitRefreshPeriod(settings.rate().every())
                .timeoutDuration(settings.pause())
                .build();
    }

    RateLimiterConfig shopRate() {
        return RateLimiterConfig.custom()
                .limitForPeriod(settings.shopRate().limit())
                .limitRefreshPeriod(settings.shopRate().every())
                .timeoutDuration(settings.pause())
                .build();
    }

    BulkheadConfig bulkhead() {
        return BulkheadConfig.custom()
                .maxConcurrentCalls(settings.inFlight())
                .maxWaitDuration(settings.pause())
                .build();
    }

    TimeLimiterConfig time() {
        return TimeLimiterConfig.custom()
                .timeoutDuration(settings.connectTimeout().plus(settings.answerTimeout()))
                .build();
    }

    RetryConfig retry() {
        long longest = settings.retry().longest().toMillis();
        IntervalFunction doubling =
                IntervalFunction.ofExponentialBackoff(
                        settings.retry().first(), DOUBLED, settings.retry().longest());
        return RetryConfig.<Answer>custom()
                .maxAttempts(settings.retry().attempts())
                .retryOnResult(NotTaken.class::isInstance)
                .intervalBiFunction((attempt, result) ->
                        Math.min(longest, Math.max(doubling.apply(attempt), askedFor(result))))
                .build();
    }

    private static long askedFor(Either<Throwable, Answer> result) {
        return result.isRight() && result.get() instanceof Busy(var after) ? after.toMillis() : 0;
    }
}
