package io.waybillguard.aftersales.dispatch;

import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.retry.RetryConfig;
import io.github.resilience4j.retry.RetryRegistry;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;

/** Safeguards for tests: as in production, with less patience. */
public final class TestParties {

    /** How long an answer is waited for. */
    public static final Duration PATIENCE = Duration.ofMillis(700);

    private TestParties() {}

    /** Parties whose breakers open only after very many calls. */
    public static OutsideParties patient() {
        return breakingAfter(1_000);
    }

    /** Parties whose breakers open when {@code calls} calls in a row were not answered. */
    public static OutsideParties breakingAfter(int calls) {
        CircuitBreakerConfig breaker =
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(calls)
                        .minimumNumberOfCalls(calls)
                        .waitDurationInOpenState(Duration.ofHours(1))
                        .build();
        BulkheadConfig bulkhead =
                BulkheadConfig.custom().maxConcurrentCalls(8).maxWaitDuration(PATIENCE).build();
        TimeLimiterConfig timeLimit = TimeLimiterConfig.custom().timeoutDuration(PATIENCE).build();
        RetryConfig retry =
                RetryConfig.custom()
                        .maxAttempts(2)
                        .waitDuration(Duration.ofMillis(5))
                        .ignoreExceptions(CallNotPermittedException.class)
                        .build();
        return new OutsideParties(
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(),
                BulkheadRegistry.of(kinds(bulkhead)),
                CircuitBreakerRegistry.of(kinds(breaker)),
                TimeLimiterRegistry.of(kinds(timeLimit)),
                RetryRegistry.of(kinds(retry)));
    }

    private static <C> Map<String, C> kinds(C config) {
        return Map.of("default", config, "payment", config, "courier", config);
    }
}
