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
import io.waybillguard.events.parcel.ParcelRole;
import io.waybillguard.events.refund.AftersalesRequest;
import io.waybillguard.events.refund.AftersalesRequest.MerchantAgreed;
import io.waybillguard.events.refund.AftersalesRequest.MerchantRefused;
import io.waybillguard.events.refund.AftersalesRequest.RefundRequested;
import io.waybillguard.events.refund.AftersalesRequest.RefundWithdrawn;
import io.waybillguard.events.refund.AftersalesRequest.ReturnConfirmed;
import io.waybillguard.events.refund.AftersalesRequest.ReturnWaybillGiven;
import io.waybillguard.events.types.Region;
import java.util.Optional;

/** What orders and returns say about parcels. */
public final class Claims {

    /** The destination of a parcel that nobody told one of: a return goes to the shop. */
    private static final Region UNKNOWN = Region.of("-");

    private Claims() {}

    /** The claim or release in an order's event; most say nothing about a parcel. */
    public static Optional<ParcelClaim> in(OrderEvent event) {
        return switch (event) {
            case OrderShipped shipped -> Optional.of(delivery(shipped));
            case ShipmentCancelled(var order, var parcel, var at) ->
                    Optional.of(new ParcelReleased(parcel, order, at));
            case OrderPlaced _, OrderPaid _, OrderReceived _, OrderClosed _ -> Optional.empty();
        };
    }

    /** The claim in an after-sales request; most say nothing about a parcel. */
    public static Optional<ParcelClaim> in(AftersalesRequest request) {
        return switch (request) {
            case ReturnWaybillGiven given -> Optional.of(returned(given));
            case RefundRequested _,
                    RefundWithdrawn _,
                    MerchantAgreed _,
                    MerchantRefused _,
                    ReturnConfirmed _ ->
                    Optional.empty();
        };
    }

    static boolean isKnown(Region destination) {
        return !destination.equals(UNKNOWN);
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

    private static ParcelClaimed returned(ReturnWaybillGiven given) {
        return new ParcelClaimed(
                given.parcel(),
                given.orderId(),
                given.shopId(),
                given.buyerId(),
                ParcelRole.RETURN,
                "",
                "",
                UNKNOWN,
                given.at());
    }
}
