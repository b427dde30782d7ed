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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The parcels of one order, there and back. The order's end names none of them: those it waited for
 * are settled by it, and stay known.
 *
 * @param all in the order of their ids, each once, at most {@value #MOST}; of more the order is
 *     told until they are forgotten
 */
public record Shipments(List<Shipment> all) {

    /** Of an order that sent nothing. */
    public static final Shipments NONE = new Shipments(List.of());

    private static final int MOST = 1000;

    /**
     * A parcel of the order.
     *
     * @param settled the order has ended and waits for it no longer; never so of a return
     */
    public record Shipment(ParcelId parcel, ParcelRole role, boolean settled) {

        private boolean isAwaitedDelivery() {
            return role == ParcelRole.DELIVERY && !settled;
        }

        private Shipment ended() {
            return new Shipment(parcel, role, true);
        }
    }

    public Shipments {
        all = all.stream().sorted(Comparator.comparing(Shipment::parcel)).toList();
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
                    new Step(sent(shipped.parcel()), List.of(delivery(shipped)));
            case ShipmentCancelled(var order, var parcel, var at) ->
                    new Step(cancelled(parcel), List.of(new ParcelReleased(parcel, order, at)));
            case OrderReceived(var order, var at) -> settled(order, at);
            case OrderClosed(var order, _, var at) -> settled(order, at);
            case OrderPlaced _, OrderPaid _ -> new Step(this, List.of());
        };
    }

    /** With a parcel that goes out. One that is known to is not waited for again after the end. */
    private Shipments sent(ParcelId parcel) {
        Shipment delivery = new Shipment(parcel, ParcelRole.DELIVERY, false);
        return all.contains(delivery) || all.contains(delivery.ended()) ? this : with(delivery);
    }

    /** With a parcel that comes back. One that comes back as it was sent is no other parcel. */
    public Shipments returned(ParcelId parcel) {
        return isKnown(parcel) ? this : with(new Shipment(parcel, ParcelRole.RETURN, false));
    }

    /** Whether any of them is still waited for. */
    boolean isAwaiting() {
        return all.stream().anyMatch(shipment -> !shipment.settled());
    }

    private boolean isKnown(ParcelId parcel) {
        return all.stream().anyMatch(shipment -> shipment.parcel().equals(parcel));
    }

    private Step settled(OrderId order, Instant at) {
        List<Shipment> after =
                all.stream()
                        .map(shipment -> shipment.isAwaitedDelivery() ? shipment.ended() : shipment)
                        .toList();
        return new Step(
                new Shipments(after),
                all.stream()
                        .filter(Shipment::isAwaitedDelivery)
                        .<ParcelClaim>map(
                                shipment -> new ParcelSettled(shipment.parcel(), order, at))
                        .toList());
    }

    /** In the place of what is known of the parcel; where there is no room, for a settled one. */
    private Shipments with(Shipment shipment) {
        List<Shipment> more = new ArrayList<>(all);
        more.removeIf(known -> known.parcel().equals(shipment.parcel()));
        if (more.size() >= MOST) {
            int settled = firstSettled(more);
            if (settled < 0) {
                return this;
            }
            more.remove(settled);
        }
        more.add(shipment);
        return new Shipments(more);
    }

    private static int firstSettled(List<Shipment> shipments) {
        for (int i = 0; i < shipments.size(); i++) {
            if (shipments.get(i).settled()) {
                return i;
            }
        }
        return -1;
    }

    /** One that comes back is not cancelled by its sender. */
    private Shipments cancelled(ParcelId parcel) {
        return new Shipments(
                all.stream()
                        .filter(shipment ->
                                shipment.role() == ParcelRole.RETURN
                                        || !shipment.parcel().equals(parcel))
                        .toList());
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
