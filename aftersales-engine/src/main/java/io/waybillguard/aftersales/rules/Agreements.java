package io.waybillguard.aftersales.rules;

import io.waybillguard.events.types.CourierCode;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The interception agreements.
 *
 * @param editions the couriers of each, by its name as shops' policies say it
 * @param oncePerOrder couriers that stop one parcel of an order and no second
 */
public record Agreements(Map<String, Set<CourierCode>> editions, Set<CourierCode> oncePerOrder) {

    public static final Agreements DEFAULT =
            new Agreements(
                    Map.of(
                            "2023-06", couriers("ZTO", "YTO", "STO", "JT"),
                            "2024-02", couriers("ZTO", "YTO", "STO", "JT", "YUNDA", "SF", "JD")),
                    couriers("SF"));

    boolean covers(String edition, CourierCode courier) {
        return editions.getOrDefault(edition, Set.of()).contains(courier);
    }

    private static Set<CourierCode> couriers(String... codes) {
        Set<CourierCode> couriers = new TreeSet<>();
        for (String code : codes) {
            couriers.add(new CourierCode(code));
        }
        return java.util.Collections.unmodifiableSet(couriers);
    }
}
