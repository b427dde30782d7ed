package io.waybillguard.aftersales.dispatch;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
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
record HttpSettings(@NotNull @DefaultValue("2s") Duration connectTimeout) {}
