package io.waybillguard.aftersales.stream;

import io.waybillguard.timers.PulseSettings;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the engine keeps time: see {@link PulseSettings}.
 *
 * @param every default 1 s
 * @param slack default 2 s
 * @param maxFired default 1000
 * @param maxFiring default 200 ms
 */
@Validated
@ConfigurationProperties("waybill.engine.pulse")
record EnginePulseSettings(
        @NotNull @DefaultValue("1s") Duration every,
        @NotNull @DefaultValue("2s") Duration slack,
        @Positive @DefaultValue("1000") int maxFired,
        @NotNull @DefaultValue("200ms") Duration maxFiring) {

    @AssertTrue(message = "every and max-firing must be positive, slack must not be negative")
    boolean isTimePassing() {
        return every.isPositive() && maxFiring.isPositive() && !slack.isNegative();
    }

    PulseSettings pulses() {
        return new PulseSettings(every, slack, maxFired, maxFiring);
    }
}
