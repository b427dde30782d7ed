package io.waybillguard.aftersales.refund;

import static io.waybillguard.aftersales.fixtures.APolicy.aPolicy;
import static io.waybillguard.aftersales.fixtures.AnOrder.NOON;
import static io.waybillguard.aftersales.fixtures.AnOrder.anOrder;
import static io.waybillguard.aftersales.refund.ADesk.REFUND;
import static io.waybillguard.aftersales.refund.ADesk.aDesk;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.aftersales.fixtures.AnOrder;
import io.waybillguard.events.parcel.Stage;
import io.waybillguard.events.payout.PayoutCommand.PayoutRequested;
import io.waybillguard.events.refund.Actor;
import io.waybillguard.events.refund.AftersalesEvent.CaseClosed;
import io.waybillguard.events.refund.AftersalesEvent.CaseMoved;
import io.waybillguard.events.refund.CaseState;
import io.waybillguard.events.refund.Offer;
import io.waybillguard.events.refund.OfferKind;
import io.waybillguard.events.refund.RefundKind;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.OfferId;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.events.types.RefundId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class OffersTest {

    private static final Money FORTY = Money.yuan(40);
    private static final Duration DAY = Duration.ofHours(24);

    /** Unshipped: with the shop, whose silence agrees after 48 h. */
    private static ADesk withTheShop() {
        return aDesk(aPolicy(), anOrder()).refundAsked(RefundKind.REFUND_ONLY, Money.yuan(100));
    }

    /** The buyer is to refuse the parcel: after five days the system refunds. */
    private static ADesk toBeRefused() {
        return aDesk(aPolicy().rejectThenRefund(), anOrder().shippedAndNow(Stage.OUT_FOR_DELIVERY))
                .refundAsked(RefundKind.REFUND_ONLY, Money.yuan(100));
    }

    private static Instant deadline(ADesk desk) {
        return Objects.requireNonNull(desk.theCase().deadline()).at();
    }

    @Test
    void aPartThatTheBuyerAcceptsIsPaidOnceUnderTheRequestsOwnKey() {
        ADesk desk = withTheShop().offered("of-1", FORTY).accepted("of-1").accepted("of-1");

        assertThat(desk.words())
                .endsWith(
                        "MANUAL->OFFERED OFFERED",
                        "OFFERED->PAYING OFFER_ACCEPTED",
                        "PayoutRequested");
        assertThat(desk.said())
                .filteredOn(Message.ToPayment.class::isInstance)
                .singleElement()
                .satisfies(message -> {
                    PayoutRequested payout =
                            (PayoutRequested) ((Message.ToPayment) message).command();
                    assertThat(payout.refundId()).isEqualTo(REFUND);
                    assertThat(payout.amount()).isEqualTo(FORTY);
                });
        desk.happens(new CaseEvent.PaymentMade(FORTY));
        assertThat(desk.said())
                .filteredOn(Message.Published.class::isInstance)
                .last()
                .isInstanceOfSatisfying(
                        Message.Published.class,
                        last -> assertThat(((CaseClosed) last.event()).paid()).isEqualTo(FORTY));
    }

    @Test
    void aReshipmentThatTheBuyerAcceptsEndsTheCaseWithoutMoney() {
        ADesk desk = withTheShop().offered("of-1", OfferKind.RESHIPMENT, null).accepted("of-1");

        assertThat(desk.words()).endsWith("closed RESHIPPED OFFER_ACCEPTED");
        assertThat(desk.payouts()).isZero();
    }

    @Test
    void whoeverReadsTheMoveSeesTheOffer() {
        ADesk desk = withTheShop().offered("of-1", FORTY);

        CaseMoved moved = (CaseMoved) ((Message.Published) desk.said().getLast()).event();
        assertThat(moved.actor()).isEqualTo(Actor.BUYER);
        assertThat(moved.nextDeadline()).isEqualTo(NOON.plus(Duration.ofHours(48)));
        assertThat(moved.offer()).satisfies(offer -> assertThat(offer.amount()).isEqualTo(FORTY));
    }

    @Test
    void whoeverReadsTheMoveSeesWhichOfferEnded() {
        ADesk desk = withTheShop().offered("of-1", FORTY);
        Offer offer = lastMove(desk).offer();
        assertThat(lastMove(desk).ended()).isNull();

        desk.offerWithdrawn("of-1");

        assertThat(lastMove(desk).offer()).isNull();
        assertThat(lastMove(desk).ended()).isEqualTo(offer).isNotNull();
    }

    private static CaseMoved lastMove(ADesk desk) {
        return (CaseMoved) ((Message.Published) desk.said().getLast()).event();
    }

    @Test
    void theBuyerIsRemindedAtHalfTimeAndTheOfferExpires() {
        ADesk desk = withTheShop().offered("of-1", FORTY);

        assertThat(desk.at(NOON.plus(DAY).minusMillis(1)).wordsOf(desk::pulse)).isEmpty();
        assertThat(desk.at(NOON.plus(DAY)).wordsOf(desk::pulse))
                .containsExactly("reminded OFFERED");
        assertThat(desk.at(NOON.plus(Duration.ofHours(48)).minusMillis(1)).wordsOf(desk::pulse))
                .isEmpty();
        assertThat(desk.at(NOON.plus(Duration.ofHours(48))).wordsOf(desk::pulse))
                .containsExactly("OFFERED->MANUAL OFFER_EXPIRED");
    }

    @Test
    void aCaseGoesBackToTheShopWithTheTimeThatWasLeft() {
        ADesk desk = withTheShop().after(Duration.ofHours(30)).pulse().offered("of-1", FORTY);

        desk.after(Duration.ofHours(10)).declined("of-1");

        assertThat(desk.theCase().state()).isEqualTo(CaseState.MANUAL);
        assertThat(deadline(desk)).isEqualTo(NOON.plus(Duration.ofHours(58)));
        assertThat(desk.at(NOON.plus(Duration.ofHours(58))).wordsOf(desk::pulse))
                .contains("MANUAL->PAYING MERCHANT_SILENT");
    }

    @Test
    void aReminderThatWasNotDueYetIsDueAsMuchLater() {
        ADesk desk = withTheShop().after(Duration.ofHours(4)).offered("of-1", FORTY);

        desk.after(Duration.ofHours(10)).offerWithdrawn("of-1");

        assertThat(desk.words()).endsWith("OFFERED->MANUAL OFFER_WITHDRAWN");
        assertThat(deadline(desk)).isEqualTo(NOON.plus(Duration.ofHours(34)));
    }

    @Test
    void aTimeThatTheBuyerWasPromisedGoesOnWhileAnOfferStands() {
        ADesk desk = toBeRefused();
        Instant refundAt = NOON.plus(Duration.ofDays(5));

        desk.at(refundAt.minus(Duration.ofHours(2))).pulse().offered("of-1", FORTY);

        assertThat(desk.theCase().movesAt()).isEqualTo(refundAt);
        assertThat(desk.at(refundAt).wordsOf(desk::pulse))
                .contains(
                        "OFFERED->AWAITING_REJECTION OFFER_EXPIRED",
                        "AWAITING_REJECTION->PAYING REJECTION_WAIT_OVER");
    }

    @Test
    void aParcelThatIsRefusedMeanwhileRefundsAllOfIt() {
        ADesk desk = toBeRefused().offered("of-1", FORTY);

        desk.learns(facts ->
                facts.with(
                        AnOrder.milestone(
                                ParcelId.of("ZTO", "ZTO1"),
                                io.waybillguard.events.parcel.ParcelRole.DELIVERY,
                                Stage.REFUSED,
                                9,
                                NOON)));

        assertThat(desk.words()).contains("OFFERED->PAYING PARCEL_REFUSED");
        assertThat(desk.theCase().file().toPay()).isEqualTo(Money.yuan(100));
    }

    @Test
    void aReturnThatIsAwaitedCanBeSpared() {
        ADesk desk = withTheShopAfterShipping().agreed().offered("of-1", FORTY).accepted("of-1");

        assertThat(desk.words())
                .contains("AWAITING_RETURN->OFFERED OFFERED", "OFFERED->PAYING OFFER_ACCEPTED");
    }

    private static ADesk withTheShopAfterShipping() {
        return aDesk(aPolicy(), anOrder().shippedAndNow(Stage.SIGNED))
                .refundAsked(RefundKind.RETURN_AND_REFUND, Money.yuan(100));
    }

    @Test
    void whoSendsTheGoodsBackNeedsNoOffer() {
        ADesk desk = withTheShopAfterShipping().agreed().offered("of-1", FORTY);

        desk.waybillGiven(ParcelId.of("SF", "BACK1"));

        assertThat(desk.theCase().state()).isEqualTo(CaseState.RETURN_ON_THE_WAY);
    }

    @Test
    void onlyTheOfferThatStandsIsAccepted() {
        ADesk desk = withTheShop().offered("of-1", Money.yuan(60)).offerWithdrawn("of-1");

        desk.offered("of-2", FORTY).accepted("of-1");

        assertThat(desk.theCase().state()).isEqualTo(CaseState.OFFERED);
        assertThat(desk.notes())
                .contains(
                        new Note.Ignored(
                                "OFFERED", new CaseEvent.BuyerAccepted(new OfferId("of-1"))));
    }

    @Test
    void anOfferIsNotAcceptedOnceItsTimeIsOver() {
        ADesk desk = withTheShop().offered("of-1", FORTY);

        desk.at(NOON.plus(Duration.ofHours(48))).accepted("of-1");

        assertThat(desk.words()).endsWith("OFFERED->MANUAL OFFER_EXPIRED");
        assertThat(desk.payouts()).isZero();
    }

    @Test
    void anOfferThatWasDeclinedDoesNotComeBackByARepetition() {
        ADesk desk = withTheShop().offered("of-1", FORTY).declined("of-1").offered("of-1", FORTY);

        assertThat(desk.theCase().state()).isEqualTo(CaseState.MANUAL);
    }

    @Test
    void offersDoNotHoldTheShopsClockForEver() {
        ADesk desk = withTheShop();
        for (String offer : List.of("of-1", "of-2", "of-3", "of-4")) {
            desk.offered(offer, FORTY).declined(offer);
        }

        assertThat(desk.words().stream().filter("MANUAL->OFFERED OFFERED"::equals)).hasSize(3);
    }

    @Test
    void onlyLessThanWhatWasAskedForIsAPart() {
        ADesk desk = withTheShop().offered("of-1", Money.yuan(100));

        assertThat(desk.theCase().state()).isEqualTo(CaseState.MANUAL);
        assertThat(desk.offered("of-1", Money.fen(9999)).theCase().state())
                .isEqualTo(CaseState.OFFERED);
    }

    @Test
    void theShopMayStillAgreeToAllOfIt() {
        ADesk desk = withTheShop().offered("of-1", FORTY).agreed();

        assertThat(desk.words()).endsWith("OFFERED->PAYING MERCHANT_AGREED", "PayoutRequested");
        assertThat(desk.theCase().file().toPay()).isEqualTo(Money.yuan(100));
    }

    @Test
    void anOfferCountsAsPromisedToTheOrdersOtherRequests() {
        ADesk desk = withTheShop().offered("of-1", FORTY);

        desk.refundAsked(new RefundId("r-2"), RefundKind.REFUND_ONLY, Money.yuan(61));

        assertThat(desk.words()).endsWith("decided MANUAL over-refund", "null->MANUAL DECIDED");
        desk.accepted("of-1").happens(new CaseEvent.PaymentMade(FORTY));
        desk.refundAsked(new RefundId("r-3"), RefundKind.REFUND_ONLY, Money.yuan(60));
        assertThat(desk.words()).endsWith("decided MANUAL otherwise", "null->MANUAL DECIDED");
    }
}
