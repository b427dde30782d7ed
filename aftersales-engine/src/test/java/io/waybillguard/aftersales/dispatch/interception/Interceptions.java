package io.waybillguard.aftersales.dispatch.interception;

import io.waybillguard.events.interception.InterceptionCommand.InterceptionCancelled;
import io.waybillguard.events.interception.InterceptionCommand.InterceptionQueried;
import io.waybillguard.events.interception.InterceptionCommand.InterceptionRequested;
import io.waybillguard.events.types.InterceptionId;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.events.types.RefundId;
import io.waybillguard.events.types.ShopId;
import java.time.Instant;

/** Interception commands for tests. */
public final class Interceptions {

    public static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");

    private Interceptions() {}

    /** The courier is to stop a parcel of {@code order}. */
    public static InterceptionRequested aRequest(String refund, String order, String courier) {
        RefundId refundId = new RefundId(refund);
        return new InterceptionRequested(
                InterceptionId.of(refundId),
                refundId,
                new OrderId(order),
                ParcelId.of(courier, "73100" + Math.abs(order.hashCode())),
                new ShopId("shop-1"),
                NOON);
    }

    /** What became of it? Nobody knows when it was asked for. */
    public static InterceptionQueried anOldQuery(InterceptionRequested request) {
        return new InterceptionQueried(
                request.interceptionId(),
                request.refundId(),
                request.orderId(),
                request.parcel(),
                request.shopId(),
                NOON,
                null);
    }

    /** Its case was settled otherwise. */
    public static InterceptionCancelled aCancellation(InterceptionRequested request) {
        return new InterceptionCancelled(
                request.interceptionId(),
                request.refundId(),
                request.orderId(),
                request.parcel(),
                request.shopId(),
                NOON);
    }

    /** What became of it, that was asked for at noon? */
    public static InterceptionQueried aQuery(InterceptionRequested request) {
        return new InterceptionQueried(
                request.interceptionId(),
                request.refundId(),
                request.orderId(),
                request.parcel(),
                request.shopId(),
                NOON,
                NOON);
    }
}
