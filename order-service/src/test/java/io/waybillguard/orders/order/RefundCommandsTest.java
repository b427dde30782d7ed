package io.waybillguard.orders.order;

import static io.waybillguard.orders.order.Fixtures.BUYER;
import static io.waybillguard.orders.order.Fixtures.NOON;
import static io.waybillguard.orders.order.Fixtures.ORDER;
import static io.waybillguard.orders.order.Fixtures.PARCEL;
import static io.waybillguard.orders.order.Fixtures.REFUND;
import static io.waybillguard.orders.order.Fixtures.SHOP;
import static io.waybillguard.orders.order.Fixtures.aPaidOrder;
import static io.waybillguard.orders.order.Fixtures.aRefund;
import static io.waybillguard.orders.order.Fixtures.anUnpaidOrder;
import static io.waybillguard.orders.order.Fixtures.asked;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.events.refund.AftersalesRequest;
import io.waybillguard.events.refund.AftersalesRequest.MerchantAgreed;
import io.waybillguard.events.refund.AftersalesRequest.MerchantRefused;
import io.waybillguard.events.refund.AftersalesRequest.OfferAccepted;
import io.waybillguard.events.refund.AftersalesRequest.OfferDeclined;
import io.waybillguard.events.refund.AftersalesRequest.OfferMade;
import io.waybillguard.events.refund.AftersalesRequest.OfferWithdrawn;
import io.waybillguard.events.refund.AftersalesRequest.RefundChanged;
import io.waybillguard.events.refund.AftersalesRequest.RefundWithdrawn;
import io.waybillguard.events.refund.AftersalesRequest.ReturnConfirmed;
import io.waybillguard.events.refund.AftersalesRequest.ReturnWaybillGiven;
import io.waybillguard.events.refund.CaseState;
import io.waybillguard.events.refund.GivenBy;
import io.waybillguard.events.refund.OfferKind;
import io.waybillguard.events.refund.RefundKind;
import io.waybillguard.events.refund.RefundReason;
import io.waybillguard.events.refund.RefusalProof;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.OfferId;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.orders.order.Verdict.Publish;
import io.waybillguard.orders.order.Verdict.Refused;
import io.waybillguard.orders.order.Verdict.Repeated;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RefundCommandsTest {
    private static final Instant LATER = NOON.plusSeconds(60);
    private static final MerchantAgreed AGREED = new MerchantAgreed(ORDER, REFUND, "a-7", LATER);
    private static final RefusalProof PROOF =
            new RefusalProof(RefusalProof.Kind.RECALL_FAILED, "https://proof.test/1");

    @Test
    void aRequestNeedsAPaidOrderAndAFreeId() {
        var request = asked(Money.yuan(99), LATER);
        assertThat(RefundCommands.request(request, aPaidOrder(), null))
                .isEqualTo(new Publish<>(request));
        refused(RefundCommands.request(request, anUnpaidOrder(), null), RefusalCode.ORDER_NOT_PAID);
        assertThat(RefundCommands.request(request, aPaidOrder(), aRefund(null)))
                .isEqualTo(new Repeated<>());
        refused(
                RefundCommands.request(
                        asked(Money.yuan(98), LATER), aPaidOrder(), aRefund(CaseState.MANUAL)),
                RefusalCode.REFUND_ID_TAKEN);
    }

    @ParameterizedTest
    @EnumSource(CaseState.class)
    void theShopAgreesWhereAPersonMustAct(CaseState state) {
        allowedOnlyIn(
                state, AGREED, CaseState.MANUAL, CaseState.OFFERED, CaseState.AWAITING_REJECTION);
    }

    @ParameterizedTest
    @EnumSource(CaseState.class)
    void aRefusalWithProofIsTakenWhereAPersonMustAct(CaseState state) {
        allowedOnlyIn(
                state,
                new MerchantRefused(ORDER, REFUND, "a-7", "signed", PROOF, LATER),
                CaseState.MANUAL,
                CaseState.AWAITING_REJECTION);
    }

    @Test
    void aRefusalWithoutProofIsRefusedWhileTheParcelIsToBeRefused() {
        var bare = new MerchantRefused(ORDER, REFUND, "a-7", "no", null, LATER);
        refused(
                RefundCommands.act(bare, aRefund(CaseState.AWAITING_REJECTION)),
                RefusalCode.REFUSAL_NEEDS_PROOF);
        assertThat(RefundCommands.act(bare, aRefund(CaseState.MANUAL)))
                .isEqualTo(new Publish<>(bare));
    }

    @ParameterizedTest
    @CsvSource({
        "BUYER_SIGNED, https://proof.test/1",
        "OTHER, https://proof.test/1",
        "RECALL_FAILED, ''",
        "RECALL_FAILED, ask me",
        "INTERCEPTION_FAILED, ftp://proof.test/1",
    })
    void whatDoesNotShowThatNothingStopsTheParcelIsNoProof(RefusalProof.Kind kind, String url) {
        var act =
                new MerchantRefused(ORDER, REFUND, "a-7", "no", new RefusalProof(kind, url), LATER);

        refused(
                RefundCommands.act(act, aRefund(CaseState.AWAITING_REJECTION)),
                RefusalCode.REFUSAL_NEEDS_PROOF);
        assertThat(RefundCommands.act(act, aRefund(CaseState.MANUAL)))
                .as("a person decides whatever is shown")
                .isEqualTo(new Publish<>(act));
    }

    @ParameterizedTest
    @EnumSource(CaseState.class)
    void theBuyerWithdrawsUntilTheMoneyIsOnItsWay(CaseState state) {
        Set<CaseState> tooLate =
                EnumSet.of(CaseState.PAYING, CaseState.PAYOUT_PARKED, CaseState.CLOSED);
        allowedOnlyIn(
                state,
                new RefundWithdrawn(ORDER, REFUND, LATER),
                EnumSet.complementOf(EnumSet.copyOf(tooLate)).toArray(CaseState[]::new));
    }

    @ParameterizedTest
    @EnumSource(CaseState.class)
    void aReturnIsConfirmedOnceItIsOnItsWay(CaseState state) {
        allowedOnlyIn(
                state,
                new ReturnConfirmed(ORDER, REFUND, "a-7", LATER),
                CaseState.RETURN_ON_THE_WAY,
                CaseState.RETURN_SIGNED);
    }

    @Test
    void aReturnWaybillIsGivenOnceAndIsNotTheDelivery() {
        var back = returned(ParcelId.of("YTO", "8800001"));
        assertThat(RefundCommands.act(back, aRefund(CaseState.AWAITING_RETURN)))
                .isEqualTo(new Publish<>(back));
        assertThat(RefundCommands.act(back, aRefund(CaseState.RETURN_ON_THE_WAY, back)))
                .isEqualTo(new Repeated<>());
        refused(
                RefundCommands.act(
                        returned(ParcelId.of("YTO", "8800002")),
                        aRefund(CaseState.RETURN_ON_THE_WAY, back)),
                RefusalCode.RETURN_WAYBILL_DIFFERS);
        refused(
                RefundCommands.act(returned(PARCEL), aRefund(CaseState.AWAITING_RETURN)),
                RefusalCode.RETURN_IS_DELIVERY);
        refused(
                RefundCommands.act(back, aRefund(CaseState.MANUAL)),
                RefusalCode.REFUND_WRONG_STATE);
    }

    @Test
    void theSameActAgainChangesNothing() {
        assertThat(RefundCommands.act(AGREED, aRefund(CaseState.MANUAL, agreedAt(LATER))))
                .isEqualTo(new Repeated<>());
        assertThat(RefundCommands.act(AGREED, aRefund(CaseState.CLOSED, agreedAt(NOON))))
                .isEqualTo(new Repeated<>());
        refused(
                RefundCommands.act(
                        new MerchantAgreed(ORDER, REFUND, "a-8", LATER),
                        aRefund(CaseState.CLOSED, agreedAt(NOON))),
                RefusalCode.REFUND_WRONG_STATE);
    }

    @Test
    void anActMeantForAnEarlierStateMayBeDoneAgain() {
        assertThat(
                        RefundCommands.act(
                                AGREED, aRefund(CaseState.MANUAL, agreedAt(NOON.minusMillis(1)))))
                .isEqualTo(new Publish<>(AGREED));
        assertThat(RefundCommands.act(AGREED, aRefund(CaseState.MANUAL, agreedAt(NOON))))
                .isEqualTo(new Repeated<>());
    }

    @Test
    void nobodyActsBeforeTheDecisionButTheBuyer() {
        refused(RefundCommands.act(AGREED, aRefund(null)), RefusalCode.REFUND_WRONG_STATE);
        var withdrawn = new RefundWithdrawn(ORDER, REFUND, LATER);
        assertThat(RefundCommands.act(withdrawn, aRefund(null)))
                .isEqualTo(new Publish<>(withdrawn));
    }

    @ParameterizedTest
    @EnumSource(CaseState.class)
    void theShopOffersWhereSomebodyIsStillToAct(CaseState state) {
        allowedOnlyIn(
                state,
                made("of-2", Money.yuan(40)),
                CaseState.MANUAL,
                CaseState.AWAITING_REJECTION,
                CaseState.AWAITING_RETURN);
    }

    @Test
    void aPartIsLessThanWhatIsAskedForByNow() {
        refused(
                RefundCommands.act(made("of-2", Money.yuan(99)), aRefund(CaseState.MANUAL)),
                RefusalCode.OFFER_NOT_PARTIAL);
        refused(
                RefundCommands.act(
                        made("of-2", Money.yuan(50)),
                        aRefund(CaseState.MANUAL, changed(Money.yuan(50), NOON))),
                RefusalCode.OFFER_NOT_PARTIAL);
    }

    @Test
    void anOfferIsMadeOnceUnderItsId() {
        var made = made("of-2", Money.yuan(40));

        assertThat(RefundCommands.act(made, aRefund(CaseState.OFFERED, made)))
                .isEqualTo(new Repeated<>());
        refused(
                RefundCommands.act(made("of-2", Money.yuan(30)), aRefund(CaseState.MANUAL, made)),
                RefusalCode.OFFER_DIFFERS);
    }

    @ParameterizedTest
    @EnumSource(CaseState.class)
    void anOfferIsAnsweredWhileItStands(CaseState state) {
        var offer = new OfferId("of-1");
        allowedOnlyIn(state, new OfferAccepted(ORDER, REFUND, offer, LATER), CaseState.OFFERED);
        allowedOnlyIn(state, new OfferDeclined(ORDER, REFUND, offer, LATER), CaseState.OFFERED);
        allowedOnlyIn(
                state, new OfferWithdrawn(ORDER, REFUND, offer, "a-7", LATER), CaseState.OFFERED);
    }

    @Test
    void onlyTheOfferThatStandsIsAnswered() {
        refused(
                RefundCommands.act(
                        new OfferAccepted(ORDER, REFUND, new OfferId("of-0"), LATER),
                        aRefund(CaseState.OFFERED)),
                RefusalCode.OFFER_DIFFERS);
    }

    @ParameterizedTest
    @EnumSource(CaseState.class)
    void theBuyerAsksForSomethingElseUntilTheMoneyIsOnItsWay(CaseState state) {
        Set<CaseState> tooLate =
                EnumSet.of(CaseState.PAYING, CaseState.PAYOUT_PARKED, CaseState.CLOSED);
        allowedOnlyIn(
                state,
                changed(Money.yuan(50), LATER),
                EnumSet.complementOf(EnumSet.copyOf(tooLate)).toArray(CaseState[]::new));
    }

    private static OfferMade made(String offer, Money amount) {
        return new OfferMade(
                ORDER,
                REFUND,
                new OfferId(offer),
                OfferKind.PARTIAL_REFUND,
                amount,
                "a-7",
                "sorry",
                LATER);
    }

    private static RefundChanged changed(Money amount, Instant at) {
        return new RefundChanged(
                ORDER,
                REFUND,
                RefundKind.REFUND_ONLY,
                amount,
                RefundReason.NOT_WANTED,
                List.of(),
                List.of(),
                at);
    }

    private static MerchantAgreed agreedAt(Instant at) {
        return new MerchantAgreed(ORDER, REFUND, "a-7", at);
    }

    private static ReturnWaybillGiven returned(ParcelId parcel) {
        return new ReturnWaybillGiven(ORDER, REFUND, SHOP, BUYER, parcel, GivenBy.BUYER, LATER);
    }

    private static void allowedOnlyIn(
            CaseState state, AftersalesRequest act, CaseState... allowed) {
        Verdict<AftersalesRequest> verdict = RefundCommands.act(act, aRefund(state));
        if (Set.of(allowed).contains(state)) {
            assertThat(verdict).isEqualTo(new Publish<>(act));
        } else {
            refused(verdict, RefusalCode.REFUND_WRONG_STATE);
        }
    }

    private static void refused(Verdict<AftersalesRequest> verdict, RefusalCode code) {
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }
}
