package io.waybillguard.aftersales.allowance;

import io.waybillguard.events.allowance.DayCap;
import io.waybillguard.events.types.Money;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What rules alone may pay in one day.
 *
 * @param shop of one shop, inclusive; null where that is not capped
 * @param buyer to one buyer, whatever the shop, inclusive; null where that is not capped
 * @param zone in which a day begins
 */
public record DayCaps(@Nullable Money shop, @Nullable Money buyer, ZoneId zone) {

    /** The cap of whose day it is; null where there is none. */
    public @Nullable Money of(DayCap whose) {
        return switch (whose) {
            case SHOP -> shop;
            case BUYER -> buyer;
        };
    }

    /** Whose days need to be asked. */
    public Set<DayCap> capped() {
        Set<DayCap> capped = EnumSet.allOf(DayCap.class);
        capped.removeIf(whose -> of(whose) == null);
        return Collections.unmodifiableSet(capped);
    }

    /** The first instant of the day of {@code at}. */
    public Instant day(Instant at) {
        return at.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
    }
}
