package io.waybillguard.aftersales.rules;

import io.waybillguard.events.types.CourierCode;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The interception agreements.
 *
 * @param editions the couriers of each, by its name as shops' policies say it
 * @param oncePerOrder couriers that stop one parcel of an order and no second
 * @param from the instant from which an edition holds, inclusive; one that is not named always did
 */
public record Agreements(
        Map<String, Set<CourierCode>> editions,
        Set<CourierCode> oncePerOrder,
        Map<String, Instant> from) {

    public static final Agreements DEFAULT =
            new Agreements(
                    Map.of(
                            "2023-06", couriers("ZTO", "YTO", "STO", "JT"),
                            "2024-02", couriers("ZTO", "YTO", "STO", "JT", "YUNDA", "SF", "JD")),
                    couriers("SF"),
                    Map.of(
                            "2023-06", Instant.parse("2023-05-31T16:00:00Z"),
                            "2024-02", Instant.parse("2024-01-31T16:00:00Z")));

    boolean covers(String edition, CourierCode courier) {
        return editions.getOrDefault(edition, Set.of()).contains(courier);
    }

    /** When the edition begins; the beginning of time where it always held. */
    Instant begins(String edition) {
        return from.getOrDefault(edition, Instant.MIN);
    }

    private static Set<CourierCode> couriers(String... codes) {
        Set<CourierCode> couriers = new TreeSet<>();
        for (String code : codes) {
            couriers.add(new CourierCode(code));
        }
        return java.util.Collections.unmodifiableSet(couriers);
    }
}
