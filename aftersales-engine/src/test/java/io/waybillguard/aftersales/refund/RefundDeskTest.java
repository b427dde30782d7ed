package io.waybillguard.aftersales.refund;

import static io.waybillguard.aftersales.fixtures.APolicy.aPolicy;
import static io.waybillguard.aftersales.fixtures.AnOrder.NOON;
import static io.waybillguard.aftersales.fixtures.AnOrder.anOrder;
import static io.waybillguard.aftersales.fixtures.AnOrder.milestone;
import static io.waybillguard.aftersales.fixtures.AnOrder.shipment;
import static io.waybillguard.aftersales.fixtures.AnOrder.stall;
import static io.waybillguard.aftersales.fixtures.AnOrder.stallEvent;
import static io.waybillguard.aftersales.refund.ADesk.REFUND;
import static io.waybillguard.aftersales.refund.ADesk.aDesk;
import static io.waybillguard.events.refund.RefundKind.REFUND_ONLY;
import static io.waybillguard.events.refund.RefundKind.RETURN_AND_REFUND;
import static io.waybillguard.events.types.Money.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.aftersales.fixtures.APolicy;
import io.waybillguard.aftersales.fixtures.AnOrder;
import io.waybillguard.events.interception.InterceptionCommand.InterceptionQueried;
import io.waybillguard.events.interception.InterceptionResult.InterceptionSucceeded;
import io.waybillguard.events.order.CloseReason;
import io.waybillguard.events.order.OrderEvent.OrderClosed;
import io.waybillguard.events.order.OrderEvent.OrderReceived;
import io.waybillguard.events.order.OrderEvent.ShipmentCancelled;
import io.waybillguard.events.parcel.ParcelRole;
import io.waybillguard.events.parcel.Stage;
import io.waybillguard.events.parcel.StallKind;
import io.waybillguard.events.parcel.StallLevel;
import io.waybillguard.events.policy.Language;
import io.waybillguard.events.refund.AftersalesEvent.RefundDecided;
import io.waybillguard.events.refund.CaseState;
import io.waybillguard.events.refund.Decision;
import io.waybillguard.events.refund.Fact;
import io.waybillguard.events.refund.RefundKind;
import io.waybillguard.events.refund.RefusalProof;
import io.waybillguard.events.refund.Situation;
import io.waybillguard.events.types.CourierCode;
import io.waybillguard.events.types.InterceptionId;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.events.types.RefundId;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RefundDeskTest {

    private static final ParcelId ZTO = ParcelId.of("ZTO", "ZTO1");
    private static final ParcelId BACK = ParcelId.of("SF", "BACK1");
    private static final Duration MILLI = Duration.ofMillis(1);
    private static final RefusalProof PROOF =
            new RefusalProof(RefusalProof.Kind.RECALL_FAILED, "https://proof.example/1");

    private static ADesk automatic() {
        return aDesk(aPolicy().fastRefund(), anOrder()).refundAsked(REFUND_ONLY, yuan(100));
    }

    private static ADesk intercepting() {
        return aDesk(
                        aPolicy().intercepts("2023-06", "ZTO"),
                        anOrder().shippedAndNow(Stage.IN_TRANSIT))
                .refundAsked(REFUND_ONLY, yuan(100));
    }

    private static ADesk awaitingRejection() {
        return aDesk(
                        aPolicy().rejectThenRefund().lostInTransitCap(yuan(100)),
                        anOrder().shippedAndNow(Stage.OUT_FOR_DELIVERY))
                .refundAsked(REFUND_ONLY, yuan(100));
    }

    private static ADesk manual(RefundKind kind, AnOrder order) {
        return aDesk(aPolicy(), order).refundAsked(kind, yuan(100));
    }

    private static ADesk awaitingReturn() {
        return aDesk(
                        aPolicy().postShipReturnUnder(yuan(200)),
                        anOrder().shippedAndNow(Stage.SIGNED))
                .refundAsked(RETURN_AND_REFUND, yuan(100));
    }

    private static ADesk parcel(ADesk desk, Stage stage, long revision) {
        return desk.learns(facts ->
                facts.with(milestone(ZTO, ParcelRole.DELIVERY, stage, revision, desk.now())));
    }

    @Nested
    class Requests {

        @Test
        void anAutomaticRefundIsDecidedPaidAndClosed() {
            ADesk desk = automatic().happens(new CaseEvent.PaymentMade(yuan(100)));

            assertThat(desk.words())
                    .containsExactly(
                            "decided AUTO_REFUND fast-refund",
                            "null->PAYING DECIDED",
                            "PayoutRequested",
                            "closed REFUNDED PAID");
        }

        @Test
        void theRevisionRisesByOneAnEvent() {
            ADesk desk = automatic().happens(new CaseEvent.PaymentMade(yuan(100)));

            assertThat(desk.said())
                    .filteredOn(Message.Published.class::isInstance)
                    .extracting(message -> ((Message.Published) message).event().revision())
                    .containsExactly(1L, 2L, 3L);
        }

        @Test
        void theSameRequestAgainChangesNothing() {
            ADesk desk = automatic();
            Dossier before = desk.dossier();

            assertThat(desk.wordsOf(() -> desk.refundAsked(REFUND_ONLY, yuan(100)))).isEmpty();
            assertThat(desk.dossier()).isEqualTo(before);
            assertThat(desk.notes()).contains(new Note.Duplicate());
        }

        @Test
        void anotherRequestUnderTheSameIdChangesNothing() {
            ADesk desk = automatic();
            Dossier before = desk.dossier();

            assertThat(desk.wordsOf(() -> desk.refundAsked(REFUND_ONLY, yuan(99)))).isEmpty();
            assertThat(desk.dossier()).isEqualTo(before);
            assertThat(desk.notes()).contains(new Note.Conflict());
        }

        @Test
        void twoRefundsNeverExceedWhatWasPaid() {
            RefundId second = new RefundId("r-2");
            ADesk desk =
                    aDesk(aPolicy().fastRefund(), anOrder())
                            .refundAsked(REFUND_ONLY, yuan(60))
                            .refundAsked(second, REFUND_ONLY, yuan(41));

            assertThat(desk.words()).contains("decided MANUAL over-refund");
            assertThat(desk.payouts()).isEqualTo(1);
        }

        @Test
        void anExplanationTellsRowsFactsWordsAndTool() {
            ADesk desk = manual(REFUND_ONLY, stalled(StallLevel.STALLED));

            RefundDecided decided =
                    (RefundDecided) ((Message.Published) desk.said().getFirst()).event();
            assertThat(decided.explanation().situation()).isEqualTo(Situation.ABNORMAL_IN_TRANSIT);
            assertThat(decided.explanation().suggestedWords()).containsOnlyKeys("zh", "en");
            assertThat(decided.explanation().suggestedTool())
                    .isEqualTo("intercept, else reject-then-refund");
            assertThat(decided.explanation().facts())
                    .extracting(Fact::name)
                    .contains("request", "paid", "parcel ZTO/ZTO1", "stall ZTO/ZTO1");
            assertThat(decided.nextDeadline()).isEqualTo(NOON.plus(Duration.ofHours(48)));
        }

        @ParameterizedTest
        @EnumSource(Situation.class)
        void everySituationHasWordsInBothLanguagesAndATool(Situation situation) {
            assertThat(Situations.words(situation).values()).hasSize(2).noneMatch(String::isBlank);
            assertThat(Situations.tool(situation).in(Language.EN)).isNotBlank();
            assertThat(Situations.tool(situation).in(Language.ZH)).containsPattern("\\p{IsHan}");
        }
    }

    @Nested
    class UnknownOrders {

        @Test
        void aRequestWaitsForItsOrderAndIsDecidedWhenItComes() {
            ADesk desk = new ADesk(aPolicy().fastRefund()).refundAsked(REFUND_ONLY, yuan(100));
            desk.after(Duration.ofMinutes(1)).learns(facts -> facts.with(anOrder().placedEvent()));
            desk.learns(facts -> facts.with(anOrder().paidEvent()));

            assertThat(desk.words())
                    .containsExactly(
                            "null->WAITING_FOR_ORDER OTHER",
                            "decided AUTO_REFUND fast-refund",
                            "WAITING_FOR_ORDER->PAYING ORDER_ARRIVED",
                            "PayoutRequested");
        }

        @Test
        void anOrderThatNeverComesGoesToAPersonAfterTenMinutes() {
            ADesk desk = new ADesk(aPolicy()).refundAsked(REFUND_ONLY, yuan(100));
            desk.after(Duration.ofMinutes(10).minusMillis(1)).pulse();
            assertThat(desk.theCase().state()).isEqualTo(CaseState.WAITING_FOR_ORDER);

            desk.after(MILLI).pulse();

            assertThat(desk.words())
                    .endsWith(
                            "decided MANUAL otherwise",
                            "WAITING_FOR_ORDER->MANUAL ORDER_NEVER_ARRIVED");
        }

        @Test
        void anOrderThatComesTooLateIsDecidedAnew() {
            ADesk desk = new ADesk(aPolicy().fastRefund()).refundAsked(REFUND_ONLY, yuan(100));
            desk.after(Duration.ofMinutes(10)).pulse();
            desk.learns(_ -> anOrder().facts());

            assertThat(desk.words())
                    .endsWith(
                            "redecided AUTO_REFUND fast-refund",
                            "MANUAL->PAYING DECIDED_ANEW",
                            "PayoutRequested");
        }

        @Test
        void aRequestWithdrawnBeforeItsOrderCameIsDecidedOnceAllTheSame() {
            ADesk desk = new ADesk(aPolicy()).refundAsked(REFUND_ONLY, yuan(100)).withdrawn();

            assertThat(desk.words())
                    .endsWith("decided MANUAL otherwise", "closed WITHDRAWN WITHDRAWN");
        }

        @Test
        void anOrderThatClosedUnpaidIsKnownAndPaysNothing() {
            ADesk desk =
                    aDesk(aPolicy().fastRefund(), anOrder().unpaid())
                            .learns(facts ->
                                    facts.with(
                                            new OrderClosed(
                                                    AnOrder.ORDER, CloseReason.UNPAID, NOON)))
                            .refundAsked(REFUND_ONLY, yuan(1));

            assertThat(desk.words()).startsWith("decided MANUAL over-refund");
        }
    }

    @Nested
    class Interceptions {

        @Test
        void successRefundsAndTheCourierIsAskedOnce() {
            ADesk desk =
                    intercepting()
                            .happens(new CaseEvent.CourierAccepted())
                            .happens(new CaseEvent.CourierAccepted())
                            .happens(new CaseEvent.CourierStopped());

            assertThat(desk.words())
                    .containsExactly(
                            "decided INTERCEPT intercept",
                            "null->INTERCEPTING DECIDED",
                            "InterceptionRequested",
                            "INTERCEPTING->INTERCEPTING INTERCEPTION_ACCEPTED",
                            "INTERCEPTING->PAYING INTERCEPTION_SUCCEEDED",
                            "PayoutRequested");
        }

        @Test
        void failureFallsToRejectThenRefundWhileUnsigned() {
            assertThat(intercepting().happens(new CaseEvent.CourierFailed()).words())
                    .endsWith("INTERCEPTING->AWAITING_REJECTION INTERCEPTION_FAILED");
        }

        @Test
        void failureOfASignedParcelFallsToAPerson() {
            ADesk desk = parcel(intercepting(), Stage.SIGNED, 9);

            assertThat(desk.happens(new CaseEvent.CourierFailed()).words())
                    .endsWith("INTERCEPTING->MANUAL INTERCEPTION_FAILED");
        }

        @Test
        void failureOfAParcelThatComesBackAnywayRefundsAtOnce() {
            ADesk desk = parcel(intercepting(), Stage.RETURNING, 9);

            assertThat(desk.happens(new CaseEvent.CourierFailed()).words())
                    .endsWith("AWAITING_REJECTION->PAYING PARCEL_RETURNING", "PayoutRequested");
        }

        @Test
        void anAnswerThatDoesNotComeIsAskedAboutEveryTenMinutes() {
            ADesk desk = intercepting();
            desk.after(Duration.ofMinutes(10).minusMillis(1)).pulse();
            assertThat(desk.words()).doesNotContain("InterceptionQueried");

            desk.after(MILLI).pulse();
            desk.after(Duration.ofMinutes(10)).pulse();

            assertThat(desk.words())
                    .containsOnlyOnce("InterceptionRequested")
                    .endsWith("InterceptionQueried", "InterceptionQueried");
        }

        @Test
        void withoutAnAnswerInADayItFallsToRejectThenRefund() {
            ADesk desk = intercepting();
            desk.at(NOON.plus(Duration.ofHours(24)).minus(MILLI)).pulse();
            assertThat(desk.theCase().state()).isEqualTo(CaseState.INTERCEPTING);

            desk.after(MILLI).pulse();

            assertThat(desk.words())
                    .endsWith("INTERCEPTING->AWAITING_REJECTION INTERCEPTION_UNANSWERED");
        }

        @Test
        void aCourierThatCannotBeReachedIsWaitedForAndToldOnce() {
            ADesk desk = intercepting();

            assertThat(desk.wordsOf(() -> desk.happens(new CaseEvent.CourierUnsure(true))))
                    .containsExactly("INTERCEPTING->INTERCEPTING COURIER_UNREACHABLE");
            assertThat(desk.wordsOf(() -> desk.happens(new CaseEvent.CourierUnsure(true))))
                    .isEmpty();
            assertThat(desk.wordsOf(() -> parcel(desk, Stage.IN_TRANSIT, 9))).isEmpty();
        }

        @Test
        void theWaitEndsWhenTheParcelIsAboutToBeOutForDelivery() {
            ADesk desk = intercepting().happens(new CaseEvent.CourierUnsure(true));

            assertThat(parcel(desk, Stage.AT_DESTINATION, 9).words())
                    .endsWith("INTERCEPTING->AWAITING_REJECTION COURIER_UNREACHABLE");
            assertThat(desk.happens(new CaseEvent.CourierStopped()).words())
                    .endsWith(
                            "AWAITING_REJECTION->PAYING INTERCEPTION_SUCCEEDED", "PayoutRequested");
        }

        @Test
        void aParcelAtItsDestinationDoesNotWaitAtAll() {
            ADesk desk = parcel(intercepting(), Stage.AT_DESTINATION, 9);
            assertThat(desk.theCase().state()).isEqualTo(CaseState.INTERCEPTING);

            assertThat(desk.happens(new CaseEvent.CourierUnsure(true)).words())
                    .endsWith("INTERCEPTING->AWAITING_REJECTION COURIER_UNREACHABLE");
        }

        @Test
        void aCourierThatIsBackEndsTheWait() {
            ADesk desk = intercepting().happens(new CaseEvent.CourierUnsure(true));
            desk.happens(new CaseEvent.CourierAccepted());

            parcel(desk, Stage.AT_DESTINATION, 9);

            assertThat(desk.happens(new CaseEvent.CourierUnsure(true)).theCase().state())
                    .isEqualTo(CaseState.INTERCEPTING);
        }

        @Test
        void theWaitIsRememberedWhileTheCourierIsAskedAgain() {
            ADesk desk = intercepting().happens(new CaseEvent.CourierUnsure(true));
            desk.after(Duration.ofMinutes(10)).pulse();

            assertThat(parcel(desk, Stage.AT_DESTINATION, 9).words())
                    .endsWith("INTERCEPTING->AWAITING_REJECTION COURIER_UNREACHABLE");
        }

        @Test
        void aBuyerWhoWithdrawsLetsTheParcelGo() {
            assertThat(intercepting().withdrawn().words())
                    .endsWith("closed WITHDRAWN WITHDRAWN", "InterceptionCancelled");
            ADesk unanswered = intercepting();
            unanswered.at(NOON.plus(Duration.ofHours(24))).pulse();
            assertThat(unanswered.withdrawn().words())
                    .endsWith("closed WITHDRAWN WITHDRAWN", "InterceptionCancelled");
        }

        @Test
        void aParcelThatIsSignedForWithoutAnAnswerIsLetGo() {
            ADesk desk = parcel(intercepting(), Stage.SIGNED, 9);

            assertThat(desk.at(NOON.plus(Duration.ofHours(24))).pulse().words())
                    .endsWith(
                            "INTERCEPTING->MANUAL INTERCEPTION_UNANSWERED",
                            "InterceptionCancelled");
        }

        @Test
        void aShopThatAgreesStillWantsItsGoodsBack() {
            assertThat(intercepting().agreed().words()).doesNotContain("InterceptionCancelled");
        }

        @Test
        void whatTheCourierAnsweredIsNotTakenBack() {
            assertThat(intercepting().happens(new CaseEvent.CourierStopped()).words())
                    .doesNotContain("InterceptionCancelled");
            assertThat(
                            parcel(intercepting(), Stage.SIGNED, 9)
                                    .happens(new CaseEvent.CourierFailed())
                                    .words())
                    .endsWith("INTERCEPTING->MANUAL INTERCEPTION_FAILED");
        }

        @Test
        void aParcelThatIsBackBeforeTheCourierAnsweredRefundsAtOnce() {
            assertThat(parcel(intercepting(), Stage.RETURNED, 9).words())
                    .endsWith(
                            "INTERCEPTING->PAYING PARCEL_REFUSED",
                            "PayoutRequested",
                            "InterceptionCancelled");
        }

        @Test
        void aQuestionTellsWhenTheInterceptionWasAskedFor() {
            ADesk desk = intercepting();
            desk.after(Duration.ofMinutes(10)).pulse();

            assertThat(desk.said())
                    .last()
                    .isInstanceOfSatisfying(
                            Message.ToCourier.class,
                            message ->
                                    assertThat(
                                                    ((InterceptionQueried) message.command())
                                                            .requestedAt())
                                            .isEqualTo(NOON));
        }

        @Test
        void anOutcomeOfAnotherParcelOrInterceptionIsIgnored() {
            ADesk desk = intercepting();
            InterceptionId asked = InterceptionId.of(REFUND);
            InterceptionId other = InterceptionId.of(new RefundId("r-9"));

            assertThat(
                            desk.wordsOf(() -> {
                                desk.answers(stopped(asked, ParcelId.of("ZTO", "OTHER")));
                                desk.answers(stopped(other, ZTO));
                            }))
                    .isEmpty();
            assertThat(desk.notes())
                    .contains(new Note.Ignored("INTERCEPTING", new CaseEvent.CourierStopped()));
            assertThat(desk.answers(stopped(asked, ZTO)).payouts()).isEqualTo(1);
        }

        private static InterceptionSucceeded stopped(InterceptionId id, ParcelId parcel) {
            return new InterceptionSucceeded(id, REFUND, AnOrder.ORDER, parcel, NOON);
        }

        @Test
        void aParcelIsAskedForOnceWhoeverOfTheOrderAsks() {
            ADesk desk = intercepting().withdrawn();
            desk.refundAsked(new RefundId("r-2"), REFUND_ONLY, yuan(100));

            assertThat(desk.words())
                    .containsOnlyOnce("InterceptionRequested")
                    .contains("decided MANUAL otherwise");
        }

        @Test
        void aCourierThatStopsOneParcelAnOrderIsRememberedAfterTheCaseClosed() {
            ADesk desk = intercepting().withdrawn().happens(new CaseEvent.CourierStopped());

            assertThat(desk.dossier().stoppedBy()).containsExactly(new CourierCode("ZTO"));
            assertThat(desk.payouts()).isZero();
        }

        @Test
        void aLateSuccessStillRefunds() {
            ADesk desk =
                    intercepting()
                            .happens(new CaseEvent.CourierFailed())
                            .happens(new CaseEvent.CourierStopped());

            assertThat(desk.words())
                    .endsWith(
                            "AWAITING_REJECTION->PAYING INTERCEPTION_SUCCEEDED", "PayoutRequested");
        }
    }

    @Nested
    class RejectThenRefund {

        @Test
        void theShopIsRemindedAtThreeDaysAndTheSystemRefundsAtFive() {
            ADesk desk = awaitingRejection();
            assertThat(
                            desk.wordsOf(() ->
                                    desk.at(NOON.plus(Duration.ofDays(3)).minus(MILLI)).pulse()))
                    .isEmpty();
            assertThat(desk.wordsOf(() -> desk.after(MILLI).pulse()))
                    .containsExactly("reminded AWAITING_REJECTION");
            assertThat(
                            desk.wordsOf(() ->
                                    desk.at(NOON.plus(Duration.ofDays(5)).minus(MILLI)).pulse()))
                    .isEmpty();
            assertThat(desk.wordsOf(() -> desk.after(MILLI).pulse()))
                    .containsExactly(
                            "AWAITING_REJECTION->PAYING REJECTION_WAIT_OVER", "PayoutRequested");
        }

        @Test
        void noMoneyMovesWhileTheTrackerHasNotReadAsFar() {
            ADesk desk = awaitingRejection().at(NOON.plus(Duration.ofDays(6)));

            desk.pulse(null);
            desk.pulse(NOON.plus(Duration.ofDays(5)).minus(MILLI));
            assertThat(desk.payouts()).isZero();

            desk.pulse(NOON.plus(Duration.ofDays(5)));
            assertThat(desk.payouts()).isEqualTo(1);
        }

        @ParameterizedTest
        @EnumSource(names = {"REFUSED", "RETURNING", "RETURNED"})
        void aParcelThatTurnsBackRefundsAtOnce(Stage stage) {
            ADesk desk = parcel(awaitingRejection(), stage, 9);

            assertThat(desk.theCase().state()).isEqualTo(CaseState.PAYING);
            assertThat(desk.payouts()).isEqualTo(1);
        }

        @Test
        void aSignatureEndsTheWait() {
            assertThat(parcel(awaitingRejection(), Stage.SIGNED, 9).words())
                    .endsWith("AWAITING_REJECTION->MANUAL PARCEL_SIGNED");
        }

        @Test
        void aConfirmedReceiptEndsTheWaitLikeASignature() {
            ADesk desk = awaitingRejection().learns(facts -> facts.with(receipt()));

            assertThat(desk.words()).endsWith("AWAITING_REJECTION->MANUAL PARCEL_SIGNED");
        }

        @Test
        void aRefusalWithoutProofIsItselfRefused() {
            assertThat(awaitingRejection().refused(null).words())
                    .endsWith("AWAITING_REJECTION->AWAITING_REJECTION REFUSAL_WITHOUT_PROOF");
        }

        @ParameterizedTest
        @CsvSource({
            "BUYER_SIGNED,https://proof.example/1",
            "OTHER,https://proof.example/1",
            "RECALL_FAILED,''",
            "RECALL_FAILED,the courier said so",
            "INTERCEPTION_FAILED,ftp://proof.example/1",
            "INTERCEPTION_FAILED,https:///1"
        })
        void aProofOfSomethingElseOrThatNobodyCanOpenIsNone(RefusalProof.Kind kind, String url) {
            assertThat(awaitingRejection().refused(new RefusalProof(kind, url)).words())
                    .endsWith("AWAITING_REJECTION->AWAITING_REJECTION REFUSAL_WITHOUT_PROOF");
        }

        @Test
        void aProofThatTheInterceptionFailedCountsToo() {
            RefusalProof proof =
                    new RefusalProof(
                            RefusalProof.Kind.INTERCEPTION_FAILED, "http://proof.example/1");

            assertThat(awaitingRejection().refused(proof).words())
                    .endsWith("closed REFUSED MERCHANT_REFUSED");
        }

        @Test
        void aRefusalWithProofEndsTheCase() {
            assertThat(awaitingRejection().refused(PROOF).words())
                    .endsWith("closed REFUSED MERCHANT_REFUSED");
        }

        @Test
        void theShopMayAgreeBefore() {
            assertThat(awaitingRejection().agreed().words())
                    .endsWith("AWAITING_REJECTION->PAYING MERCHANT_AGREED", "PayoutRequested");
        }

        @Test
        void aParcelSuspectedLostIsDecidedAnew() {
            ADesk desk =
                    awaitingRejection()
                            .learns(facts -> facts.with(lost(StallLevel.SUSPECTED_LOST, 9)));

            assertThat(desk.words())
                    .endsWith(
                            "redecided AUTO_REFUND lost-in-transit",
                            "AWAITING_REJECTION->PROVING_PARCELS DECIDED_ANEW");
        }
    }

    @Nested
    class ProvingTheParcels {

        private ADesk lostParcel() {
            return aDesk(
                            aPolicy().lostInTransitCap(yuan(100)).rejectThenRefund(),
                            stalled(StallLevel.SUSPECTED_LOST))
                    .refundAsked(REFUND_ONLY, yuan(100));
        }

        @Test
        void aRefundThatRestsOnAStallIsPaidOnlyWhenAllMovementUntilThenHasBeenRead() {
            ADesk desk = lostParcel();
            assertThat(desk.words())
                    .containsExactly(
                            "decided AUTO_REFUND lost-in-transit", "null->PROVING_PARCELS DECIDED");

            desk.after(Duration.ofHours(1)).pulse(null);
            desk.pulse(NOON.minus(MILLI));
            assertThat(desk.payouts()).isZero();

            assertThat(desk.pulse(NOON).words())
                    .endsWith("PROVING_PARCELS->PAYING PARCELS_PROVEN", "PayoutRequested");
        }

        @Test
        void movementReadMeanwhileKeepsTheMoney() {
            ADesk desk = lostParcel();
            desk.after(Duration.ofMinutes(1));
            parcel(desk, Stage.OUT_FOR_DELIVERY, 9).pulse();

            assertThat(desk.words())
                    .endsWith(
                            "redecided REJECT_THEN_REFUND reject-then-refund",
                            "PROVING_PARCELS->AWAITING_REJECTION DECIDED_ANEW");
            assertThat(desk.payouts()).isZero();
        }

        @Test
        void aParcelThatIsBackIsPaidWithoutWaitingForMore() {
            ADesk desk = lostParcel();
            desk.after(Duration.ofMinutes(1));

            assertThat(parcel(desk, Stage.RETURNED, 9).words())
                    .endsWith(
                            "redecided AUTO_REFUND already-back",
                            "PROVING_PARCELS->PAYING DECIDED_ANEW",
                            "PayoutRequested");
        }

        @ParameterizedTest
        @EnumSource(names = {"STALLED", "SUSPECTED_LOST"})
        void aShopsOwnRuleOnAStallWaitsForTheProofToo(StallLevel level) {
            ADesk desk =
                    aDesk(
                                    aPolicy()
                                            .rule(
                                                    APolicy.rule(
                                                            "stuck",
                                                            Decision.AUTO_REFUND,
                                                            null,
                                                            Set.of(),
                                                            Set.of(StallKind.IN_TRANSIT))),
                                    stalled(level))
                            .refundAsked(REFUND_ONLY, yuan(100));

            assertThat(desk.theCase().state()).isEqualTo(CaseState.PROVING_PARCELS);
        }

        @Test
        void aShopsOwnRuleOnAStageWaitsForTheProofToo() {
            ADesk desk =
                    aDesk(
                                    aPolicy()
                                            .rule(
                                                    APolicy.rule(
                                                            "on-the-way",
                                                            Decision.AUTO_REFUND,
                                                            null,
                                                            Set.of(Stage.IN_TRANSIT),
                                                            Set.of())),
                                    anOrder().shippedAndNow(Stage.IN_TRANSIT))
                            .refundAsked(REFUND_ONLY, yuan(100));

            assertThat(desk.theCase().state()).isEqualTo(CaseState.PROVING_PARCELS);
        }

        @Test
        void theShopMayAgreeAndTheBuyerWithdrawMeanwhile() {
            assertThat(lostParcel().agreed().payouts()).isEqualTo(1);
            assertThat(lostParcel().withdrawn().words()).endsWith("closed WITHDRAWN WITHDRAWN");
        }
    }

    @Nested
    class WithAPerson {

        @Test
        void silenceAgreesAfterAReminderAtHalfTime() {
            ADesk desk = manual(REFUND_ONLY, anOrder().shippedAndNow(Stage.IN_TRANSIT));
            assertThat(desk.wordsOf(() -> desk.after(Duration.ofHours(24)).pulse()))
                    .containsExactly("reminded MANUAL");
            assertThat(desk.wordsOf(() -> desk.after(Duration.ofHours(24).minus(MILLI)).pulse()))
                    .isEmpty();
            assertThat(desk.wordsOf(() -> desk.after(MILLI).pulse()))
                    .containsExactly("MANUAL->PAYING MERCHANT_SILENT", "PayoutRequested");
        }

        @Test
        void silenceAboutShippedGoodsToBeReturnedLeavesThemWithTheShop() {
            ADesk desk = manual(RETURN_AND_REFUND, anOrder().shippedAndNow(Stage.SIGNED));
            desk.after(Duration.ofHours(48)).pulse();

            assertThat(desk.words()).endsWith("reminded MANUAL", "MANUAL->MANUAL MERCHANT_SILENT");
            assertThat(desk.theCase().deadline()).isNull();
        }

        @Test
        void silenceNeverAgreesToMoreThanWasPaid() {
            ADesk desk = aDesk(aPolicy(), anOrder()).refundAsked(REFUND_ONLY, yuan(101));
            desk.after(Duration.ofDays(9)).pulse();

            assertThat(desk.payouts()).isZero();
            assertThat(desk.theCase().state()).isEqualTo(CaseState.MANUAL);
        }

        @Test
        void silenceNeverPaysWhatTheAutomaticCapHeldBack() {
            ADesk desk =
                    aDesk(aPolicy().preShipAgreeUnder(yuan(9999)), anOrder().of(yuan(1001)))
                            .refundAsked(REFUND_ONLY, yuan(1001));
            assertThat(desk.words()).startsWith("decided MANUAL automatic-cap");
            desk.after(Duration.ofDays(9)).pulse();
            assertThat(desk.payouts()).isZero();

            assertThat(desk.agreed().payouts()).isEqualTo(1);
        }

        @Test
        void silenceStillPaysMoreThanTheCapWhereNoRuleWasHeldBack() {
            ADesk desk =
                    aDesk(aPolicy(), anOrder().of(yuan(1001))).refundAsked(REFUND_ONLY, yuan(1001));
            desk.after(Duration.ofHours(48)).pulse();

            assertThat(desk.payouts()).isEqualTo(1);
        }

        @Test
        void silenceComesToAgreeOnceNothingWasShippedAfterAll() {
            ADesk desk =
                    manual(RETURN_AND_REFUND, anOrder().shipped(ZTO, true))
                            .learns(facts ->
                                    facts.with(new ShipmentCancelled(AnOrder.ORDER, ZTO, NOON)));
            assertThat(desk.words()).endsWith("MANUAL->MANUAL DECIDED_ANEW");

            desk.after(Duration.ofHours(48)).pulse();
            assertThat(desk.payouts()).isEqualTo(1);
        }

        @Test
        void silenceNoLongerAgreesOnceTheGoodsHaveGoneOut() {
            ADesk desk =
                    manual(RETURN_AND_REFUND, anOrder())
                            .learns(facts -> facts.with(shipment(ZTO, true)));

            desk.after(Duration.ofHours(48)).pulse();
            assertThat(desk.payouts()).isZero();
        }

        @Test
        void whatOneRequestGivesUpIsThereForTheOther() {
            RefundId second = new RefundId("r-2");
            ADesk desk =
                    aDesk(
                                    aPolicy().postShipReturnUnder(yuan(200)),
                                    anOrder().shippedAndNow(Stage.SIGNED))
                            .refundAsked(RETURN_AND_REFUND, yuan(60))
                            .refundAsked(second, RETURN_AND_REFUND, yuan(41));
            assertThat(desk.words()).contains("decided MANUAL over-refund");

            assertThat(desk.withdrawn().words())
                    .endsWith(
                            "closed WITHDRAWN WITHDRAWN",
                            "redecided APPROVE_RETURN post-ship-return",
                            "MANUAL->AWAITING_RETURN DECIDED_ANEW");
        }

        @Test
        void aRequestThatWasOverdueGetsItsTimeAnewWhenSilenceMayAgreeAgain() {
            RefundId second = new RefundId("r-2");
            ADesk desk =
                    aDesk(aPolicy().fastRefund(), anOrder())
                            .refundAsked(REFUND_ONLY, yuan(60))
                            .refundAsked(second, REFUND_ONLY, yuan(41));
            desk.after(Duration.ofDays(3)).pulse();
            assertThat(desk.payouts()).isEqualTo(1);

            desk.happens(new CaseEvent.PaymentDeclined());
            assertThat(desk.words()).contains("redecided AUTO_REFUND fast-refund");
            assertThat(desk.payouts()).isEqualTo(2);
        }

        @Test
        void aRequestTooManyOfOneOrderIsNotTaken() {
            ADesk desk = aDesk(aPolicy(), anOrder());
            for (int i = 0; i < ADesk.REQUESTS_AT_MOST; i++) {
                desk.refundAsked(new RefundId("r-1" + i), REFUND_ONLY, yuan(1));
            }

            assertThat(desk.wordsOf(() -> desk.refundAsked(REFUND_ONLY, yuan(1)))).isEmpty();
            assertThat(desk.notes()).contains(new Note.OneTooMany());
            assertThat(desk.dossier().cases()).hasSize(ADesk.REQUESTS_AT_MOST);
        }

        @Test
        void notEvenTheShopAgreesToMoreThanWasPaid() {
            ADesk desk = aDesk(aPolicy(), anOrder()).refundAsked(REFUND_ONLY, yuan(101)).agreed();

            assertThat(desk.words()).endsWith("MANUAL->MANUAL OTHER");
            assertThat(desk.payouts()).isZero();
        }

        @Test
        void anAgreedReturnWaitsForTheGoods() {
            ADesk desk = manual(RETURN_AND_REFUND, anOrder().shippedAndNow(Stage.SIGNED));

            assertThat(desk.agreed().words()).endsWith("MANUAL->AWAITING_RETURN MERCHANT_AGREED");
        }

        @Test
        void anAgreedReturnOfUnshippedGoodsIsPaid() {
            assertThat(manual(RETURN_AND_REFUND, anOrder()).agreed().words())
                    .endsWith("MANUAL->PAYING MERCHANT_AGREED", "PayoutRequested");
        }

        @Test
        void theShopRefusesWithoutProof() {
            assertThat(manual(REFUND_ONLY, anOrder()).refused(null).words())
                    .endsWith("closed REFUSED MERCHANT_REFUSED");
        }

        @Test
        void aParcelThatTurnsOutLostIsRefundedOnceItIsSuspectedToBe() {
            APolicy policy = aPolicy().lostInTransitCap(yuan(100));
            ADesk desk =
                    aDesk(policy, stalled(StallLevel.STALLED)).refundAsked(REFUND_ONLY, yuan(100));
            assertThat(desk.words()).startsWith("decided MANUAL otherwise");

            desk.learns(facts -> facts.with(lost(StallLevel.SUSPECTED_LOST, 9)));

            assertThat(desk.words())
                    .endsWith(
                            "redecided AUTO_REFUND lost-in-transit",
                            "MANUAL->PROVING_PARCELS DECIDED_ANEW");
            assertThat(desk.pulse().words())
                    .endsWith("PROVING_PARCELS->PAYING PARCELS_PROVEN", "PayoutRequested");
        }

        @Test
        void aRefusedParcelIsRefunded() {
            ADesk desk = manual(REFUND_ONLY, anOrder().shippedAndNow(Stage.IN_TRANSIT));

            assertThat(parcel(desk, Stage.REFUSED, 9).words())
                    .contains("redecided AUTO_REFUND already-back");
        }

        @Test
        void aRequestWithdrawnIsClosed() {
            assertThat(manual(REFUND_ONLY, anOrder()).withdrawn().words())
                    .endsWith("closed WITHDRAWN WITHDRAWN");
        }
    }

    @Nested
    class Returns {

        @Test
        void aReturnIsTrackedSignedConfirmedAndPaid() {
            ADesk desk = awaitingReturn().waybillGiven(BACK);
            returned(desk, Stage.IN_TRANSIT, 1);
            returned(desk, Stage.SIGNED, 2).confirmed();

            assertThat(desk.words())
                    .containsExactly(
                            "decided APPROVE_RETURN post-ship-return",
                            "null->AWAITING_RETURN DECIDED",
                            "AWAITING_RETURN->RETURN_ON_THE_WAY RETURN_WAYBILL_GIVEN",
                            "RETURN_ON_THE_WAY->RETURN_SIGNED RETURN_SIGNED",
                            "RETURN_SIGNED->PAYING RETURN_CONFIRMED",
                            "PayoutRequested");
        }

        @Test
        void aSignatureKnownBeforeTheWaybillCounts() {
            ADesk desk = returned(awaitingReturn(), Stage.SIGNED, 2).waybillGiven(BACK);

            assertThat(desk.theCase().state()).isEqualTo(CaseState.RETURN_SIGNED);
        }

        @Test
        void withoutAWaybillInSevenDaysItIsClosed() {
            ADesk desk = awaitingReturn();
            desk.at(NOON.plus(Duration.ofDays(7)).minus(MILLI)).pulse();
            assertThat(desk.theCase().state()).isEqualTo(CaseState.AWAITING_RETURN);

            assertThat(desk.after(MILLI).pulse().words())
                    .endsWith("closed EXPIRED RETURN_WAYBILL_OVERDUE");
        }

        @Test
        void withoutAConfirmationInTwoDaysItIsPaid() {
            ADesk desk = returned(awaitingReturn().waybillGiven(BACK), Stage.SIGNED, 2);
            desk.after(Duration.ofHours(48).minus(MILLI)).pulse();
            assertThat(desk.payouts()).isZero();

            assertThat(desk.after(MILLI).pulse().words())
                    .endsWith(
                            "RETURN_SIGNED->PAYING RETURN_CONFIRMATION_OVERDUE", "PayoutRequested");
        }

        @Test
        void aDeliveryIsNoReturnWaybill() {
            ADesk desk = awaitingReturn();

            assertThat(desk.wordsOf(() -> desk.waybillGiven(ZTO))).isEmpty();
            assertThat(desk.theCase().state()).isEqualTo(CaseState.AWAITING_RETURN);
            assertThat(desk.notes())
                    .contains(new Note.Ignored("AWAITING_RETURN", new CaseEvent.WaybillGiven(ZTO)));
        }

        @Test
        void aParcelSignedBeforeTheReturnWasApprovedIsNotTheReturn() {
            ADesk desk = awaitingReturn().waybillGiven(BACK);
            desk.learns(facts ->
                    facts.with(
                            milestone(
                                    BACK, ParcelRole.RETURN, Stage.SIGNED, 1, NOON.minus(MILLI))));
            assertThat(desk.theCase().state()).isEqualTo(CaseState.RETURN_ON_THE_WAY);

            desk.learns(
                    facts -> facts.with(milestone(BACK, ParcelRole.RETURN, Stage.SIGNED, 2, NOON)));
            assertThat(desk.theCase().state()).isEqualTo(CaseState.RETURN_SIGNED);
        }

        @Test
        void aParcelOfAnotherRoleIsNotTheReturn() {
            ADesk desk = awaitingReturn().waybillGiven(BACK);
            desk.after(Duration.ofHours(1))
                    .learns(facts ->
                            facts.with(
                                    milestone(
                                            BACK,
                                            ParcelRole.DELIVERY,
                                            Stage.SIGNED,
                                            1,
                                            desk.now())));

            assertThat(desk.theCase().state()).isEqualTo(CaseState.RETURN_ON_THE_WAY);
        }

        @Test
        void aRefusalOfWhatCameBackGoesToAPersonAndNeitherRuleNorSilencePays() {
            ADesk desk = returned(awaitingReturn().waybillGiven(BACK), Stage.SIGNED, 2);

            assertThat(desk.refused(null).words())
                    .endsWith("RETURN_SIGNED->MANUAL MERCHANT_REFUSED");
            desk.after(Duration.ofDays(9)).pulse();
            assertThat(desk.payouts()).isZero();
            assertThat(desk.theCase().state()).isEqualTo(CaseState.MANUAL);
        }

        @Test
        void aShopThatRefusedWhatCameBackMayStillAgreeAndPays() {
            ADesk desk = returned(awaitingReturn().waybillGiven(BACK), Stage.SIGNED, 2);

            assertThat(desk.refused(null).agreed().words())
                    .endsWith("MANUAL->PAYING MERCHANT_AGREED", "PayoutRequested");
        }

        @Test
        void aReturnThatIsNotSignedInFifteenDaysGoesToAPersonWithoutSilentAgreement() {
            ADesk desk = awaitingReturn().waybillGiven(BACK);
            desk.after(Duration.ofDays(15).minus(MILLI)).pulse();
            assertThat(desk.theCase().state()).isEqualTo(CaseState.RETURN_ON_THE_WAY);

            assertThat(desk.after(MILLI).pulse().words())
                    .endsWith("RETURN_ON_THE_WAY->MANUAL RETURN_OVERDUE");
            desk.after(Duration.ofDays(9)).pulse();
            assertThat(desk.payouts()).isZero();
        }

        @Test
        void aWaybillThatWasWrongIsCorrected() {
            ParcelId right = ParcelId.of("SF", "BACK2");
            ADesk desk = awaitingReturn().waybillGiven(BACK).waybillGiven(right);
            returned(desk, Stage.SIGNED, 1);
            assertThat(desk.theCase().state()).isEqualTo(CaseState.RETURN_ON_THE_WAY);

            desk.learns(facts ->
                    facts.with(milestone(right, ParcelRole.RETURN, Stage.SIGNED, 1, desk.now())));
            assertThat(desk.theCase().state()).isEqualTo(CaseState.RETURN_SIGNED);
        }

        @Test
        void goodsThatAreBackBeforeTheReturnBeganWaitForTheShopInsteadOfExpiring() {
            ADesk desk =
                    aDesk(
                                    aPolicy().postShipReturnUnder(yuan(200)),
                                    anOrder().shippedAndNow(Stage.REFUSED))
                            .refundAsked(RETURN_AND_REFUND, yuan(100));
            assertThat(desk.words()).endsWith("AWAITING_RETURN->RETURN_SIGNED RETURN_SIGNED");

            assertThat(desk.after(Duration.ofHours(48)).pulse().payouts()).isEqualTo(1);
        }

        private ADesk returned(ADesk desk, Stage stage, long revision) {
            return desk.learns(facts ->
                    facts.with(milestone(BACK, ParcelRole.RETURN, stage, revision, desk.now())));
        }
    }

    @Nested
    class Payments {

        @Test
        void aDeclinedPayoutGoesToAPersonWhoMayAgreeAgain() {
            ADesk desk = automatic().happens(new CaseEvent.PaymentDeclined());
            assertThat(desk.words()).endsWith("PAYING->MANUAL PAYOUT_DECLINED");

            desk.after(Duration.ofDays(9)).pulse();
            desk.learns(facts -> facts.with(shipment(BACK, false)));
            assertThat(desk.payouts()).isEqualTo(1);

            assertThat(desk.agreed().payouts()).isEqualTo(2);
        }

        @Test
        void aPaymentToldAfterADeclineClosesTheCase() {
            ADesk desk =
                    automatic()
                            .happens(new CaseEvent.PaymentDeclined())
                            .happens(new CaseEvent.PaymentMade(yuan(100)));

            assertThat(desk.words()).endsWith("closed REFUNDED PAID");
        }

        @Test
        void aParkedPayoutWaitsForAnOperatorAndIsClosedWhenItWasPaid() {
            ADesk desk = automatic().happens(new CaseEvent.PaymentParked());
            assertThat(desk.words()).endsWith("PAYING->PAYOUT_PARKED PAYOUT_PARKED");

            assertThat(desk.happens(new CaseEvent.PaymentMade(yuan(100))).words())
                    .endsWith("closed REFUNDED PAID");
        }

        @Test
        void anAnswerAboutARequestThatNeverCameIsCounted() {
            ADesk desk =
                    automatic()
                            .happens(
                                    new RefundId("other"),
                                    new CaseEvent.PaymentMade(Money.yuan(1)));

            assertThat(desk.notes())
                    .contains(new Note.Ignored("NONE", new CaseEvent.PaymentMade(Money.yuan(1))));
        }

        @Test
        void aWithdrawalWhilePayingIsIgnored() {
            ADesk desk = automatic();

            assertThat(desk.wordsOf(desk::withdrawn)).isEmpty();
            assertThat(desk.theCase().file().id()).isEqualTo(REFUND);
            assertThat(desk.theCase().state()).isEqualTo(CaseState.PAYING);
        }
    }

    private static OrderReceived receipt() {
        return new OrderReceived(AnOrder.ORDER, NOON);
    }

    private static AnOrder stalled(StallLevel level) {
        return anOrder().shippedAndNow(Stage.IN_TRANSIT).stalled(StallKind.IN_TRANSIT, level);
    }

    private static io.waybillguard.events.parcel.StallEvent lost(StallLevel level, long revision) {
        return stallEvent(stall(ZTO, StallKind.IN_TRANSIT, level, false, null), revision);
    }
}
