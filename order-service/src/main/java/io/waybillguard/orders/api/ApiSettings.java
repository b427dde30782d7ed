package io.waybillguard.orders.api;

import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Lists.
 *
 * @param size items on a page where none is asked for; default 50
 * @param maxSize items on a page at most; more is refused; default 200
 * @param maxItems how deep a list can be paged into; default 100,000
 */
@Validated
@ConfigurationProperties("waybill.orders.page")
record ApiSettings(
        @Positive @DefaultValue("50") int size,
        @Positive @DefaultValue("200") int maxSize,
        @Positive @DefaultValue("100000") int maxItems) {}
