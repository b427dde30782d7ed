package io.waybillguard.tracker.tracking;

import io.waybillguard.events.order.OrderEvent;
import io.waybillguard.events.order.OrderEvent.OrderClosed;
import io.waybillguard.events.order.OrderEvent.OrderPaid;
import io.waybillguard.events.order.OrderEvent.OrderPlaced;
import io.waybillguard.events.order.OrderEvent.OrderReceived;
import io.waybillguard.events.order.OrderEvent.OrderShipped;
import io.waybillguard.events.order.OrderEvent.ShipmentCancelled;
import io.waybillguard.events.parcel.ParcelClaim;
import io.waybillguard.events.parcel.ParcelClaim.ParcelClaimed;
import io.waybillguard.events.parcel.ParcelClaim.ParcelReleased;
import io.waybillguard.events.parcel.ParcelClaim.ParcelSettled;
import io.waybillguard.events.parcel.ParcelRole;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.ParcelId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The parcels that one order has sent and waits for: the order's end names none of them.
 *
 * @param parcels at most {@value #MOST}; of more the order is told until they are forgotten
 */
public record Shipments(Set<ParcelId> parcels) {

    /** Of an order that sent nothing. */
    public static final Shipments NONE = new Shipments(Set.of());

    private static final int MOST = 1000;

    public Shipments {
        parcels = Set.copyOf(parcels);
    }

    /**
     * What an order's event did.
     *
     * @param claims what it says about parcels
     */
    public record Step(Shipments after, List<ParcelClaim> claims) {}

    /** Takes the order's next event. */
    public Step on(OrderEvent event) {
        return switch (event) {
            case OrderShipped shipped ->
                    new Step(with(shipped.parcel()), List.of(delivery(shipped)));
            case ShipmentCancelled(var order, var parcel, var at) ->
                    new Step(without(parcel), List.of(new ParcelReleased(parcel, order, at)));
            case OrderReceived(var order, var at) -> settled(order, at);
            case OrderClosed(var order, _, var at) -> settled(order, at);
            case OrderPlaced _, OrderPaid _ -> new Step(this, List.of());
        };
    }

    private Step settled(OrderId order, Instant at) {
        return new Step(
                NONE,
                parcels.stream()
                        .sorted()
                        .<ParcelClaim>map(parcel -> new ParcelSettled(parcel, order, at))
                        .toList());
    }

    private Shipments with(ParcelId parcel) {
        if (parcels.size() >= MOST) {
            return this;
        }
        Set<ParcelId> more = new TreeSet<>(parcels);
        more.add(parcel);
        return new Shipments(more);
    }

    private Shipments without(ParcelId parcel) {
        Set<ParcelId> fewer = new TreeSet<>(parcels);
        fewer.remove(parcel);
        return new Shipments(fewer);
    }

    private static ParcelClaimed delivery(OrderShipped shipped) {
        return new ParcelClaimed(
                shipped.parcel(),
                shipped.orderId(),
                shipped.shopId(),
                shipped.buyerId(),
                ParcelRole.DELIVERY,
                shipped.platform(),
                shipped.service(),
                shipped.destination(),
                shipped.at());
    }
}
