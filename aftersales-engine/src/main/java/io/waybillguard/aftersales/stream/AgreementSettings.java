package io.waybillguard.aftersales.stream;

import io.waybillguard.aftersales.rules.Agreements;
import io.waybillguard.events.types.CourierCode;
import jakarta.validation.constraints.AssertTrue;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The interception agreements that shops sign.
 *
 * @param editions the couriers of each edition; default 2023-06 with ZTO, YTO, STO and JT, and
 *     2024-02 with those and YUNDA, SF and JD
 * @param oncePerOrder couriers that stop one parcel an order; default SF
 */
@Validated
@ConfigurationProperties("waybill.engine.agreements")
record AgreementSettings(
        @Nullable Map<String, Set<String>> editions, @Nullable Set<String> oncePerOrder) {

    @AssertTrue(message = "couriers are told by codes such as ZTO")
    boolean isOfCouriers() {
        try {
            agreements();
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    Agreements agreements() {
        return new Agreements(
                editions == null ? Agreements.DEFAULT.editions() : couriers(editions),
                oncePerOrder == null ? Agreements.DEFAULT.oncePerOrder() : couriers(oncePerOrder));
    }

    private static Map<String, Set<CourierCode>> couriers(Map<String, Set<String>> codes) {
        Map<String, Set<CourierCode>> couriers = new TreeMap<>();
        codes.forEach((edition, of) -> couriers.put(edition, couriers(of)));
        return couriers;
    }

    private static Set<CourierCode> couriers(Collection<String> codes) {
        Set<CourierCode> couriers = new TreeSet<>();
        codes.forEach(code -> couriers.add(new CourierCode(code)));
        return couriers;
    }
}
