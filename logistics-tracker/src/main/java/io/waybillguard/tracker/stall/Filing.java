package io.waybillguard.tracker.stall;

import io.waybillguard.events.policy.FilingStatus;
import io.waybillguard.events.policy.ForceMajeureEvent.ForceMajeureSet;
import io.waybillguard.events.types.CourierCode;
import io.waybillguard.events.types.FilingId;
import io.waybillguard.events.types.ShopId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An approved force majeure filing (报备): which parcels it is for, and when.
 *
 * @param shop null when it is for all shops
 * @param provinces destinations, by their short names; empty: all
 * @param couriers empty: all
 * @param from inclusive
 * @param until exclusive
 * @param latestShipAt takes the place of the promised ship instant; null: it does not
 */
public record Filing(
        FilingId id,
        @Nullable ShopId shop,
        Set<String> provinces,
        Set<CourierCode> couriers,
        Instant from,
        Instant until,
        @Nullable Instant latestShipAt) {

    static @Nullable Filing of(ForceMajeureSet set) {
        return set.status() == FilingStatus.APPROVED
                ? new Filing(
                        set.filingId(),
                        set.shopId(),
                        set.provinces(),
                        set.couriers(),
                        set.from(),
                        set.until(),
                        set.latestShipAt())
                : null;
    }

    /** Whether it is for such a parcel, whenever. */
    private boolean isFor(CourierCode courier, ShopId of, String province) {
        return (shop == null || shop.equals(of))
                && (couriers.isEmpty() || couriers.contains(courier))
                && (provinces.isEmpty() || provinces.contains(province));
    }

    /**
     * Whether it excuses a parcel silent from {@code since}, of which the stall came at the last.
     */
    boolean excuses(
            CourierCode courier, ShopId of, String province, Instant since, Instant deadline) {
        return isFor(courier, of, province) && since.isBefore(until) && !deadline.isBefore(from);
    }

    /** The instant in the place of the promised one; null where it does not put it off. */
    @Nullable Instant putOff(CourierCode courier, ShopId of, String province, Instant promised) {
        Instant latest = latestShipAt;
        return latest != null
                        && latest.isAfter(promised)
                        && excuses(courier, of, province, promised, latest)
                ? latest
                : null;
    }
}
