package io.waybillguard.orders.order;

import static io.waybillguard.orders.order.Fixtures.NOON;
import static io.waybillguard.orders.order.Fixtures.ORDER;
import static io.waybillguard.orders.order.Fixtures.PARCEL;
import static io.waybillguard.orders.order.Fixtures.aPaidOrder;
import static io.waybillguard.orders.order.Fixtures.aShippedOrder;
import static io.waybillguard.orders.order.Fixtures.anUnpaidOrder;
import static io.waybillguard.orders.order.Fixtures.placed;
import static io.waybillguard.orders.order.Fixtures.shipped;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.events.order.CloseReason;
import io.waybillguard.events.order.OrderEvent;
import io.waybillguard.events.order.OrderEvent.OrderClosed;
import io.waybillguard.events.order.OrderEvent.OrderPaid;
import io.waybillguard.events.order.OrderEvent.OrderPlaced;
import io.waybillguard.events.order.OrderEvent.OrderReceived;
import io.waybillguard.events.order.OrderEvent.OrderShipped;
import io.waybillguard.events.order.OrderEvent.ShipmentCancelled;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.events.types.ShopId;
import io.waybillguard.orders.order.Verdict.Publish;
import io.waybillguard.orders.order.Verdict.Refused;
import io.waybillguard.orders.order.Verdict.Repeated;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OrderCommandsTest {
    private static final Instant LATER = NOON.plusSeconds(60);
    private static final Duration AHEAD = Duration.ofMinutes(5);
    private static final Duration BEHIND = Duration.ofDays(180);
    private static final ShippingWindow WINDOW = new ShippingWindow(BEHIND, AHEAD);

    @Test
    void anOrderIsPlacedUnderAFreeIdOnly() {
        assertThat(OrderCommands.place(placed(LATER), null))
                .isEqualTo(new Publish<>(placed(LATER)));
        assertThat(OrderCommands.place(placed(LATER), aPaidOrder())).isEqualTo(new Repeated<>());
        OrderPlaced ofAnother =
                new OrderPlaced(
                        ORDER,
                        new ShopId("shop-2"),
                        placed(NOON).buyerId(),
                        "KUAISHOU",
                        Money.yuan(99),
                        placed(NOON).lines(),
                        placed(NOON).destination(),
                        false,
                        NOON);
        refused(OrderCommands.place(ofAnother, aPaidOrder()), RefusalCode.ORDER_ID_TAKEN);
    }

    @Test
    void anOrderIsPaidOnce() {
        Money paid = Money.yuan(99);
        assertThat(OrderCommands.pay(anUnpaidOrder(), paid, LATER))
                .isEqualTo(new Publish<>(new OrderPaid(ORDER, paid, LATER)));
        assertThat(OrderCommands.pay(aPaidOrder(), paid, LATER)).isEqualTo(new Repeated<>());
        refused(
                OrderCommands.pay(aPaidOrder(), Money.fen(9899), LATER),
                RefusalCode.PAID_DIFFERENTLY);
        KnownOrder closed =
                new KnownOrder(placed(NOON), null, false, CloseReason.UNPAID, java.util.List.of());
        refused(OrderCommands.pay(closed, paid, LATER), RefusalCode.ORDER_CLOSED);
    }

    @Test
    void onlyAPaidOpenOrderIsShipped() {
        refused(ship(anUnpaidOrder(), null), RefusalCode.ORDER_NOT_PAID);
        refused(ship(shipped(true, true, null), null), RefusalCode.ORDER_RECEIVED);
        refused(ship(shipped(true, false, CloseReason.REFUNDED), null), RefusalCode.ORDER_CLOSED);
        assertThat(published(ship(aPaidOrder(), null)))
                .isInstanceOfSatisfying(
                        OrderShipped.class,
                        event -> {
                            assertThat(event.at()).isEqualTo(LATER);
                            assertThat(event.shopId()).isEqualTo(placed(NOON).shopId());
                            assertThat(event.destination()).isEqualTo(placed(NOON).destination());
                            assertThat(event.platform()).isEqualTo("KUAISHOU");
                        });
    }

    @Test
    void theSameShipmentAgainChangesNothing() {
        assertThat(ship(aShippedOrder(), null)).isEqualTo(new Repeated<>());
        assertThat(ship(aShippedOrder(), NOON)).isEqualTo(new Repeated<>());
        refused(ship(aShippedOrder(), NOON.plusMillis(1)), RefusalCode.SHIPPED_DIFFERENTLY);
        refused(
                OrderCommands.ship(aShippedOrder(), PARCEL, "express", true, null, LATER, WINDOW),
                RefusalCode.SHIPPED_DIFFERENTLY);
        assertThat(published(ship(shipped(true, false, null), null)))
                .isInstanceOf(OrderShipped.class);
    }

    @Test
    void aShipmentMayLieAtMostFiveMinutesAhead() {
        Instant limit = LATER.plus(AHEAD);
        assertThat(published(ship(aPaidOrder(), limit.minusMillis(1))).at())
                .isEqualTo(limit.minusMillis(1));
        assertThat(published(ship(aPaidOrder(), limit)).at()).isEqualTo(limit);
        refused(ship(aPaidOrder(), limit.plusMillis(1)), RefusalCode.SHIPPED_IN_FUTURE);
    }

    @Test
    void aShipmentMayLieAtMostAHundredAndEightyDaysBack() {
        Instant limit = LATER.minus(BEHIND);
        assertThat(published(ship(aPaidOrder(), limit)).at()).isEqualTo(limit);
        refused(ship(aPaidOrder(), limit.minusMillis(1)), RefusalCode.SHIPPED_LONG_AGO);
        refused(ship(aPaidOrder(), Instant.MIN), RefusalCode.SHIPPED_LONG_AGO);
        refused(ship(aPaidOrder(), Instant.MAX), RefusalCode.SHIPPED_IN_FUTURE);
    }

    @Test
    void aShipmentIsCancelledUntilTheReceipt() {
        assertThat(OrderCommands.cancelShipment(aShippedOrder(), PARCEL, LATER))
                .isEqualTo(new Publish<>(new ShipmentCancelled(ORDER, PARCEL, LATER)));
        assertThat(OrderCommands.cancelShipment(shipped(true, false, null), PARCEL, LATER))
                .isEqualTo(new Repeated<>());
        refused(
                OrderCommands.cancelShipment(shipped(false, true, null), PARCEL, LATER),
                RefusalCode.ORDER_RECEIVED);
        refused(
                OrderCommands.cancelShipment(aShippedOrder(), ParcelId.of("ZTO", "1"), LATER),
                RefusalCode.PARCEL_UNKNOWN);
    }

    @Test
    void onlyWhatIsOnItsWayIsReceived() {
        assertThat(OrderCommands.receive(aShippedOrder(), LATER))
                .isEqualTo(new Publish<>(new OrderReceived(ORDER, LATER)));
        assertThat(OrderCommands.receive(shipped(false, true, null), LATER))
                .isEqualTo(new Repeated<>());
        refused(OrderCommands.receive(aPaidOrder(), LATER), RefusalCode.ORDER_NOT_SHIPPED);
        refused(
                OrderCommands.receive(shipped(true, false, null), LATER),
                RefusalCode.ORDER_NOT_SHIPPED);
        refused(
                OrderCommands.receive(shipped(false, false, CloseReason.REFUNDED), LATER),
                RefusalCode.ORDER_CLOSED);
    }

    @Test
    void anOrderIsClosedForAReasonThatIsTrue() {
        assertThat(OrderCommands.close(anUnpaidOrder(), CloseReason.UNPAID, LATER))
                .isEqualTo(new Publish<>(new OrderClosed(ORDER, CloseReason.UNPAID, LATER)));
        refused(
                OrderCommands.close(aPaidOrder(), CloseReason.UNPAID, LATER),
                RefusalCode.ORDER_PAID);
        refused(
                OrderCommands.close(aShippedOrder(), CloseReason.CANCELLED, LATER),
                RefusalCode.ORDER_SHIPPED);
        assertThat(published(OrderCommands.close(aShippedOrder(), CloseReason.REFUNDED, LATER)))
                .isInstanceOf(OrderClosed.class);
        KnownOrder closed = shipped(false, false, CloseReason.REFUNDED);
        assertThat(OrderCommands.close(closed, CloseReason.REFUNDED, LATER))
                .isEqualTo(new Repeated<>());
        refused(
                OrderCommands.close(closed, CloseReason.OTHER, LATER),
                RefusalCode.CLOSED_DIFFERENTLY);
    }

    private static Verdict<OrderEvent> ship(KnownOrder order, Instant at) {
        return OrderCommands.ship(order, PARCEL, "", true, at, LATER, WINDOW);
    }

    private static OrderEvent published(Verdict<OrderEvent> verdict) {
        assertThat(verdict).isInstanceOf(Publish.class);
        return ((Publish<OrderEvent>) verdict).event();
    }

    private static void refused(Verdict<OrderEvent> verdict, RefusalCode code) {
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }
}
