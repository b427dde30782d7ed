package io.waybillguard.aftersales.order;

import static io.waybillguard.aftersales.fixtures.AnOrder.BUYER;
import static io.waybillguard.aftersales.fixtures.AnOrder.NOON;
import static io.waybillguard.aftersales.fixtures.AnOrder.ORDER;
import static io.waybillguard.aftersales.fixtures.AnOrder.SHOP;
import static io.waybillguard.aftersales.fixtures.AnOrder.anOrder;
import static io.waybillguard.aftersales.fixtures.AnOrder.milestone;
import static io.waybillguard.aftersales.fixtures.AnOrder.shipment;
import static io.waybillguard.aftersales.fixtures.AnOrder.stall;
import static io.waybillguard.aftersales.fixtures.AnOrder.stallEvent;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.events.order.OrderEvent;
import io.waybillguard.events.order.OrderEvent.OrderPaid;
import io.waybillguard.events.order.OrderEvent.OrderReceived;
import io.waybillguard.events.order.OrderEvent.ShipmentCancelled;
import io.waybillguard.events.parcel.MilestoneEvent;
import io.waybillguard.events.parcel.ParcelRole;
import io.waybillguard.events.parcel.Stage;
import io.waybillguard.events.parcel.StallDetails;
import io.waybillguard.events.parcel.StallEvent;
import io.waybillguard.events.parcel.StallEvent.StallCleared;
import io.waybillguard.events.parcel.StallEvent.StallReviewed;
import io.waybillguard.events.parcel.StallKind;
import io.waybillguard.events.parcel.StallLevel;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.ParcelId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OrderFactsTest {

    private static final ParcelId ONE = ParcelId.of("ZTO", "Z1");
    private static final ParcelId TWO = ParcelId.of("SF", "S1");

    @Test
    void anyOrderOfArrivalAndAnyRepeatGivesTheSame() {
        List<Object> events =
                List.of(
                        anOrder().placedEvent(),
                        anOrder().paidEvent(),
                        shipment(ONE, true),
                        shipment(TWO, false),
                        milestone(ONE, ParcelRole.DELIVERY, Stage.COLLECTED, 1, NOON),
                        milestone(ONE, ParcelRole.DELIVERY, Stage.IN_TRANSIT, 2, NOON),
                        stallEvent(
                                stall(ONE, StallKind.IN_TRANSIT, StallLevel.STALLED, false, null),
                                3),
                        milestone(TWO, ParcelRole.DELIVERY, Stage.SIGNED, 1, NOON),
                        new OrderReceived(ORDER, NOON));
        OrderFacts expected = fold(events);

        Random random = new Random(20260310);
        for (int round = 0; round < 2000; round++) {
            List<Object> shuffled = new ArrayList<>(events);
            shuffled.addAll(events.subList(0, random.nextInt(events.size())));
            Collections.shuffle(shuffled, random);
            assertThat(fold(shuffled)).isEqualTo(expected);
        }
        assertThat(expected.shipped()).isTrue();
        assertThat(expected.signed()).isTrue();
        assertThat(expected.known()).isTrue();
    }

    @Test
    void anOlderRevisionChangesNothing() {
        OrderFacts signed =
                OrderFacts.unknown(ORDER)
                        .with(milestone(ONE, ParcelRole.DELIVERY, Stage.SIGNED, 5, NOON));

        assertThat(signed.with(milestone(ONE, ParcelRole.DELIVERY, Stage.COLLECTED, 4, NOON)))
                .isEqualTo(signed);
    }

    @Test
    void milestonesAndStallsAreOrderedEachByItself() {
        OrderFacts facts =
                OrderFacts.unknown(ORDER)
                        .with(stalled(5))
                        .with(milestone(ONE, ParcelRole.DELIVERY, Stage.IN_TRANSIT, 4, NOON));

        assertThat(parcel(facts).stage()).isEqualTo(Stage.IN_TRANSIT);
        assertThat(parcel(facts).currentStall()).isNotNull();
    }

    @Test
    void aStallThatALaterMilestoneShowsToBeOverDoesNotStand() {
        OrderFacts moved =
                OrderFacts.unknown(ORDER)
                        .with(stalled(5))
                        .with(
                                milestone(
                                        ONE,
                                        ParcelRole.DELIVERY,
                                        Stage.OUT_FOR_DELIVERY,
                                        6,
                                        NOON.plusMillis(1)));

        assertThat(parcel(moved).currentStall()).isNull();
    }

    @Test
    void aReviewedStallStandsWithWhatNowStandsAgainstIt() {
        StallDetails excused = stall(ONE, StallKind.IN_TRANSIT, StallLevel.STALLED, false, "storm");
        OrderFacts facts =
                OrderFacts.unknown(ORDER)
                        .with(stalled(5))
                        .with(new StallReviewed(ORDER, SHOP, BUYER, excused, 6, NOON));

        assertThat(parcel(facts).currentStall()).isEqualTo(excused);
    }

    @Test
    void aClearedStallDoesNotComeBackWithAnOlderRevision() {
        StallEvent raised = stalled(5);
        OrderFacts cleared =
                OrderFacts.unknown(ORDER)
                        .with(raised)
                        .with(new StallCleared(ORDER, SHOP, BUYER, raised.stall(), null, 6, NOON));

        assertThat(parcel(cleared).currentStall()).isNull();
        assertThat(cleared.with(raised)).isEqualTo(cleared);
    }

    @Test
    void aParcelTakenBackIsNoLongerShipped() {
        OrderFacts facts = anOrder().facts().with(shipment(ONE, true));
        OrderFacts back = facts.with(new ShipmentCancelled(ORDER, ONE, NOON));

        assertThat(facts.shipped()).isTrue();
        assertThat(back.shipped()).isFalse();
        assertThat(back.with(shipment(ONE, true))).isEqualTo(back);
    }

    @Test
    void aReturnParcelIsNotADelivery() {
        OrderFacts facts =
                anOrder().facts().with(milestone(ONE, ParcelRole.RETURN, Stage.SIGNED, 1, NOON));

        assertThat(facts.shipped()).isFalse();
        assertThat(facts.signed()).isFalse();
    }

    @Test
    void aDeliveryNeverBecomesAReturnInWhateverOrderItIsTold() {
        List<Object> events =
                List.of(
                        shipment(ONE, true),
                        milestone(ONE, ParcelRole.DELIVERY, Stage.COLLECTED, 1, NOON),
                        milestone(ONE, ParcelRole.RETURN, Stage.SIGNED, 2, NOON),
                        milestone(TWO, ParcelRole.DELIVERY, Stage.COLLECTED, 1, NOON),
                        milestone(TWO, ParcelRole.RETURN, Stage.SIGNED, 2, NOON));
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            List<Object> shuffled = new ArrayList<>(events);
            Collections.shuffle(shuffled, random);
            assertThat(fold(shuffled).deliveries()).hasSize(2);
            assertThat(fold(shuffled)).isEqualTo(fold(events));
        }
    }

    @Test
    void theReceiptStandsInForASignatureThatWasNotScanned() {
        OrderFacts facts = anOrder().shippedAndNow(Stage.STORED).facts();

        assertThat(facts.signedAt()).isNull();
        assertThat(facts.with(new OrderReceived(ORDER, NOON)).signedAt()).isEqualTo(NOON);
    }

    @Test
    void aConfirmedReceiptIsASignature() {
        assertThat(anOrder().shippedAndNow(Stage.STORED).facts().signed()).isFalse();
        assertThat(anOrder().shippedAndNow(Stage.STORED).received().facts().signed()).isTrue();
        assertThat(anOrder().received().facts().signed()).isTrue();
    }

    @Test
    void theFirstPaymentHoldsWhateverAnotherSays() {
        OrderFacts facts = anOrder().facts();
        OrderPaid earlier = new OrderPaid(ORDER, Money.yuan(1), NOON.minus(Duration.ofDays(9)));
        OrderPaid later = new OrderPaid(ORDER, facts.paid().plus(Money.yuan(1)), NOON);

        assertThat(facts.with(earlier)).isEqualTo(facts);
        assertThat(facts.with(later)).isEqualTo(facts);
    }

    private static StallEvent stalled(long revision) {
        return stallEvent(
                stall(ONE, StallKind.IN_TRANSIT, StallLevel.STALLED, false, null), revision);
    }

    private static ParcelFacts parcel(OrderFacts facts) {
        return facts.find(ONE);
    }

    private static OrderFacts fold(List<Object> events) {
        OrderFacts facts = OrderFacts.unknown(ORDER);
        for (Object event : events) {
            facts =
                    switch (event) {
                        case OrderEvent order -> facts.with(order);
                        case MilestoneEvent milestone -> facts.with(milestone);
                        case StallEvent stalled -> facts.with(stalled);
                        default -> throw new IllegalArgumentException(event.toString());
                    };
        }
        return facts;
    }
}
