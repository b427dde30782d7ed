package io.waybillguard.aftersales.access;

import io.waybillguard.events.types.ShopId;
import org.jspecify.annotations.Nullable;

/**
 * Whom a call speaks for.
 *
 * @param shop null for the platform
 */
public record Caller(@Nullable ShopId shop) {

    /** The request's attribute that holds it. */
    public static final String ATTRIBUTE = "waybill.caller";

    /** Whether what belongs to {@code owner} is there for this caller. */
    public boolean sees(ShopId owner) {
        return shop == null || shop.equals(owner);
    }
}
