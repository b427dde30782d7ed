package io.waybillguard.orders.command;

import static io.waybillguard.orders.order.RefusalCode.SHOP_UNKNOWN;

import io.waybillguard.events.policy.ShopPolicy;
import io.waybillguard.events.topics.Topics;
import io.waybillguard.events.types.ShopId;
import io.waybillguard.orders.access.Caller;
import io.waybillguard.orders.order.PolicyCommands;
import io.waybillguard.orders.query.Known;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes and shows shops' policies. */
@Component
public class PolicyDesk {
    private final Known known;
    private final Saying saying;
    private final Turns turns;
    private final OrderDesk orders;

    PolicyDesk(Known known, Saying saying, Turns turns, OrderDesk orders) {
        this.known = known;
        this.saying = saying;
        this.turns = turns;
        this.orders = orders;
    }

    /**
     * Sets the whole policy.
     *
     * @param version null: the next
     */
    public Done set(Caller caller, ShopPolicy asked, @Nullable Integer version) {
        requireShop(caller, asked.shopId());
        return turns.take(
                asked.shopId().value(),
                () ->
                        saying.say(
                                Topics.SHOP_POLICIES,
                                PolicyCommands.set(
                                        asked,
                                        version,
                                        known.policy(asked.shopId()),
                                        orders.now())));
    }

    /** What holds; version 0 where nothing was ever set. */
    public ShopPolicy get(Caller caller, ShopId shop) {
        requireShop(caller, shop);
        return known.policy(shop);
    }

    private static void requireShop(Caller caller, ShopId shop) {
        if (!caller.sees(shop)) {
            throw new RefusedException(SHOP_UNKNOWN, "no such shop");
        }
    }
}
