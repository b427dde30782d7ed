package io.waybillguard.tracker.stream;

import io.waybillguard.events.types.OrderId;
import io.waybillguard.tracker.tracking.Shipments;

/** Which parcels an order has, of the orders that this instance has. */
public final class OrderParcels {

    private final OwnedStores stores;

    OrderParcels(OwnedStores stores) {
        this.stores = stores;
    }

    /** The order's parcels, as far as it is processed. */
    public Sought<Shipments> find(OrderId order) {
        return stores.seek(ShipmentStore.NAME, ShipmentStore.keyOf(order), order.value())
                .map(bytes -> ShipmentCodec.read(bytes).shipments());
    }
}
