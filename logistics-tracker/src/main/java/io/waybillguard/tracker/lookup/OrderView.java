package io.waybillguard.tracker.lookup;

import io.waybillguard.events.parcel.ParcelRole;
import io.waybillguard.tracker.stream.Sought;
import io.waybillguard.tracker.stream.Sought.Elsewhere;
import io.waybillguard.tracker.stream.Sought.Found;
import io.waybillguard.tracker.stream.Sought.NotNow;
import io.waybillguard.tracker.stream.Sought.Unknown;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All parcels of an order.
 *
 * @param complete whether of each could be said where it stands
 */
record OrderView(String order, boolean complete, List<OrderParcel> parcels) {

    OrderView(String order, List<OrderParcel> parcels) {
        this(order, parcels.stream().noneMatch(parcel -> parcel.known() == Known.NOT_NOW), parcels);
    }

    /** What could be said of a parcel. */
    enum Known {
        YES,
        /** It was forgotten, or what the order says of it has not been read yet. */
        NO,
        /** Whoever has it does not answer: ask again. */
        NOT_NOW
    }

    /**
     * One of them.
     *
     * @param settled the order has ended and waits for it no longer
     * @param parcel null when nothing could be said
     * @param why nothing could be said; null when something could
     */
    record OrderParcel(
            String courier,
            String waybill,
            ParcelRole role,
            boolean settled,
            Known known,
            @Nullable ParcelView parcel,
            @Nullable String why) {

        static OrderParcel of(ShipmentsView.Shipment shipment, Sought<ParcelView> sought) {
            return switch (sought) {
                case Found<ParcelView>(var view) -> of(shipment, Known.YES, view, null);
                case Unknown<ParcelView> _ -> of(shipment, Known.NO, null, "no such parcel");
                case NotNow<ParcelView>(var why) -> of(shipment, Known.NOT_NOW, null, why);
                case Elsewhere<ParcelView> _ ->
                        of(shipment, Known.NOT_NOW, null, "another instance has it");
            };
        }

        private static OrderParcel of(
                ShipmentsView.Shipment shipment,
                Known known,
                @Nullable ParcelView view,
                @Nullable String why) {
            return new OrderParcel(
                    shipment.courier(),
                    shipment.waybill(),
                    shipment.role(),
                    shipment.settled(),
                    known,
                    view,
                    why);
        }
    }
}
