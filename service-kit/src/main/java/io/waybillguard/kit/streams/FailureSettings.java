package io.waybillguard.kit.streams;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How often a stream thread that failed is replaced, before the failure is taken for one that
 * returns every time: the topology then ends, and liveness with it.
 *
 * @param replacements the most of them in the time told; default 10
 * @param within the time; default 10 min
 */
@Validated
@ConfigurationProperties("waybill.streams.failures")
public record FailureSettings(
        @PositiveOrZero @DefaultValue("10") int replacements,
        @NotNull @DurationMin(millis = 1) @DefaultValue("10m") Duration within) {}
