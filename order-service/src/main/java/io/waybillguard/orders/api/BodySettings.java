package io.waybillguard.orders.api;

import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Bodies.
 *
 * @param limit what a request may bring at most; default 512 KB, half of what the log takes
 */
@Validated
@ConfigurationProperties("waybill.orders.body")
record BodySettings(@NotNull @DefaultValue("512KB") DataSize limit) {}
