package io.waybillguard.orders.command;

import static io.waybillguard.orders.order.RefusalCode.ORDER_ID_TAKEN;
import static io.waybillguard.orders.order.RefusalCode.ORDER_UNKNOWN;
import static io.waybillguard.orders.order.RefusalCode.PLATFORM_ONLY;
import static io.waybillguard.orders.order.RefusalCode.SHOP_UNKNOWN;

import io.waybillguard.events.order.CloseReason;
import io.waybillguard.events.order.OrderEvent;
import io.waybillguard.events.order.OrderEvent.OrderPlaced;
import io.waybillguard.events.topics.Topics;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.events.types.ShopId;
import io.waybillguard.orders.access.Caller;
import io.waybillguard.orders.order.KnownOrder;
import io.waybillguard.orders.order.OrderCommands;
import io.waybillguard.orders.order.Verdict;
import io.waybillguard.orders.query.Known;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes commands about orders. What belongs to another shop is as unknown as what is not there. */
@Component
public class OrderDesk {
    private final Known known;
    private final Saying saying;
    private final Turns turns;
    private final CommandSettings settings;
    private final Clock clock;

    OrderDesk(Known known, Saying saying, Turns turns, CommandSettings settings, Clock clock) {
        this.known = known;
        this.saying = saying;
        this.turns = turns;
        this.settings = settings;
        this.clock = clock;
    }

    /** The instant of a command made now; no finer than the database keeps it. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    public Done place(Caller caller, OrderPlaced asked) {
        if (!caller.sees(asked.shopId())) {
            throw new RefusedException(SHOP_UNKNOWN, "no such shop");
        }
        String id = asked.orderId().value();
        return turns.take(
                id,
                () -> {
                    KnownOrder order = known.order(id).orElse(null);
                    requireFree(id, asked.shopId());
                    return saying.say(Topics.ORDERS, OrderCommands.place(asked, order));
                });
    }

    /** An id that any other shop has used is taken, whatever is known of its order. */
    private void requireFree(String id, ShopId shop) {
        if (!known.ownersOf(id).stream().allMatch(shop::equals)) {
            throw new RefusedException(ORDER_ID_TAKEN, "the order id is in use");
        }
    }

    public Done pay(Caller caller, String orderId, Money paid) {
        requirePlatform(caller);
        return command(caller, orderId, (order, now) -> OrderCommands.pay(order, paid, now));
    }

    /**
     * Tells of a parcel on its way.
     *
     * @param shippedAt null: now
     */
    public Done ship(
            Caller caller,
            String orderId,
            ParcelId parcel,
            String service,
            boolean platformWaybill,
            @Nullable Instant shippedAt) {
        Instant at = shippedAt == null ? null : shippedAt.truncatedTo(ChronoUnit.MILLIS);
        return command(
                caller,
                orderId,
                (order, now) ->
                        OrderCommands.ship(
                                order,
                                parcel,
                                service,
                                platformWaybill,
                                at,
                                now,
                                settings.shipping()));
    }

    public Done cancelShipment(Caller caller, String orderId, ParcelId parcel) {
        return command(
                caller, orderId, (order, now) -> OrderCommands.cancelShipment(order, parcel, now));
    }

    public Done receive(Caller caller, String orderId) {
        requirePlatform(caller);
        return command(caller, orderId, OrderCommands::receive);
    }

    public Done close(Caller caller, String orderId, CloseReason reason) {
        return command(caller, orderId, (order, now) -> OrderCommands.close(order, reason, now));
    }

    /** Only the platform knows what its buyers did and what the payment side took. */
    static void requirePlatform(Caller caller) {
        if (!caller.isPlatform()) {
            throw new RefusedException(PLATFORM_ONLY, "only the platform says this");
        }
    }

    /** The order, if it is there for the caller. */
    KnownOrder orderOf(Caller caller, String orderId) {
        return known.order(orderId)
                .filter(order -> caller.sees(order.shopId()))
                .orElseThrow(() -> new RefusedException(ORDER_UNKNOWN, "no such order"));
    }

    private Done command(
            Caller caller,
            String orderId,
            BiFunction<KnownOrder, Instant, Verdict<OrderEvent>> decide) {
        return turns.take(
                orderId,
                () -> saying.say(Topics.ORDERS, decide.apply(orderOf(caller, orderId), now())));
    }
}
