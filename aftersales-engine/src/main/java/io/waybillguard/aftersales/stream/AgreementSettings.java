package io.waybillguard.aftersales.stream;

import io.waybillguard.aftersales.rules.Agreements;
import io.waybillguard.events.types.CourierCode;
import jakarta.validation.constraints.AssertTrue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
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
 * @param from the day (Asia/Shanghai) from whose first instant on an edition holds, such as {@code
 *     2024-02-01}; an edition without one always does; default 2023-06-01 and 2024-02-01, where the
 *     editions are the default ones
 */
@Validated
@ConfigurationProperties("waybill.engine.agreements")
record AgreementSettings(
        @Nullable Map<String, Set<String>> editions,
        @Nullable Set<String> oncePerOrder,
        @Nullable Map<String, String> from) {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    @AssertTrue(message = "couriers are told by codes such as ZTO")
    boolean isOfCouriers() {
        try {
            couriers();
            couriers(oncePerOrder == null ? Set.of() : oncePerOrder);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @AssertTrue(message = "editions hold from days such as 2024-02-01")
    boolean isFromDays() {
        try {
            begins();
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    @AssertTrue(message = "a day is told of an edition that there is not")
    boolean isOfEditions() {
        return from == null
                || (editions == null ? Agreements.DEFAULT.editions().keySet() : editions.keySet())
                        .containsAll(from.keySet());
    }

    Agreements agreements() {
        return new Agreements(
                couriers(),
                oncePerOrder == null ? Agreements.DEFAULT.oncePerOrder() : couriers(oncePerOrder),
                begins());
    }

    private Map<String, Set<CourierCode>> couriers() {
        return editions == null ? Agreements.DEFAULT.editions() : couriers(editions);
    }

    private Map<String, Instant> begins() {
        Map<String, Instant> begins =
                new TreeMap<>(editions == null ? Agreements.DEFAULT.from() : Map.of());
        if (from != null) {
            from.forEach((edition, day) ->
                    begins.put(edition, LocalDate.parse(day).atStartOfDay(CHINA).toInstant()));
        }
        return begins;
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
