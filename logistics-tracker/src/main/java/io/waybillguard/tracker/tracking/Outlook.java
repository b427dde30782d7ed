package io.waybillguard.tracker.tracking;

import io.waybillguard.events.parcel.ParcelClaim.ParcelClaimed;
import io.waybillguard.events.types.CourierCode;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.events.types.Region;
import io.waybillguard.tracker.stall.Filings;
import io.waybillguard.tracker.stall.OpenStall;
import java.time.Instant;
import java.util.Set;

/**
 * What is known beside a parcel itself.
 *
 * @param silent couriers whose feeds are suspect
 */
public record Outlook(Filings filings, Set<CourierCode> silent) {

    /** Nothing out of the ordinary. */
    public static final Outlook CLEAR = new Outlook(Filings.NONE, Set.of());

    public Outlook {
        silent = Set.copyOf(silent);
    }

    /** What stands against a stall of {@code parcel}, by whatever id the order claims it. */
    Caveat caveat(ParcelClaimed claim, ParcelId parcel, OpenStall stall) {
        CourierCode courier = parcel.courier();
        return new Caveat(
                silent.contains(courier),
                filings.excusing(courier, claim.shopId(), province(claim), stall));
    }

    /** The instant from which the parcel counts as shipped. */
    Instant shipBy(ParcelClaimed claim) {
        return filings.shipBy(
                claim.parcel().courier(), claim.shopId(), province(claim), claim.shippedAt());
    }

    static String province(ParcelClaimed claim) {
        Region destination = claim.destination();
        return destination == null ? "" : destination.province();
    }
}
