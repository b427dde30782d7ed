package io.waybillguard.aftersales.dispatch.payout;

import io.waybillguard.aftersales.dispatch.HttpSettings;
import io.waybillguard.aftersales.dispatch.ListenerSettings;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How refunds are paid over HTTP.
 *
 * @param url where the payment side is; {@code /refunds} follows. No default
 * @param idempotencyWindow for how long the payment side keeps an idempotency key; default 24 h
 * @param safetyMargin what is taken off the window, for clocks that differ and posts under way;
 *     default 30 min
 * @param posts how often one delivery of a command may post, with a question in between; default 2
 * @param listener how commands are read
 */
@Validated
@ConfigurationProperties("waybill.engine.payout")
record PayoutSettings(
        @NotNull URI url,
        @NotNull @DefaultValue("24h") Duration idempotencyWindow,
        @NotNull @DefaultValue("30m") Duration safetyMargin,
        @Positive @DefaultValue("2") int posts,
        @NotNull @Valid ListenerSettings listener) {

    @AssertTrue(message = "the safety margin must be shorter than the idempotency window")
    boolean isWindowOpen() {
        return postWithin().isPositive();
    }

    @AssertTrue(message = "the safety margin must not be negative")
    boolean isMarginSafe() {
        return !safetyMargin.isNegative();
    }

    @AssertTrue(message = "the url must be of http or https")
    boolean isUrlAbsolute() {
        return HttpSettings.isAddress(url);
    }

    /** For how long after its own time a command may be posted. */
    Duration postWithin() {
        return idempotencyWindow.minus(safetyMargin);
    }
}
