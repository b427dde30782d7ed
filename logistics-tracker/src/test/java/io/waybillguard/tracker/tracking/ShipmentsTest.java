package io.waybillguard.tracker.tracking;

import static io.waybillguard.tracker.Scans.PARCEL;
import static io.waybillguard.tracker.Scans.hour;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.events.order.CloseReason;
import io.waybillguard.events.order.OrderEvent.OrderClosed;
import io.waybillguard.events.order.OrderEvent.OrderReceived;
import io.waybillguard.events.order.OrderEvent.OrderShipped;
import io.waybillguard.events.order.OrderEvent.ShipmentCancelled;
import io.waybillguard.events.parcel.ParcelClaim.ParcelReleased;
import io.waybillguard.events.parcel.ParcelClaim.ParcelSettled;
import io.waybillguard.events.parcel.ParcelRole;
import io.waybillguard.events.types.BuyerId;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.events.types.Region;
import io.waybillguard.events.types.ShopId;
import io.waybillguard.tracker.tracking.Shipments.Shipment;
import org.junit.jupiter.api.Test;

class ShipmentsTest {

    private static final OrderId ORDER = new OrderId("o-1");
    private static final ParcelId OTHER = ParcelId.of("YTO", "YT2");

    @Test
    void theEndOfAnOrderSettlesWhatItSentAndForgetsNothing() {
        Shipments sent = Shipments.NONE.on(shipped(PARCEL)).after().on(shipped(OTHER)).after();

        Shipments.Step ended = sent.on(new OrderReceived(ORDER, hour(2)));

        assertThat(ended.claims())
                .containsExactly(
                        new ParcelSettled(PARCEL, ORDER, hour(2)),
                        new ParcelSettled(OTHER, ORDER, hour(2)));
        assertThat(ended.after().all())
                .containsExactly(
                        new Shipment(PARCEL, ParcelRole.DELIVERY, true),
                        new Shipment(OTHER, ParcelRole.DELIVERY, true));
    }

    @Test
    void anOrderThatEndsTwiceSettlesItsParcelsOnce() {
        Shipments ended =
                Shipments.NONE
                        .on(shipped(PARCEL))
                        .after()
                        .on(new OrderReceived(ORDER, hour(2)))
                        .after();

        Shipments.Step again = ended.on(new OrderClosed(ORDER, CloseReason.values()[0], hour(3)));

        assertThat(again.claims()).isEmpty();
        assertThat(again.after()).isEqualTo(ended);
    }

    @Test
    void aShipmentThatIsToldAgainAfterTheEndStaysSettled() {
        Shipments ended =
                Shipments.NONE
                        .on(shipped(PARCEL))
                        .after()
                        .on(new OrderReceived(ORDER, hour(2)))
                        .after();

        assertThat(ended.on(shipped(PARCEL)).after()).isEqualTo(ended);
        assertThat(ended.on(shipped(OTHER)).after().all())
                .contains(new Shipment(OTHER, ParcelRole.DELIVERY, false));
    }

    @Test
    void aReturnIsNeitherSettledByTheOrdersEndNorCancelledByTheShop() {
        Shipments back = Shipments.NONE.on(shipped(PARCEL)).after().returned(OTHER);

        Shipments.Step ended = back.on(new OrderReceived(ORDER, hour(2)));
        Shipments.Step cancelled = ended.after().on(new ShipmentCancelled(ORDER, OTHER, hour(3)));

        assertThat(ended.claims()).containsExactly(new ParcelSettled(PARCEL, ORDER, hour(2)));
        assertThat(cancelled.claims()).containsExactly(new ParcelReleased(OTHER, ORDER, hour(3)));
        assertThat(cancelled.after().all())
                .containsExactly(
                        new Shipment(PARCEL, ParcelRole.DELIVERY, true),
                        new Shipment(OTHER, ParcelRole.RETURN, false));
    }

    @Test
    void aParcelThatComesBackAsItWasSentStaysADelivery() {
        Shipments sent = Shipments.NONE.on(shipped(PARCEL)).after();

        assertThat(sent.returned(PARCEL)).isEqualTo(sent);
        assertThat(Shipments.NONE.returned(PARCEL).on(shipped(PARCEL)).after()).isEqualTo(sent);
    }

    @Test
    void aCancelledShipmentIsForgotten() {
        assertThat(
                        Shipments.NONE
                                .on(shipped(PARCEL))
                                .after()
                                .on(new ShipmentCancelled(ORDER, PARCEL, hour(1)))
                                .after())
                .isEqualTo(Shipments.NONE);
    }

    @Test
    void onlyWhatIsSettledMakesRoomForMore() {
        Shipments full = Shipments.NONE;
        for (int i = 0; i < 1000; i++) {
            full = full.on(shipped(ParcelId.of("YTO", "FULL" + i))).after();
        }

        assertThat(full.on(shipped(PARCEL)).after()).isEqualTo(full);

        Shipments ended = full.on(new OrderReceived(ORDER, hour(2))).after();
        assertThat(ended.on(shipped(PARCEL)).after().all())
                .hasSize(1000)
                .contains(new Shipment(PARCEL, ParcelRole.DELIVERY, false));
    }

    @Test
    void anOrderIsKeptLongerWhileItWaitsForAParcel() {
        Shipments sent = Shipments.NONE.on(shipped(PARCEL)).after();
        Shipments ended = sent.on(new OrderReceived(ORDER, hour(0))).after();
        Retention keep = Retention.STANDARD;

        assertThat(keep.end(sent, hour(0))).isEqualTo(hour(0).plus(keep.silent()));
        assertThat(keep.end(ended, hour(0))).isEqualTo(hour(0).plus(keep.finished()));
        assertThat(keep.end(ended.returned(OTHER), hour(0))).isEqualTo(hour(0).plus(keep.silent()));
    }

    private static OrderShipped shipped(ParcelId parcel) {
        return new OrderShipped(
                ORDER,
                new ShopId("s-1"),
                new BuyerId("b-1"),
                parcel,
                "KUAISHOU",
                "",
                Region.of("浙江"),
                true,
                hour(0));
    }
}
