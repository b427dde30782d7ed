package io.waybillguard.tracker.tracking;

import io.waybillguard.events.parcel.ParcelClaim.ParcelClaimed;
import io.waybillguard.events.parcel.ParcelRole;
import io.waybillguard.events.types.OrderId;

/**
 * What an order says of a parcel, and whether it still waits for it.
 *
 * @param awaited while it is, the order is told of stalls; of milestones it always is
 */
public record Claim(ParcelClaimed told, boolean awaited) {

    OrderId order() {
        return told.orderId();
    }

    boolean isDelivery() {
        return told.role() == ParcelRole.DELIVERY;
    }

    Claim settled() {
        return new Claim(told, false);
    }

    /**
     * The claim after the order said something else. A parcel that the order sent stays one that it
     * sent: it may come back under the same number, and is then no other parcel.
     */
    Claim corrected(ParcelClaimed now) {
        boolean sent = now.role() == ParcelRole.DELIVERY;
        if (isDelivery()) {
            return sent ? new Claim(now, awaited) : this;
        }
        return new Claim(now, sent || awaited);
    }
}
