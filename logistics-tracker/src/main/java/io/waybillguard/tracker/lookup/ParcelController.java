package io.waybillguard.tracker.lookup;

import static io.waybillguard.tracker.lookup.OtherInstances.FORWARDED;

import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.ParcelId;
import java.util.function.Supplier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What is known of one parcel, or of all of an order. Any instance answers for all: 400 for what is
 * no id, 404 for what is not known, 503 with Retry-After while its owner cannot be asked. What
 * another instance asks for is answered from the own stores or not at all.
 */
@RestController
class ParcelController {

    private final Lookup lookup;
    private final OrderLookup orders;

    ParcelController(Lookup lookup, OrderLookup orders) {
        this.lookup = lookup;
        this.orders = orders;
    }

    @GetMapping(path = "/parcels/{courier}/{waybill}", headers = "!" + FORWARDED)
    ParcelView parcel(@PathVariable String courier, @PathVariable String waybill) {
        ParcelId id = valid(() -> ParcelId.of(courier, waybill));
        return Refusal.unlessFound(lookup.parcel(id), "no such parcel");
    }

    @GetMapping(path = "/parcels/{courier}/{waybill}", headers = FORWARDED)
    ParcelView parcelHere(@PathVariable String courier, @PathVariable String waybill) {
        ParcelId id = valid(() -> ParcelId.of(courier, waybill));
        return Refusal.unlessFound(lookup.parcelHere(id), "no such parcel");
    }

    /** Deliveries and returns, also of an order that has ended. */
    @GetMapping("/parcels")
    OrderView order(@RequestParam String order) {
        OrderId id = valid(() -> new OrderId(order));
        return Refusal.unlessFound(orders.order(id), "no parcel of such an order is known");
    }

    /** For other instances only. */
    @GetMapping(path = "/shipments", headers = FORWARDED)
    ShipmentsView shipmentsHere(@RequestParam String order) {
        OrderId id = valid(() -> new OrderId(order));
        return Refusal.unlessFound(lookup.shipmentsHere(id), "no parcel of such an order is known");
    }

    private static <T> T valid(Supplier<T> id) {
        try {
            return id.get();
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid(e);
        }
    }
}
