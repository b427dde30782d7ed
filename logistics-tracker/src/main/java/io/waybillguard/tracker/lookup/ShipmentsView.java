package io.waybillguard.tracker.lookup;

import io.waybillguard.events.parcel.ParcelRole;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.tracker.tracking.Shipments;
import java.util.List;

/** An order's parcels, as one instance tells them to another. */
record ShipmentsView(List<Shipment> shipments) {

    /**
     * One of them.
     *
     * @param settled the order waits for it no longer
     */
    record Shipment(String courier, String waybill, ParcelRole role, boolean settled) {

        ParcelId parcel() {
            return ParcelId.of(courier, waybill);
        }
    }

    static ShipmentsView of(Shipments shipments) {
        return new ShipmentsView(
                shipments.all().stream()
                        .map(shipment ->
                                new Shipment(
                                        shipment.parcel().courier().value(),
                                        shipment.parcel().waybill(),
                                        shipment.role(),
                                        shipment.settled()))
                        .toList());
    }
}
