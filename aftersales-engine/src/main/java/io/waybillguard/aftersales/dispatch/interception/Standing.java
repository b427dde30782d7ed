package io.waybillguard.aftersales.dispatch.interception;

import io.waybillguard.events.interception.InterceptionResult;
import io.waybillguard.events.interception.InterceptionResult.InterceptionAccepted;
import io.waybillguard.events.interception.InterceptionResult.InterceptionFailed;
import io.waybillguard.events.interception.InterceptionResult.InterceptionSucceeded;
import io.waybillguard.events.types.CourierCode;
import io.waybillguard.events.types.InterceptionId;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.ParcelId;
import java.time.Instant;

/** Where an interception stands, in the courier's words. */
sealed interface Standing {

    /** The courier will try. */
    record Accepted() implements Standing {}

    /** The parcel is stopped. */
    record Succeeded() implements Standing {}

    /** It will not be stopped. */
    record Failed(String reason) implements Standing {}

    /**
     * As an event.
     *
     * @throws IllegalArgumentException when one of the texts cannot be what it is given as
     */
    default InterceptionResult of(
            String request, String order, String courier, String waybill, Instant at) {
        return of(
                new InterceptionId(request),
                new OrderId(order),
                new ParcelId(new CourierCode(courier), waybill),
                at);
    }

    /** As an event. */
    default InterceptionResult of(InterceptionId id, OrderId order, ParcelId parcel, Instant at) {
        return switch (this) {
            case Accepted _ -> new InterceptionAccepted(id, id.refund(), order, parcel, at);
            case Succeeded _ -> new InterceptionSucceeded(id, id.refund(), order, parcel, at);
            case Failed(var reason) ->
                    new InterceptionFailed(id, id.refund(), order, parcel, reason, at);
        };
    }
}
