package io.waybillguard.orders.postgres;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The embedded PostgreSQL; used only where {@code spring.datasource.url} is empty.
 *
 * @param postgresDir where its data stay between runs; default {@code postgres} in the working
 *     directory. It may be deleted while the service is down: the projection is read again
 * @param postgresStartWithin default 60 s
 */
@Validated
@ConfigurationProperties("waybill.orders")
record PostgresSettings(
        @NotNull @DefaultValue("postgres") Path postgresDir,
        @NotNull @DefaultValue("60s") Duration postgresStartWithin) {}
