package io.waybillguard.tracker.stream;

import io.waybillguard.events.parcel.ParcelRole;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.tracker.tracking.Shipments;
import io.waybillguard.tracker.tracking.Shipments.Shipment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * An order's parcels as they are stored. Version 1 held only deliveries that the order waits for;
 * version 2 says of each what it is and whether it is settled.
 */
final class ShipmentCodec {

    private static final int VERSION = 2;
    private static final int FIRST = 1;
    private static final int SETTLED = 0x80;

    private ShipmentCodec() {}

    /**
     * What is stored of an order.
     *
     * @param at when it was last changed
     */
    record Stored(Shipments shipments, Instant at) {}

    static byte[] write(Stored stored) {
        CompactOutput out = new CompactOutput();
        out.octet(VERSION);
        out.instant(stored.at());
        out.number(stored.shipments().all().size());
        for (Shipment shipment : stored.shipments().all()) {
            out.text(shipment.parcel().courier().value());
            out.text(shipment.parcel().waybill());
            out.octet(
                    StoreCodes.ROLES.codeOf(shipment.role()) | (shipment.settled() ? SETTLED : 0));
        }
        return out.toBytes();
    }

    /**
     * Reads what any version wrote.
     *
     * @throws IllegalStateException for an unknown version
     */
    static Stored read(byte[] bytes) {
        CompactInput in = new CompactInput(bytes);
        int version = in.octet();
        if (version != VERSION && version != FIRST) {
            throw new IllegalStateException("stored shipments have the unknown version " + version);
        }
        Instant at = in.instant();
        List<Shipment> shipments = new ArrayList<>();
        for (int left = in.count(); left > 0; left--) {
            ParcelId parcel = ParcelId.of(in.text(), in.text());
            shipments.add(
                    version == FIRST
                            ? new Shipment(parcel, ParcelRole.DELIVERY, false)
                            : shipment(parcel, in.octet()));
        }
        return new Stored(new Shipments(shipments), at);
    }

    private static Shipment shipment(ParcelId parcel, int told) {
        return new Shipment(
                parcel, StoreCodes.ROLES.required(told & ~SETTLED & 0xff), (told & SETTLED) != 0);
    }
}
