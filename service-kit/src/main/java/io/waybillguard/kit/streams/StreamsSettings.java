package io.waybillguard.kit.streams;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the service's topology runs.
 *
 * @param applicationId also the group and the prefix of its state topics
 * @param stateDir where stores are kept; default {@code state} in the working directory
 * @param threads stream threads; default 1
 * @param commitInterval how often results become visible; default 1 s
 * @param linger how long what is written waits for more to go with it; default 100 ms; a commit
 *     waits for none
 * @param standbys how many other instances keep a copy of each store at hand, so that one of them
 *     goes on without reading it all again when its owner dies; default 0, at most 5
 * @param sessionTimeout after how long a member that died is missed; default 10 s
 * @param transactionTimeout how long what a member that died had not committed may hold up those
 *     who read what is committed; longer than a commit interval and any pause; default 10 s
 * @param closeTimeout how long a planned stop may take; default 20 s
 * @param exactlyOnce default true; false only to measure what it costs
 * @param overrides Kafka Streams properties that win over all of the above
 */
@Validated
@ConfigurationProperties("waybill.streams")
public record StreamsSettings(
        @NotBlank String applicationId,
        @NotNull @DefaultValue("state") Path stateDir,
        @Positive @DefaultValue("1") int threads,
        @NotNull @DurationMin(millis = 1) @DefaultValue("1s") Duration commitInterval,
        @NotNull @DurationMin @DurationMax(seconds = 10) @DefaultValue("100ms") Duration linger,
        @Min(0) @Max(5) @DefaultValue("0") int standbys,
        @NotNull @DurationMin(millis = 100) @DefaultValue("10s") Duration sessionTimeout,
        @NotNull @DurationMin(seconds = 2) @DurationMax(minutes = 15) @DefaultValue("10s")
                Duration transactionTimeout,
        @NotNull @DurationMin(millis = 1) @DefaultValue("20s") Duration closeTimeout,
        @DefaultValue("true") boolean exactlyOnce,
        @DefaultValue Map<String, String> overrides) {}
