package io.waybillguard.aftersales.dispatch.interception;

import io.waybillguard.events.interception.InterceptionResult;
import io.waybillguard.events.json.EventJson;
import io.waybillguard.events.types.CourierCode;
import io.waybillguard.events.types.InterceptionId;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.ParcelId;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/** What a callback says, once its signature is known to be good. */
final class Callback {

    private Callback() {}

    /**
     * The result in {@code body}; empty when it is none.
     *
     * @param courier as the path says
     * @param now when it came: the result's time where the courier tells none
     */
    static Optional<InterceptionResult> read(String courier, byte[] body, Instant now) {
        try {
            InterceptionDocument document =
                    EventJson.mapper().readValue(body, InterceptionDocument.class);
            return document == null ? Optional.empty() : result(courier, document, now);
        } catch (JacksonException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<InterceptionResult> result(
            String courier, InterceptionDocument document, Instant now) {
        String requestId = document.requestId();
        String orderId = document.orderId();
        String waybill = document.waybill();
        if (requestId == null || orderId == null || waybill == null) {
            return Optional.empty();
        }
        ParcelId parcel = new ParcelId(new CourierCode(courier), waybill);
        Instant since = document.since();
        Instant at = since == null ? now : since;
        return document.standing()
                .map(standing ->
                        standing.of(
                                new InterceptionId(requestId), new OrderId(orderId), parcel, at));
    }
}
