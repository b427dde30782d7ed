package io.waybillguard.aftersales.access;

import io.waybillguard.events.types.ShopId;
import org.jspecify.annotations.Nullable;

/**
 * Whom a call speaks for.
 *
 * @param shop null for the platform
 */
public record Caller(@Nullable ShopId shop) {

    private static final String PLATFORM = "*";

    /** The request's attribute that holds it. */
    public static final String ATTRIBUTE = "waybill.caller";

    /** Of a grant's shop; {@code *} is the platform. */
    static Caller of(String shop) {
        return new Caller(shop.equals(PLATFORM) ? null : new ShopId(shop));
    }

    /** Whether what belongs to {@code owner} is there for this caller. */
    public boolean sees(ShopId owner) {
        return shop == null || shop.equals(owner);
    }
}
