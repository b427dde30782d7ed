package io.waybillguard.orders.command;

import io.waybillguard.orders.order.ShippingWindow;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How commands are carried out.
 *
 * @param readYourWrite how long an answer waits for the projection; default 3 s
 * @param shippedAhead how far in the future a shipment may be, for clocks that differ; default 5
 *     min
 * @param shippedBehind how long ago a shipment told now may have been; default 180 days
 * @param turnWithin how long a command waits for others about the same thing; default 5 s
 * @param publishWithin how long the log may take; default 35 s, over the producer's own limit
 */
@Validated
@ConfigurationProperties("waybill.orders")
record CommandSettings(
        @NotNull @DefaultValue("3s") Duration readYourWrite,
        @NotNull @DefaultValue("5m") Duration shippedAhead,
        @NotNull @DefaultValue("180d") Duration shippedBehind,
        @NotNull @DefaultValue("5s") Duration turnWithin,
        @NotNull @DefaultValue("35s") Duration publishWithin) {

    ShippingWindow shipping() {
        return new ShippingWindow(shippedBehind, shippedAhead);
    }
}
