package io.waybillguard.orders.access;

import io.waybillguard.events.types.ShopId;
import org.jspecify.annotations.Nullable;

/**
 * Whom a call speaks for.
 *
 * @param shop null for the platform
 */
public record Caller(@Nullable ShopId shop) {

    private static final String PLATFORM = "*";

    /** Of a grant's shop; {@code *} is the platform. */
    static Caller of(String shop) {
        return new Caller(shop.equals(PLATFORM) ? null : new ShopId(shop));
    }

    /** Whether what belongs to {@code owner} is there for this caller. */
    public boolean sees(ShopId owner) {
        return shop == null || shop.equals(owner);
    }

    /** Whether it speaks for the platform, and so for its buyers. */
    public boolean isPlatform() {
        return shop == null;
    }

    /** The shop that a list is about: a shop's own, whatever it asks for. */
    public @Nullable String listed(@Nullable String asked) {
        return shop == null ? asked : shop.value();
    }
}
