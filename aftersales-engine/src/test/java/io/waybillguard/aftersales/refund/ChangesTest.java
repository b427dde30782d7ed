package io.waybillguard.aftersales.refund;

import static io.waybillguard.aftersales.fixtures.APolicy.aPolicy;
import static io.waybillguard.aftersales.fixtures.AnOrder.NOON;
import static io.waybillguard.aftersales.fixtures.AnOrder.anOrder;
import static io.waybillguard.aftersales.refund.ADesk.REFUND;
import static io.waybillguard.aftersales.refund.ADesk.aDesk;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.events.parcel.Stage;
import io.waybillguard.events.refund.AftersalesEvent.RefundRedecided;
import io.waybillguard.events.refund.CaseState;
import io.waybillguard.events.refund.RefundKind;
import io.waybillguard.events.refund.RefundLine;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.ParcelId;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangesTest {

    private static ADesk withTheShop() {
        return aDesk(aPolicy().smallAmount(), anOrder().shippedAndNow(Stage.SIGNED))
                .refundAsked(RefundKind.REFUND_ONLY, Money.yuan(100));
    }

    private static ADesk intercepting() {
        return aDesk(
                        aPolicy().intercepts("2024-02", "ZTO").rejectThenRefund(),
                        anOrder().shippedAndNow(Stage.IN_TRANSIT))
                .refundAsked(RefundKind.REFUND_ONLY, Money.yuan(100));
    }

    private static ADesk comingBack() {
        return aDesk(aPolicy(), anOrder().shippedAndNow(Stage.SIGNED))
                .refundAsked(RefundKind.RETURN_AND_REFUND, Money.yuan(80))
                .agreed()
                .waybillGiven(ParcelId.of("SF", "BACK1"));
    }

    @Test
    void whatIsAskedByNowIsDecidedAnew() {
        ADesk desk = withTheShop().changed(RefundKind.REFUND_ONLY, Money.yuan(19));

        assertThat(desk.words())
                .endsWith(
                        "redecided AUTO_REFUND small-amount",
                        "MANUAL->PAYING REQUEST_CHANGED",
                        "PayoutRequested");
        assertThat(desk.said())
                .filteredOn(message ->
                        message instanceof Message.Published(RefundRedecided anew)
                                && anew.amount().equals(Money.yuan(19)))
                .hasSize(1);
        assertThat(desk.theCase().file().id()).isEqualTo(REFUND);
    }

    @Test
    void anAnswerSaysWhatWasAnswered() {
        RefundLine line = new RefundLine("cup", 1, Money.yuan(30));
        ADesk desk = withTheShop().changed(RefundKind.REFUND_ONLY, Money.yuan(30), line);

        assertThat(desk.said())
                .filteredOn(message ->
                        message instanceof Message.Published(RefundRedecided anew)
                                && anew.grounds() != null
                                && anew.grounds().lines().equals(List.of(line)))
                .hasSize(1);
    }

    @Test
    void theSameAgainChangesNothing() {
        ADesk desk = withTheShop().changed(RefundKind.REFUND_ONLY, Money.yuan(50));

        assertThat(desk.wordsOf(() -> desk.changed(RefundKind.REFUND_ONLY, Money.yuan(50))))
                .isEmpty();
        assertThat(desk.notes()).contains(new Note.Duplicate());
    }

    @Test
    void nothingIsChangedOnceTheMoneyIsOnItsWayOrThere() {
        ADesk desk = withTheShop().agreed();

        assertThat(desk.wordsOf(() -> desk.changed(RefundKind.REFUND_ONLY, Money.yuan(50))))
                .isEmpty();
        desk.happens(new CaseEvent.PaymentMade(Money.yuan(100)));
        assertThat(desk.wordsOf(() -> desk.changed(RefundKind.REFUND_ONLY, Money.yuan(50))))
                .isEmpty();
        assertThat(desk.notes())
                .filteredOn(note -> note instanceof Note.Ignored(_, CaseEvent.BuyerChanged _))
                .hasSize(2);
    }

    @Test
    void aRequestThatThePaymentSideDeclinedKeepsItsAmount() {
        ADesk desk = withTheShop().agreed().happens(new CaseEvent.PaymentDeclined());

        assertThat(desk.wordsOf(() -> desk.changed(RefundKind.REFUND_ONLY, Money.yuan(19))))
                .isEmpty();
    }

    @Test
    void theCouriersCommandStandsAndItsSuccessPaysWhatIsAskedByNow() {
        ADesk desk = intercepting().changed(RefundKind.REFUND_ONLY, Money.yuan(70));

        assertThat(desk.words())
                .endsWith(
                        "redecided INTERCEPT courier-asked",
                        "INTERCEPTING->INTERCEPTING REQUEST_CHANGED");
        desk.happens(new CaseEvent.CourierStopped());
        assertThat(desk.theCase().state()).isEqualTo(CaseState.PAYING);
        assertThat(desk.theCase().file().toPay()).isEqualTo(Money.yuan(70));
        assertThat(desk.words().stream().filter("InterceptionRequested"::equals)).hasSize(1);
    }

    @Test
    void theCouriersFailureIsFollowedByAnAnswerToWhatIsAskedByNow() {
        ADesk desk = intercepting().changed(RefundKind.RETURN_AND_REFUND, Money.yuan(100));

        desk.happens(new CaseEvent.CourierFailed());

        assertThat(desk.words())
                .endsWith("redecided MANUAL otherwise", "INTERCEPTING->MANUAL INTERCEPTION_FAILED");
    }

    @Test
    void goodsThatComeBackComeBackForLessToo() {
        ADesk desk = comingBack().changed(RefundKind.RETURN_AND_REFUND, Money.yuan(60));

        assertThat(desk.words())
                .endsWith(
                        "redecided APPROVE_RETURN return-under-way",
                        "RETURN_ON_THE_WAY->RETURN_ON_THE_WAY REQUEST_CHANGED");
        assertThat(desk.confirmed().theCase().file().toPay()).isEqualTo(Money.yuan(60));
    }

    @Test
    void askingForMoreThanTheReturnWasAgreedForIsForAPerson() {
        ADesk desk = comingBack().changed(RefundKind.RETURN_AND_REFUND, Money.yuan(90));

        assertThat(desk.words())
                .endsWith(
                        "redecided MANUAL by-people", "RETURN_ON_THE_WAY->MANUAL REQUEST_CHANGED");
    }

    @Test
    void aRequestMayChangeBeforeItsOrderCame() {
        ADesk desk =
                new ADesk(aPolicy().smallAmount())
                        .refundAsked(RefundKind.REFUND_ONLY, Money.yuan(100))
                        .changed(RefundKind.REFUND_ONLY, Money.yuan(19));

        desk.learns(_ -> anOrder().shippedAndNow(Stage.SIGNED).facts());

        assertThat(desk.words()).contains("decided AUTO_REFUND small-amount");
    }

    @Test
    void anOfferIsVoidOnceTheBuyerAsksForSomethingElse() {
        ADesk desk =
                withTheShop()
                        .offered("of-1", Money.yuan(40))
                        .changed(RefundKind.REFUND_ONLY, Money.yuan(50))
                        .accepted("of-1");

        assertThat(desk.theCase().state()).isEqualTo(CaseState.MANUAL);
        assertThat(desk.payouts()).isZero();
    }

    @Test
    void aChangeOfNothingIsIgnored() {
        ADesk desk = new ADesk(aPolicy()).changed(RefundKind.REFUND_ONLY, Money.yuan(19));

        assertThat(desk.notes())
                .singleElement()
                .isInstanceOfSatisfying(
                        Note.Ignored.class,
                        note -> assertThat(note.state()).isEqualTo(Note.Ignored.NO_CASE));
    }

    @Test
    void aChangeThatExceedsWhatWasPaidIsForAPerson() {
        ADesk desk = withTheShop().changed(RefundKind.REFUND_ONLY, Money.yuan(101));

        assertThat(desk.words())
                .endsWith("redecided MANUAL over-refund", "MANUAL->MANUAL REQUEST_CHANGED");
        assertThat(desk.theCase().movesAt()).isNull();
        assertThat(desk.theCase().deadline()).isNotNull();
        assertThat(desk.now()).isEqualTo(NOON);
    }
}
