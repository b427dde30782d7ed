package io.waybillguard.orders.projection;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How the projection reads.
 *
 * @param batch records in one transaction at most; default 1000
 * @param fetch bytes asked of a broker at once; default 4 MB
 * @param retryEvery the wait before a batch that the database did not take is tried again, for
 *     ever; default 1 s
 * @param lagEvery how often the lag is looked at while nothing comes in; default 1 s
 */
@Validated
@ConfigurationProperties("waybill.orders.projection")
record ProjectionSettings(
        @Positive @DefaultValue("1000") int batch,
        @NotNull @DefaultValue("4MB") DataSize fetch,
        @NotNull @DefaultValue("1s") Duration retryEvery,
        @NotNull @DefaultValue("1s") Duration lagEvery) {}
