package io.waybillguard.tracker.tracking;

import io.waybillguard.events.parcel.ParcelClaim.ParcelClaimed;
import io.waybillguard.events.parcel.ParcelRole;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.ParcelId;
import java.time.Instant;

/**
 * What an order says of a parcel, and whether it still waits for it.
 *
 * @param awaited while it is, the order is told of stalls; of milestones it always is
 * @param caveat as it was last told with the open stall
 */
public record Claim(ParcelClaimed told, boolean awaited, Caveat caveat) {

    static Claim of(ParcelClaimed told) {
        return new Claim(told, true, Caveat.NONE);
    }

    OrderId order() {
        return told.orderId();
    }

    /** The id by which the order knows the parcel. */
    ParcelId under() {
        return told.parcel();
    }

    /** Whether it is the same order's claim by the same id. */
    boolean isSameAs(Claim other) {
        return order().equals(other.order()) && under().equals(other.under());
    }

    boolean isAfter(Instant instant) {
        return told.shippedAt().isAfter(instant);
    }

    boolean isDelivery() {
        return told.role() == ParcelRole.DELIVERY;
    }

    Claim settled() {
        return new Claim(told, false, Caveat.NONE);
    }

    /** With what was told to stand against the stall. */
    Claim with(Caveat now) {
        return new Claim(told, awaited, now);
    }

    /**
     * The claim after the order said something else. A parcel that the order sent stays one that it
     * sent: it may come back under the same number, and is then no other parcel.
     */
    Claim corrected(ParcelClaimed now) {
        boolean sent = now.role() == ParcelRole.DELIVERY;
        if (isDelivery()) {
            return sent ? new Claim(now, awaited, caveat) : this;
        }
        return new Claim(now, sent || awaited, caveat);
    }
}
