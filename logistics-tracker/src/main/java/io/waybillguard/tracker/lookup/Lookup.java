package io.waybillguard.tracker.lookup;

import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.tracker.stream.OrderParcels;
import io.waybillguard.tracker.stream.Parcels;
import io.waybillguard.tracker.stream.Sought;
import io.waybillguard.tracker.stream.Sought.Elsewhere;
import org.springframework.stereotype.Component;

/** Finds what this instance has, and asks the owner for what it has not. */
@Component
class Lookup {

    private final Parcels parcels;
    private final OrderParcels orders;
    private final OtherInstances others;

    Lookup(Parcels parcels, OrderParcels orders, OtherInstances others) {
        this.parcels = parcels;
        this.orders = orders;
        this.others = others;
    }

    /** The parcel, if this instance has it. */
    Sought<ParcelView> parcelHere(ParcelId id) {
        return parcels.find(id).map(ParcelView::of);
    }

    /** The parcel, whoever has it. */
    Sought<ParcelView> parcel(ParcelId id) {
        Sought<ParcelView> here = parcelHere(id);
        return here instanceof Elsewhere<ParcelView> owner ? others.parcel(owner, id) : here;
    }

    /** The order's parcels, if this instance has the order. */
    Sought<ShipmentsView> shipmentsHere(OrderId order) {
        return orders.find(order).map(ShipmentsView::of);
    }

    /** The order's parcels, whoever has the order. */
    Sought<ShipmentsView> shipments(OrderId order) {
        Sought<ShipmentsView> here = shipmentsHere(order);
        return here instanceof Elsewhere<ShipmentsView> owner
                ? others.shipments(owner, order)
                : here;
    }
}
