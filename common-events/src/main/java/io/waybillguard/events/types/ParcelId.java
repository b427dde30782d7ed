package io.waybillguard.events.types;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A parcel: a courier and its waybill number (运单). Topics about parcels are keyed by the waybill
 * number alone.
 *
 * @param waybill 1 to 40 letters, digits and {@code -}; lower case is raised
 * @throws IllegalArgumentException for any other text
 */
public record ParcelId(CourierCode courier, String waybill) implements Comparable<ParcelId> {

    private static final int LONGEST_WAYBILL = 40;

    public ParcelId {
        Checks.required("courier", courier);
        waybill = normalised(waybill);
    }

    /** The parcel of {@code courier} (any case) and {@code waybill}. */
    public static ParcelId of(String courier, String waybill) {
        return new ParcelId(new CourierCode(courier), waybill);
    }

    private static String normalised(@Nullable String waybill) {
        String upper = Checks.required("waybill", waybill).strip().toUpperCase(Locale.ROOT);
        if (!Checks.isMadeOf(upper, LONGEST_WAYBILL, Checks::isUpperCase)) {
            throw new IllegalArgumentException("waybill must be 1 to 40 letters, digits and -");
        }
        return upper;
    }

    @Override
    public int compareTo(ParcelId other) {
        int byWaybill = waybill.compareTo(other.waybill);
        return byWaybill != 0 ? byWaybill : courier.compareTo(other.courier);
    }

    /** For people and logs: {@code ZTO/73558767}. */
    @Override
    public String toString() {
        return courier + "/" + waybill;
    }
}
