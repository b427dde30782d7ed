package io.waybillguard.aftersales.allowance;

import io.waybillguard.events.allowance.DayCap;
import io.waybillguard.events.types.Money;
import java.time.Instant;
import java.time.ZoneId;

/**
 * What rules alone may pay in one day.
 *
 * @param shop of one shop, inclusive
 * @param buyer to one buyer, whatever the shop, inclusive
 * @param zone in which a day begins
 */
public record DayCaps(Money shop, Money buyer, ZoneId zone) {

    /** The cap of whose day it is. */
    public Money of(DayCap whose) {
        return switch (whose) {
            case SHOP -> shop;
            case BUYER -> buyer;
        };
    }

    /** The first instant of the day of {@code at}. */
    public Instant day(Instant at) {
        return at.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
    }
}
