package io.waybillguard.orders.order;

import io.waybillguard.events.order.CloseReason;
import io.waybillguard.events.order.OrderEvent.OrderPlaced;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.events.types.ShopId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as a command finds it.
 *
 * @param paid null until it is paid
 * @param closed null while it is not closed
 * @param shipments all that were ever told, those on their way back left out
 */
public record KnownOrder(
        OrderPlaced placed,
        @Nullable Money paid,
        boolean received,
        @Nullable CloseReason closed,
        List<KnownShipment> shipments) {

    public ShopId shopId() {
        return placed.shopId();
    }

    /** The shipment of {@code parcel}, or null where none was told. */
    @Nullable KnownShipment shipment(ParcelId parcel) {
        return shipments.stream()
                .filter(shipment -> shipment.parcel().equals(parcel))
                .findFirst()
                .orElse(null);
    }

    /** Whether a parcel was shipped and not cancelled. */
    boolean isShipped() {
        return shipments.stream().anyMatch(shipment -> !shipment.cancelled());
    }
}
