package io.waybillguard.orders.order;

import io.waybillguard.events.types.ParcelId;
import java.time.Instant;

/** One parcel of an order, as the shop told of it. */
public record KnownShipment(
        ParcelId parcel,
        String service,
        boolean platformWaybill,
        Instant shippedAt,
        boolean cancelled) {}
