package io.waybillguard.aftersales.refund;

import static io.waybillguard.aftersales.fixtures.APolicy.aPolicy;
import static io.waybillguard.aftersales.fixtures.AnOrder.NOON;
import static io.waybillguard.aftersales.fixtures.AnOrder.anOrder;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.aftersales.refund.RefundCase.AwaitingRejection;
import io.waybillguard.aftersales.refund.RefundCase.AwaitingReturn;
import io.waybillguard.aftersales.refund.RefundCase.Closed;
import io.waybillguard.aftersales.refund.RefundCase.Intercepting;
import io.waybillguard.aftersales.refund.RefundCase.Manual;
import io.waybillguard.aftersales.refund.RefundCase.Offered;
import io.waybillguard.aftersales.refund.RefundCase.Paying;
import io.waybillguard.aftersales.refund.RefundCase.PayoutParked;
import io.waybillguard.aftersales.refund.RefundCase.ReturnOnTheWay;
import io.waybillguard.aftersales.refund.RefundCase.ReturnSigned;
import io.waybillguard.aftersales.refund.RefundCase.WaitingForOrder;
import io.waybillguard.aftersales.rules.Agreements;
import io.waybillguard.aftersales.rules.BuyerHistory;
import io.waybillguard.aftersales.rules.HeldBack;
import io.waybillguard.aftersales.rules.Limits;
import io.waybillguard.aftersales.rules.RefundQuestion;
import io.waybillguard.aftersales.rules.RefundRequest;
import io.waybillguard.aftersales.rules.RefundTable;
import io.waybillguard.events.allowance.DayCap;
import io.waybillguard.events.parcel.Stage;
import io.waybillguard.events.refund.Actor;
import io.waybillguard.events.refund.CaseOutcome;
import io.waybillguard.events.refund.CaseState;
import io.waybillguard.events.refund.Decision;
import io.waybillguard.events.refund.Offer;
import io.waybillguard.events.refund.OfferKind;
import io.waybillguard.events.refund.RefundKind;
import io.waybillguard.events.refund.RefundReason;
import io.waybillguard.events.refund.RefusalProof;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.OfferId;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.events.types.RefundId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CaseMachineTest {

    private static final ParcelId PARCEL = ParcelId.of("ZTO", "ZTO1");
    private static final ParcelId BACK = ParcelId.of("SF", "BACK0");
    private static final RefundTable TABLE = new RefundTable(Limits.DEFAULT, Agreements.DEFAULT);

    private static final RefundFile FILE =
            RefundFile.of(
                            new RefundRequest(
                                    new RefundId("r-1"),
                                    RefundKind.REFUND_ONLY,
                                    Money.yuan(100),
                                    RefundReason.OTHER,
                                    List.of(),
                                    NOON))
                    .answered(Decision.INTERCEPT, "intercept")
                    .asked(PARCEL);

    /** Every state once, of a request that once asked for an interception. */
    static final List<RefundCase> STATES =
            List.of(
                    new WaitingForOrder(FILE, NOON),
                    new RefundCase.WaitingForHistory(FILE, NOON, true),
                    new Manual(FILE, NOON, NOON.plus(Duration.ofHours(24)), true, true, false),
                    new Offered(
                            new Manual(
                                    FILE, NOON, NOON.plus(Duration.ofHours(24)), true, true, false),
                            new Offer(
                                    new OfferId("of-0"),
                                    OfferKind.PARTIAL_REFUND,
                                    Money.yuan(50),
                                    NOON.plusSeconds(1)),
                            NOON,
                            NOON,
                            true),
                    new Intercepting(FILE, false, NOON, NOON.plus(Duration.ofHours(1)), NOON, null),
                    new AwaitingRejection(FILE, NOON, NOON, true),
                    new AwaitingReturn(FILE, NOON, NOON),
                    new ReturnOnTheWay(FILE, BACK, NOON, NOON),
                    new ReturnSigned(FILE, BACK, NOON),
                    new RefundCase.ProvingParcels(FILE, NOON),
                    new RefundCase.CheckingAllowance(
                            FILE.with(
                                    new Allowance(
                                            1,
                                            List.of(DayCap.SHOP, DayCap.BUYER),
                                            NOON,
                                            true,
                                            null)),
                            List.of(DayCap.BUYER),
                            NOON,
                            true),
                    new Paying(FILE),
                    new PayoutParked(FILE),
                    new Closed(FILE, CaseOutcome.REFUNDED, Money.yuan(100)));

    static final List<CaseEvent> EVENTS =
            List.of(
                    new CaseEvent.FactsChanged(),
                    new CaseEvent.DeadlineFell(),
                    new CaseEvent.CourierAccepted(),
                    new CaseEvent.CourierStopped(),
                    new CaseEvent.CourierFailed(),
                    new CaseEvent.CourierUnsure(),
                    new CaseEvent.BuyerWithdrew(),
                    new CaseEvent.ShopAgreed(),
                    new CaseEvent.ShopRefused(
                            new RefusalProof(
                                    RefusalProof.Kind.RECALL_FAILED, "https://proof.example/1")),
                    new CaseEvent.WaybillGiven(ParcelId.of("SF", "BACK")),
                    new CaseEvent.ShopConfirmed(),
                    new CaseEvent.PaymentMade(Money.yuan(100)),
                    new CaseEvent.PaymentDeclined(),
                    new CaseEvent.PaymentParked(),
                    new CaseEvent.ShopOffered(
                            new OfferId("of-1"), OfferKind.PARTIAL_REFUND, Money.yuan(40)),
                    new CaseEvent.ShopWithdrewOffer(new OfferId("of-0")),
                    new CaseEvent.BuyerAccepted(new OfferId("of-0")),
                    new CaseEvent.BuyerDeclined(new OfferId("of-0")),
                    new CaseEvent.HistoryHeard(new BuyerHistory(1, NOON, NOON)),
                    new CaseEvent.DayGranted(DayCap.BUYER),
                    new CaseEvent.DayRefused(HeldBack.byBuyerDay(Money.yuan(2000))),
                    new CaseEvent.BuyerChanged(
                            new RefundRequest(
                                    new RefundId("r-1"),
                                    RefundKind.REFUND_ONLY,
                                    Money.yuan(80),
                                    RefundReason.OTHER,
                                    List.of(),
                                    NOON)));

    /** Rows: states in the order above; columns: events in the order above; "-" is ignored. */
    private static final Map<CaseState, String> TABLE_OF_STEPS =
            Map.ofEntries(
                    entry(
                            CaseState.WAITING_FOR_ORDER,
                            "AR AR - W - - X - - - - - - - - - - - - - - W"),
                    entry(
                            CaseState.WAITING_FOR_HISTORY,
                            "H AR - H - - X P - - - - - - - - - - AR - - H"),
                    entry(CaseState.MANUAL, "AR P - P - - X P X - - - - - O - - - - - - AR"),
                    entry(CaseState.OFFERED, "AR M - P - - X P - - - - - - - M P M - - - AR"),
                    entry(CaseState.INTERCEPTING, "I I I P AR I X P - - - - - - - - - - - - - I"),
                    entry(
                            CaseState.AWAITING_REJECTION,
                            "AR P - P - - X P X - - - - - O - - - - - - AR"),
                    entry(
                            CaseState.AWAITING_RETURN,
                            "RE X - RE - - X - - RW P - - - O - - - - - - AR"),
                    entry(
                            CaseState.RETURN_ON_THE_WAY,
                            "RW M - RW - - X - - RW P - - - - - - - - - - RW"),
                    entry(
                            CaseState.RETURN_SIGNED,
                            "RS P - RS - - X P M - P - - - - - - - - - - RS"),
                    entry(
                            CaseState.PROVING_PARCELS,
                            "AR AR - P - - X P - - - - - - - - - - - - - AR"),
                    entry(
                            CaseState.CHECKING_ALLOWANCE,
                            "AR AR - P - - X P - - - - - - - - - - - P AR AR"),
                    entry(CaseState.PAYING, "P - - P - - - - - - - X M PP - - - - - - - -"),
                    entry(CaseState.PAYOUT_PARKED, "PP - - PP - - - - - - - X M - - - - - - - - -"),
                    entry(CaseState.CLOSED, "X - - X - - - - - - - - - - - - - - - - - -"));

    private static final Map<String, CaseState> SHORT =
            Map.ofEntries(
                    entry("W", CaseState.WAITING_FOR_ORDER),
                    entry("M", CaseState.MANUAL),
                    entry("H", CaseState.WAITING_FOR_HISTORY),
                    entry("I", CaseState.INTERCEPTING),
                    entry("AR", CaseState.AWAITING_REJECTION),
                    entry("RE", CaseState.AWAITING_RETURN),
                    entry("RW", CaseState.RETURN_ON_THE_WAY),
                    entry("RS", CaseState.RETURN_SIGNED),
                    entry("P", CaseState.PAYING),
                    entry("PP", CaseState.PAYOUT_PARKED),
                    entry("X", CaseState.CLOSED),
                    entry("O", CaseState.OFFERED));

    record Pair(RefundCase state, CaseEvent event, String expected) {
        @Override
        public String toString() {
            return state.state() + " + " + event.getClass().getSimpleName() + " = " + expected;
        }
    }

    static Stream<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        for (RefundCase state : STATES) {
            String[] row = TABLE_OF_STEPS.get(state.state()).split(" ");
            assertThat(row).hasSameSizeAs(EVENTS);
            for (int i = 0; i < row.length; i++) {
                pairs.add(new Pair(state, EVENTS.get(i), row[i]));
            }
        }
        return pairs.stream();
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void everyEventHasAnAnswerInEveryState(Pair pair) {
        Transition step = CaseMachine.on(pair.state(), pair.event(), onTheWay());

        if (pair.expected().equals("-")) {
            assertThat(step.ignored()).isTrue();
            assertThat(step.next()).isEqualTo(pair.state());
            assertThat(step.effects()).isEmpty();
        } else {
            assertThat(step.ignored()).isFalse();
            assertThat(step.next().state()).isEqualTo(SHORT.get(pair.expected()));
        }
    }

    @Test
    void everyStateAndEveryEventIsInTheTable() {
        assertThat(STATES)
                .extracting(RefundCase::state)
                .containsExactlyInAnyOrder(CaseState.values());
        assertThat(EVENTS)
                .extracting(Object::getClass)
                .containsExactlyInAnyOrderElementsOf(happenings(CaseEvent.class));
    }

    @Test
    void everyOpenCaseHasANextDeadlineOrAnActorWhoAnswersForItself() {
        assertThat(STATES)
                .filteredOn(state -> state.state() != CaseState.CLOSED)
                .allSatisfy(state ->
                        assertThat(state.deadline() != null || mayBeWaitedFor(state.actor()))
                                .isTrue());
    }

    /** A courier promises nothing: what waits for one without a deadline waits for ever. */
    private static boolean mayBeWaitedFor(Actor actor) {
        return switch (actor) {
            case BUYER, SHOP, PAYMENT, OPERATOR -> true;
            case COURIER, NOBODY -> false;
        };
    }

    private static List<Class<?>> happenings(Class<?> family) {
        return Stream.of(family.getPermittedSubclasses())
                .flatMap(each ->
                        each.isSealed() ? happenings(each).stream() : Stream.<Class<?>>of(each))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void aCaseNeverRestsWithoutADeadlineOrSomebodyWhoMustAct(Pair pair) {
        RefundCase next = CaseMachine.on(pair.state(), pair.event(), onTheWay()).next();

        assertThat(
                        next.state() == CaseState.CLOSED
                                || next.deadline() != null
                                || next.actor() != Actor.NOBODY)
                .isTrue();
    }

    @Test
    void aCourierThatStoppedAParcelIsRememberedWhateverBecameOfTheCase() {
        assertThat(STATES)
                .allSatisfy(state ->
                        assertThat(
                                        CaseMachine.on(
                                                        state,
                                                        new CaseEvent.CourierStopped(),
                                                        onTheWay())
                                                .next()
                                                .file()
                                                .stopped())
                                .isTrue());
    }

    @Test
    void aStopThatIsToldAgainChangesNothing() {
        RefundCase closed = STATES.getLast().with(FILE.stoppedByCourier());

        assertThat(CaseMachine.on(closed, new CaseEvent.CourierStopped(), onTheWay()).ignored())
                .isTrue();
    }

    @Test
    void aCaseThatRemembersSomethingElseIsTheSameOtherwise() {
        assertThat(STATES)
                .allSatisfy(
                        state -> assertThat(state.with(FILE).with(state.file())).isEqualTo(state));
    }

    @Test
    void onlyDeadlinesThatPayOrMissAParcelWaitForTheTracker() {
        assertThat(STATES)
                .filteredOn(state -> state.deadline() != null && state.deadline().movesMoney())
                .extracting(RefundCase::state)
                .containsExactlyInAnyOrder(
                        CaseState.MANUAL,
                        CaseState.AWAITING_REJECTION,
                        CaseState.RETURN_ON_THE_WAY,
                        CaseState.RETURN_SIGNED,
                        CaseState.PROVING_PARCELS);
    }

    private static Circumstances onTheWay() {
        var order = anOrder().shippedAndNow(Stage.OUT_FOR_DELIVERY).facts();
        return new Circumstances(
                order,
                Money.ZERO,
                file -> {
                    RefundQuestion question =
                            new RefundQuestion(
                                    file.request(),
                                    order,
                                    Money.ZERO,
                                    Set.of(PARCEL),
                                    Set.of(),
                                    aPolicy().rejectThenRefund().build());
                    return new Ruling(question, TABLE.decide(question));
                },
                CaseTerms.DEFAULT,
                List.of(),
                NOON);
    }
}
