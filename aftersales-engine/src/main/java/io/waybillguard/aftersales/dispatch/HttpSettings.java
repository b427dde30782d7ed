package io.waybillguard.aftersales.dispatch;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What all calls to the outside world share. How long an answer may take is set per party: {@code
 * resilience4j.timelimiter.configs}.
 *
 * @param connectTimeout how long a connection may take; default 2 s
 */
@Validated
@ConfigurationProperties("waybill.engine.http")
public record HttpSettings(@NotNull @DefaultValue("2s") Duration connectTimeout) {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    @AssertTrue(message = "the time for a connection must be positive")
    boolean isPatient() {
        return connectTimeout.isPositive();
    }

    /** Whether somebody can be called there. */
    public static boolean isAddress(@Nullable URI url) {
        return url == null || (url.getHost() != null && SCHEMES.contains(url.getScheme()));
    }
}
