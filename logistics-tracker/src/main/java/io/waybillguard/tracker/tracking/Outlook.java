package io.waybillguard.tracker.tracking;

import io.waybillguard.events.parcel.LearnedSilence;
import io.waybillguard.events.parcel.ParcelClaim.ParcelClaimed;
import io.waybillguard.events.parcel.Stage;
import io.waybillguard.events.types.CourierCode;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.events.types.Region;
import io.waybillguard.tracker.parcel.Provinces;
import io.waybillguard.tracker.stall.Filings;
import io.waybillguard.tracker.stall.OpenStall;
import io.waybillguard.tracker.stall.UsualSilences;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What is known beside a parcel itself.
 *
 * @param silent couriers whose feeds are suspect
 * @param usual what was learned of silences
 */
public record Outlook(Filings filings, Set<CourierCode> silent, UsualSilences usual) {

    /** Nothing out of the ordinary. */
    public static final Outlook CLEAR = new Outlook(Filings.NONE, Set.of());

    public Outlook {
        silent = Set.copyOf(silent);
    }

    /** Without anything learned. */
    public Outlook(Filings filings, Set<CourierCode> silent) {
        this(filings, silent, UsualSilences.UNKNOWN);
    }

    /** What is known of a parcel's silence at a stage. */
    List<LearnedSilence> usual(Parcel parcel, ParcelClaimed claim, Stage stage) {
        return usual.equals(UsualSilences.UNKNOWN)
                ? List.of()
                : usual.of(
                        parcel.id().courier(),
                        Provinces.origin(parcel.history()),
                        province(claim),
                        stage);
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
