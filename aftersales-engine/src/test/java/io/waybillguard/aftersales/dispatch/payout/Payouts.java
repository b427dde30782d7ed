package io.waybillguard.aftersales.dispatch.payout;

import io.waybillguard.events.payout.PayoutCommand.PayoutRejected;
import io.waybillguard.events.payout.PayoutCommand.PayoutReleased;
import io.waybillguard.events.payout.PayoutCommand.PayoutRequested;
import io.waybillguard.events.payout.PayoutResult.PayoutParked;
import io.waybillguard.events.types.BuyerId;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.RefundId;
import io.waybillguard.events.types.ShopId;
import java.time.Instant;

/** Payout commands for tests. */
public final class Payouts {

    public static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");

    private Payouts() {}

    /** Pay 19.90 of an order of 59.90. */
    public static PayoutRequested aPayout(String refund, String order) {
        return aPayout(refund, order, 1990);
    }

    public static PayoutRequested aPayout(String refund, String order, long fen) {
        return new PayoutRequested(
                new RefundId(refund),
                new OrderId(order),
                new ShopId("shop-1"),
                new BuyerId("buyer-1"),
                Money.fen(fen),
                Money.fen(5990),
                NOON);
    }

    /** A person wants it paid. */
    public static PayoutReleased released(PayoutRequested command) {
        return new PayoutReleased(
                command.refundId(),
                command.orderId(),
                command.amount(),
                command.orderPaid(),
                "agent-7",
                "looked at the books",
                NOON);
    }

    /** A person does not want it paid. */
    public static PayoutRejected rejected(PayoutRequested command) {
        return new PayoutRejected(
                command.refundId(), command.orderId(), "agent-7", "paid by hand", NOON);
    }

    /** It waits for a person. */
    public static PayoutParked parked(PayoutRequested command) {
        return new PayoutParked(
                command.refundId(),
                command.orderId(),
                command.amount(),
                PayoutAttempt.WINDOW_PASSED,
                NOON,
                command.orderPaid());
    }
}
