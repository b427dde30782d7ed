package io.waybillguard.tracker.lookup;

import io.waybillguard.kit.streams.Advertised;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How instances ask each other.
 *
 * @param advertised {@code host:port} under which the others reach this one's HTTP server; by
 *     default {@code server.address}, or the host's own address where that is a wildcard, and
 *     {@code server.port}
 * @param connectWithin default 500 ms, at most 10 s
 * @param answerWithin how long one answer may take; default 2 s, at most 1 min
 * @param orderWithin how long all parcels of an order may take together; default 5 s, at most 1 min
 * @param parallel of how many parcels of an order others are asked at a time; default 8, at most 64
 */
@Validated
@ConfigurationProperties("waybill.tracker.lookup")
public record LookupSettings(
        @NotNull @DefaultValue("") String advertised,
        @NotNull @DurationMin(millis = 1) @DurationMax(seconds = 10) @DefaultValue("500ms")
                Duration connectWithin,
        @NotNull @DurationMin(millis = 1) @DurationMax(minutes = 1) @DefaultValue("2s")
                Duration answerWithin,
        @NotNull @DurationMin(millis = 1) @DurationMax(minutes = 1) @DefaultValue("5s")
                Duration orderWithin,
        @Min(1) @Max(64) @DefaultValue("8") int parallel) {

    @AssertTrue(message = "advertised must be host:port")
    boolean isAdvertisedAnAddress() {
        try {
            return advertised.isBlank() || Advertised.of(advertised).port() > 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
