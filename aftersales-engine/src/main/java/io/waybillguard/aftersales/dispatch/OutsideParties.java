package io.waybillguard.aftersales.dispatch;

import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.retry.RetryRegistry;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import java.net.http.HttpClient;

/** Makes parties whose safeguards are configured by kind and counted by name. */
public final class OutsideParties {

    private final HttpClient client;
    private final BulkheadRegistry bulkheads;
    private final CircuitBreakerRegistry breakers;
    private final TimeLimiterRegistry timeLimits;
    private final RetryRegistry retries;

    /** Parties that share a client and nothing else. */
    public OutsideParties(
            HttpClient client,
            BulkheadRegistry bulkheads,
            CircuitBreakerRegistry breakers,
            TimeLimiterRegistry timeLimits,
            RetryRegistry retries) {
        this.client = client;
        this.bulkheads = bulkheads;
        this.breakers = breakers;
        this.timeLimits = timeLimits;
        this.retries = retries;
    }

    /**
     * The party {@code name}, with safeguards as {@code resilience4j.*.configs.<kind>} says.
     *
     * @throws RuntimeException when one of them is not configured
     */
    public OutsideParty party(String name, String kind) {
        return new OutsideParty(
                client,
                bulkheads.bulkhead(name, kind),
                breakers.circuitBreaker(name, kind),
                timeLimits.timeLimiter(name, kind),
                retries.retry(name, kind));
    }
}
