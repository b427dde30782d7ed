package io.waybillguard.aftersales.refund;

import io.waybillguard.events.policy.ShopPolicy;
import io.waybillguard.events.types.ShopId;

/** Shops' policies as they hold now. */
@FunctionalInterface
public interface Policies {

    /** The shop's policy; {@link ShopPolicy#none} where it set none. */
    ShopPolicy of(ShopId shop);
}
