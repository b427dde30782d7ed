package io.waybillguard.aftersales.refund;

import static io.waybillguard.aftersales.fixtures.APolicy.aPolicy;
import static io.waybillguard.aftersales.fixtures.AnOrder.anOrder;
import static io.waybillguard.aftersales.refund.ADesk.REFUND;
import static io.waybillguard.aftersales.refund.ADesk.aDesk;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.aftersales.fixtures.AnOrder;
import io.waybillguard.events.order.GoodsTrait;
import io.waybillguard.events.order.OrderLine;
import io.waybillguard.events.parcel.ParcelRole;
import io.waybillguard.events.parcel.Stage;
import io.waybillguard.events.refund.CaseState;
import io.waybillguard.events.refund.Decision;
import io.waybillguard.events.refund.RefundKind;
import io.waybillguard.events.refund.RefundLine;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.events.types.RefundId;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Requests that name their items, several on one order, orders of several parcels. */
class ItemsTest {

    private static final RefundId OTHER = new RefundId("r-2");
    private static final ParcelId FIRST = ParcelId.of("ZTO", "ZTO1");
    private static final ParcelId SECOND = ParcelId.of("YTO", "YTO1");

    private static OrderLine item(String sku, int quantity, long yuan, GoodsTrait... traits) {
        return new OrderLine(sku, "a thing", "toys", quantity, Money.yuan(yuan), Set.of(traits));
    }

    private static RefundLine of(String sku, int quantity, long yuan) {
        return new RefundLine(sku, quantity, Money.yuan(yuan));
    }

    /** Three cups of 20 yuan and a code of 40, not shipped; fast refunds are on. */
    private static ADesk cupsAndACode() {
        return aDesk(
                aPolicy().fastRefund(),
                anOrder().lines(item("cup", 3, 20), item("code", 1, 40, GoodsTrait.VIRTUAL)));
    }

    private static Decision decision(ADesk desk) {
        return java.util.Objects.requireNonNull(desk.theCase().file().decision());
    }

    private static String row(ADesk desk) {
        return desk.theCase().file().row();
    }

    @Test
    void onlyTheGoodsThatAreAskedAboutAreLookedAt() {
        assertThat(
                        decision(
                                cupsAndACode()
                                        .refundAsked(
                                                REFUND, RefundKind.REFUND_ONLY, of("cup", 3, 60))))
                .isEqualTo(Decision.AUTO_REFUND);
        assertThat(
                        decision(
                                cupsAndACode()
                                        .refundAsked(
                                                REFUND, RefundKind.REFUND_ONLY, of("code", 1, 40))))
                .isEqualTo(Decision.MANUAL);
        assertThat(decision(cupsAndACode().refundAsked(RefundKind.REFUND_ONLY, Money.yuan(60))))
                .as("the order as a whole has a code in it")
                .isEqualTo(Decision.MANUAL);
    }

    @Test
    void aReturnWithoutAReasonIsForTheItemsThatSupportIt() {
        var order =
                anOrder()
                        .lines(
                                item("cup", 1, 60, GoodsTrait.SEVEN_DAY_RETURN),
                                item("cake", 1, 40, GoodsTrait.FRESH))
                        .shippedAndNow(Stage.SIGNED);
        assertThat(
                        row(
                                aDesk(aPolicy().sevenDayReturn(), order)
                                        .refundAsked(
                                                REFUND,
                                                RefundKind.RETURN_AND_REFUND,
                                                of("cup", 1, 60))))
                .isEqualTo("seven-day");
        assertThat(
                        row(
                                aDesk(aPolicy().sevenDayReturn(), order)
                                        .refundAsked(
                                                REFUND,
                                                RefundKind.RETURN_AND_REFUND,
                                                of("cake", 1, 40))))
                .isEqualTo("otherwise");
    }

    @Test
    void noMoreOfAnItemIsPaidBackByItselfThanWasOrdered() {
        assertThat(
                        row(
                                cupsAndACode()
                                        .refundAsked(
                                                REFUND, RefundKind.REFUND_ONLY, of("cup", 4, 60))))
                .isEqualTo("item-over-refund");
        assertThat(
                        row(
                                cupsAndACode()
                                        .refundAsked(
                                                REFUND, RefundKind.REFUND_ONLY, of("cup", 3, 61))))
                .isEqualTo("item-over-refund");
        assertThat(row(cupsAndACode().refundAsked(REFUND, RefundKind.REFUND_ONLY, of("hat", 1, 1))))
                .isEqualTo("item-over-refund");
    }

    @Test
    void noSilenceAgreesToMoreOfAnItemThanWasOrdered() {
        ADesk desk = cupsAndACode().refundAsked(REFUND, RefundKind.REFUND_ONLY, of("cup", 4, 60));

        assertThat(desk.theCase().movesAt()).isNull();
        assertThat(desk.theCase().deadline()).as("the shop is reminded").isNotNull();
    }

    @Test
    void whatEarlierRequestsTookOfAnItemCounts() {
        ADesk desk = cupsAndACode().refundAsked(OTHER, RefundKind.REFUND_ONLY, of("cup", 2, 40));

        assertThat(row(desk.refundAsked(REFUND, RefundKind.REFUND_ONLY, of("cup", 2, 20))))
                .isEqualTo("item-over-refund");
        assertThat(
                        row(
                                cupsAndACode()
                                        .refundAsked(
                                                OTHER, RefundKind.REFUND_ONLY, of("cup", 2, 40))
                                        .refundAsked(
                                                REFUND, RefundKind.REFUND_ONLY, of("cup", 1, 20))))
                .isEqualTo("fast-refund");
    }

    @Test
    void whatARequestGaveUpIsThereForTheOthers() {
        ADesk desk =
                aDesk(
                                aPolicy().rejectThenRefund(),
                                anOrder()
                                        .lines(item("cup", 3, 20), item("hat", 1, 40))
                                        .shippedAndNow(Stage.OUT_FOR_DELIVERY))
                        .refundAsked(REFUND, RefundKind.REFUND_ONLY, of("cup", 2, 40))
                        .refundAsked(OTHER, RefundKind.REFUND_ONLY, of("cup", 2, 40));
        assertThat(state(desk)).isEqualTo(CaseState.MANUAL);

        desk.withdrawn();

        assertThat(state(desk)).isEqualTo(CaseState.AWAITING_REJECTION);
    }

    private static CaseState state(ADesk desk) {
        return java.util.Objects.requireNonNull(desk.dossier().find(OTHER)).state();
    }

    @Test
    void aChangeMayNameItems() {
        ADesk desk =
                cupsAndACode()
                        .refundAsked(RefundKind.REFUND_ONLY, Money.yuan(60))
                        .changed(RefundKind.REFUND_ONLY, Money.yuan(60), of("cup", 3, 60));

        assertThat(desk.words()).contains("redecided AUTO_REFUND fast-refund");
    }

    @Test
    void anOrderOfTwoParcelsWaitsForBothToComeBack() {
        ADesk desk =
                aDesk(
                                aPolicy().intercepts("2024-02", "ZTO", "YTO").rejectThenRefund(),
                                anOrder()
                                        .shipped(FIRST, true)
                                        .shipped(SECOND, true)
                                        .parcel(FIRST, Stage.IN_TRANSIT)
                                        .parcel(SECOND, Stage.IN_TRANSIT))
                        .refundAsked(RefundKind.REFUND_ONLY, Money.yuan(100));
        assertThat(row(desk)).as("two parcels are not stopped").isEqualTo("reject-then-refund");

        back(desk, FIRST, 8);
        assertThat(desk.theCase().state()).isEqualTo(CaseState.AWAITING_REJECTION);
        back(desk, SECOND, 9);
        assertThat(desk.theCase().state()).isEqualTo(CaseState.PAYING);
    }

    @Test
    void oneOfTwoParcelsThatIsSignedForEndsTheWait() {
        ADesk desk =
                aDesk(
                                aPolicy().rejectThenRefund(),
                                anOrder()
                                        .shipped(FIRST, true)
                                        .shipped(SECOND, true)
                                        .parcel(FIRST, Stage.IN_TRANSIT)
                                        .parcel(SECOND, Stage.IN_TRANSIT))
                        .refundAsked(RefundKind.REFUND_ONLY, Money.yuan(100));

        desk.learns(facts ->
                facts.with(
                        AnOrder.milestone(
                                SECOND, ParcelRole.DELIVERY, Stage.SIGNED, 9, AnOrder.NOON)));

        assertThat(desk.words()).contains("AWAITING_REJECTION->MANUAL PARCEL_SIGNED");
    }

    private static void back(ADesk desk, ParcelId parcel, long revision) {
        desk.learns(facts ->
                facts.with(
                        AnOrder.milestone(
                                parcel,
                                ParcelRole.DELIVERY,
                                Stage.REFUSED,
                                revision,
                                AnOrder.NOON)));
    }

    /** Each order has a dossier of its own: what one's case does never moves the other's. */
    @Test
    void ordersThatShareAWaybillRefundOnTheirOwn() {
        ADesk one =
                aDesk(aPolicy(), anOrder().shippedAndNow(Stage.IN_TRANSIT))
                        .refundAsked(RefundKind.REFUND_ONLY, Money.yuan(100));
        ADesk other =
                aDesk(aPolicy(), anOrder().shippedAndNow(Stage.IN_TRANSIT))
                        .refundAsked(OTHER, RefundKind.REFUND_ONLY, Money.yuan(30));

        back(one, FIRST, 9);
        back(other, FIRST, 9);

        assertThat(one.theCase().file().toPay()).isEqualTo(Money.yuan(100));
        assertThat(one.payouts()).isEqualTo(1);
        assertThat(other.payouts()).isEqualTo(1);
        assertThat(state(other)).isEqualTo(CaseState.PAYING);
    }
}
