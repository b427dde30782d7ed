package io.waybillguard.aftersales.order;

import io.waybillguard.events.types.BuyerId;
import io.waybillguard.events.types.ShopId;

/** Who sold and who bought. */
public record Party(ShopId shop, BuyerId buyer) {

    /** Stands in events about an order that nobody ever told of. */
    public static final Party UNKNOWN = new Party(new ShopId("unknown"), new BuyerId("unknown"));
}
