package io.waybillguard.aftersales.dispatch.reconciliation;

import io.waybillguard.aftersales.dispatch.HttpSettings;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.net.URI;
import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the books are compared.
 *
 * @param url where the payment side's list is; default: where payouts go. Without either nothing is
 *     compared
 * @param period how often; default 1 h
 * @param window how far back the list and the decisions are read, begun days (UTC) as a whole;
 *     default 24 h
 * @param commandsBefore how much further back commands and results are read; default 7 d
 * @param grace how long a payment may take to the list, and how much clocks may differ; default 15
 *     min
 * @param stuckAfter how long a command may stay without a result; default 1 h
 * @param retryEvery when a run that failed is tried again; default 5 min
 * @param kept how long reports are shown; default 30 d, and not longer
 * @param breaksKept how many breaks a report tells one by one; all are counted; default 500
 * @param pageSize payments asked for at a time; default 500
 * @param group the consumer group in which the instances agree on the one that compares
 */
@Validated
@ConfigurationProperties("waybill.engine.reconciliation")
record ReconciliationSettings(
        @Nullable URI url,
        @NotNull @DefaultValue("1h") Duration period,
        @NotNull @DefaultValue("24h") Duration window,
        @NotNull @DefaultValue("7d") Duration commandsBefore,
        @NotNull @DefaultValue("15m") Duration grace,
        @NotNull @DefaultValue("1h") Duration stuckAfter,
        @NotNull @DefaultValue("5m") Duration retryEvery,
        @NotNull @DefaultValue("30d") Duration kept,
        @Positive @Max(2000) @DefaultValue("500") int breaksKept,
        @Positive @Max(1000) @DefaultValue("500") int pageSize,
        @NotBlank @DefaultValue("aftersales-reconciliation") String group) {

    private static final Duration LONGEST_KEPT = Duration.ofDays(30);

    @AssertTrue(message = "durations must be positive")
    boolean isPositive() {
        return Stream.of(period, window, commandsBefore, grace, stuckAfter, retryEvery, kept)
                .allMatch(Duration::isPositive);
    }

    @AssertTrue(message = "the window must be longer than the grace")
    boolean isWindowOpen() {
        return window.compareTo(grace) > 0;
    }

    @AssertTrue(message = "reports are kept 30 days at the most")
    boolean isRetentionPossible() {
        return kept.compareTo(LONGEST_KEPT) <= 0;
    }

    @AssertTrue(message = "the url must be of http or https")
    boolean isUrlAbsolute() {
        return HttpSettings.isAddress(url);
    }
}
