package io.waybillguard.aftersales.backtest;

import static io.waybillguard.aftersales.fixtures.APolicy.aPolicy;
import static io.waybillguard.aftersales.fixtures.AnOrder.NOON;
import static io.waybillguard.aftersales.fixtures.AnOrder.ORDER;
import static io.waybillguard.aftersales.fixtures.AnOrder.SHOP;
import static io.waybillguard.aftersales.fixtures.AnOrder.anOrder;
import static io.waybillguard.aftersales.fixtures.AnOrder.milestone;
import static io.waybillguard.aftersales.fixtures.AnOrder.shipment;
import static io.waybillguard.aftersales.fixtures.AnOrder.stall;
import static io.waybillguard.aftersales.fixtures.AnOrder.stallEvent;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.aftersales.backtest.Course.Answer;
import io.waybillguard.aftersales.backtest.Course.Interception;
import io.waybillguard.aftersales.fixtures.APolicy;
import io.waybillguard.aftersales.fixtures.AnOrder;
import io.waybillguard.aftersales.refund.CaseTerms;
import io.waybillguard.aftersales.refund.RefundDesk;
import io.waybillguard.aftersales.rules.Agreements;
import io.waybillguard.aftersales.rules.Limits;
import io.waybillguard.aftersales.rules.RefundTable;
import io.waybillguard.events.interception.InterceptionResult.InterceptionFailed;
import io.waybillguard.events.interception.InterceptionResult.InterceptionSucceeded;
import io.waybillguard.events.parcel.ParcelRole;
import io.waybillguard.events.parcel.Stage;
import io.waybillguard.events.parcel.StallKind;
import io.waybillguard.events.parcel.StallLevel;
import io.waybillguard.events.payout.PayoutResult.PayoutPaid;
import io.waybillguard.events.policy.ShopPolicy;
import io.waybillguard.events.refund.AftersalesRequest.MerchantAgreed;
import io.waybillguard.events.refund.AftersalesRequest.RefundRequested;
import io.waybillguard.events.refund.AftersalesRequest.RefundWithdrawn;
import io.waybillguard.events.refund.CaseState;
import io.waybillguard.events.refund.Decision;
import io.waybillguard.events.refund.RefundKind;
import io.waybillguard.events.refund.RefundReason;
import io.waybillguard.events.types.InterceptionId;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.events.types.RefundId;
import io.waybillguard.events.types.ShopId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BacktestTest {

    private static final RefundId REFUND = new RefundId("r-1");
    private static final ParcelId PARCEL = ParcelId.of("ZTO", "ZTO1");
    private static final Instant END = NOON.plus(Duration.ofDays(30));
    private static final int HISTORIES = 2000;

    private static Backtest backtest(PolicyTimeline then, ShopPolicy candidate) {
        return new Backtest(
                new RefundDesk(
                        new RefundTable(Limits.DEFAULT, Agreements.DEFAULT), CaseTerms.DEFAULT, 50),
                Duration.ofSeconds(2),
                SHOP,
                then,
                PolicyTimeline.always(candidate),
                NOON.minus(Duration.ofHours(1)));
    }

    private static ComparedCase compared(APolicy then, APolicy candidate, List<Recorded> records) {
        return backtest(PolicyTimeline.always(then.build()), candidate.build())
                .compare(ORDER, records, END)
                .getFirst();
    }

    private static Recorded at(Instant at, Object event) {
        return Recorded.of(at, event);
    }

    private static List<Recorded> placed(AnOrder order) {
        Instant before = NOON.minus(Duration.ofDays(7));
        return new ArrayList<>(
                List.of(at(before, order.placedEvent()), at(before, order.paidEvent())));
    }

    private static RefundRequested asks(RefundId refund, RefundKind kind, Money amount) {
        return new RefundRequested(
                ORDER, refund, kind, amount, RefundReason.NO_MOVEMENT, List.of(), NOON);
    }

    private static List<Recorded> unshipped(Money amount, RefundKind kind) {
        List<Recorded> records = placed(anOrder().of(amount));
        records.add(at(NOON, asks(REFUND, kind, amount)));
        return records;
    }

    private static List<Recorded> shipped(Stage stage) {
        List<Recorded> records = placed(anOrder());
        records.add(at(NOON.minus(Duration.ofDays(6)), shipment(PARCEL, true)));
        records.add(
                at(
                        NOON.minus(Duration.ofDays(5)),
                        milestone(PARCEL, ParcelRole.DELIVERY, stage, 1, NOON)));
        records.add(at(NOON, asks(REFUND, RefundKind.REFUND_ONLY, Money.yuan(100))));
        return records;
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 77, 20261124})
    void theSamePolicyDecidesTheSame(long seed) {
        Random random = new Random(seed);
        Set<CaseState> ends = EnumSet.noneOf(CaseState.class);
        int cases = 0;
        for (int history = 0; history < HISTORIES; history++) {
            ShopPolicy policy = randomPolicy(random).build();
            for (ComparedCase one :
                    backtest(PolicyTimeline.always(policy), policy)
                            .compare(ORDER, randomHistory(random), END)) {
                cases++;
                ends.add(one.then().state());
                assertThat(one.differs()).as(one.toString()).isFalse();
                assertThat(one.would()).isEqualTo(one.then());
            }
        }
        assertThat(cases).isGreaterThan(HISTORIES);
        assertThat(ends).contains(CaseState.CLOSED, CaseState.PAYING, CaseState.MANUAL);
    }

    @Test
    void aFastRefundDiffersWhereItHoldsAndNowhereElse() {
        APolicy then = aPolicy();
        APolicy would = aPolicy().fastRefund();
        Tally tally = new Tally();
        List<List<Recorded>> orders =
                List.of(
                        unshipped(Money.fen(29_999), RefundKind.REFUND_ONLY),
                        unshipped(Money.yuan(300), RefundKind.REFUND_ONLY),
                        unshipped(Money.yuan(50), RefundKind.RETURN_AND_REFUND),
                        unshipped(Money.yuan(50), RefundKind.REFUND_ONLY),
                        shipped(Stage.IN_TRANSIT));
        List<Boolean> differing = new ArrayList<>();
        for (List<Recorded> order : orders) {
            ComparedCase one = compared(then, would, order);
            differing.add(one.differs());
            tally.add(one);
        }

        assertThat(differing).containsExactly(true, false, false, true, false);
        Totals totals = tally.totals();
        assertThat(totals.cases()).isEqualTo(5);
        assertThat(totals.decidedOtherwise()).isEqualTo(2);
        assertThat(totals.changes()).isEqualTo(Map.of("MANUAL -> AUTO_REFUND", 2L));
        assertThat(totals.then().people()).isEqualTo(5);
        assertThat(totals.would().people()).isEqualTo(3);
    }

    @Test
    void bothSidesAreThereWithTheirRows() {
        ComparedCase one =
                compared(
                        aPolicy(),
                        aPolicy().fastRefund(),
                        unshipped(Money.yuan(50), RefundKind.REFUND_ONLY));

        assertThat(one.then().answers()).containsExactly(new Answer(Decision.MANUAL, "otherwise"));
        assertThat(one.would().answers())
                .containsExactly(new Answer(Decision.AUTO_REFUND, "fast-refund"));
        assertThat(one.would().explanation()).isNotNull();
        assertThat(one.would().paid()).isEqualTo(Money.yuan(50));
    }

    @Test
    void theSilenceOfTheShopPaysAtItsDeadlineAndNotBefore() {
        List<Recorded> records = unshipped(Money.yuan(50), RefundKind.REFUND_ONLY);
        Backtest same = backtest(PolicyTimeline.always(aPolicy().build()), aPolicy().build());
        Instant due = NOON.plus(CaseTerms.DEFAULT.manualAnswer());

        assertThat(same.compare(ORDER, records, due).getFirst().then().paid())
                .isEqualTo(Money.ZERO);
        assertThat(same.compare(ORDER, records, due.plusMillis(1)).getFirst().then().paid())
                .isEqualTo(Money.yuan(50));
    }

    @Test
    void anInterceptionThatNobodyAskedForIsNoSuccess() {
        ComparedCase one =
                compared(
                        aPolicy(),
                        aPolicy().intercepts("2023-06", "ZTO"),
                        shipped(Stage.IN_TRANSIT));

        assertThat(one.would().interception()).isEqualTo(Interception.WOULD_BE_ASKED);
        assertThat(one.would().paid()).isEqualTo(Money.ZERO);
        assertThat(one.would().state()).isEqualTo(CaseState.INTERCEPTING);
        Tally tally = new Tally();
        tally.add(one);
        assertThat(tally.totals().would().wouldBeAsked()).isEqualTo(1);
        assertThat(tally.totals().would().openMoney()).isEqualTo(10_000);
        assertThat(tally.totals().would().saved()).isZero();
    }

    @Test
    void whatTheCourierStoppedThenIsSavedUnderBoth() {
        APolicy intercepts = aPolicy().intercepts("2023-06", "ZTO");
        List<Recorded> records = shipped(Stage.IN_TRANSIT);
        records.add(at(NOON.plusSeconds(60), stopped()));

        ComparedCase one =
                compared(intercepts, aPolicy().intercepts("2023-06", "ZTO").fastRefund(), records);

        assertThat(one.then().interception()).isEqualTo(Interception.STOPPED);
        assertThat(one.differs()).isFalse();
        Tally tally = new Tally();
        tally.add(one);
        assertThat(tally.totals().then().savedMoney()).isEqualTo(10_000);
    }

    private static InterceptionSucceeded stopped() {
        return new InterceptionSucceeded(
                InterceptionId.of(REFUND), REFUND, ORDER, PARCEL, NOON.plusSeconds(60));
    }

    @Test
    void thePolicyOfTheTimeDecides() {
        TreeMap<Instant, ShopPolicy> since = new TreeMap<>();
        since.put(NOON.minus(Duration.ofDays(9)), aPolicy().fastRefund().build());
        since.put(NOON.plusMillis(1), aPolicy().build());
        List<Recorded> records = unshipped(Money.yuan(50), RefundKind.REFUND_ONLY);

        ComparedCase one =
                backtest(PolicyTimeline.of(SHOP, since), aPolicy().build())
                        .compare(ORDER, records, END)
                        .getFirst();

        assertThat(one.then().answers().getFirst().row()).isEqualTo("fast-refund");
        assertThat(one.policyKnown()).isTrue();
    }

    @Test
    void aPolicyThatIsNotKeptIsStoodForByTheNextAndCounted() {
        TreeMap<Instant, ShopPolicy> since = new TreeMap<>();
        since.put(NOON.plusMillis(1), aPolicy().fastRefund().build());
        List<Recorded> records = unshipped(Money.yuan(50), RefundKind.REFUND_ONLY);

        ComparedCase one =
                backtest(PolicyTimeline.of(SHOP, since), aPolicy().build())
                        .compare(ORDER, records, END)
                        .getFirst();

        assertThat(one.then().answers().getFirst().row()).isEqualTo("fast-refund");
        assertThat(one.policyKnown()).isFalse();
    }

    @Test
    void anotherShopsOrderIsNotTold() {
        Backtest ours = backtest(PolicyTimeline.always(aPolicy().build()), aPolicy().build());
        Backtest theirs =
                new Backtest(
                        ours.desk(),
                        ours.slack(),
                        new ShopId("shop-2"),
                        ours.asTheyWere(),
                        ours.candidate(),
                        ours.from());

        assertThat(theirs.compare(ORDER, unshipped(Money.yuan(50), RefundKind.REFUND_ONLY), END))
                .isEmpty();
    }

    private static APolicy randomPolicy(Random random) {
        APolicy policy = aPolicy();
        if (random.nextBoolean()) {
            policy.fastRefund();
        }
        if (random.nextBoolean()) {
            policy.rejectThenRefund();
        }
        if (random.nextBoolean()) {
            policy.smallAmount().lostInTransitCap(Money.yuan(200));
        }
        if (random.nextBoolean()) {
            policy.intercepts("2023-06", "ZTO");
        }
        return policy;
    }

    /** Ten days, mostly of what can happen, in whatever order it happens. */
    private static List<Recorded> randomHistory(Random random) {
        List<Recorded> records = placed(anOrder());
        for (int request = 0; request < 2; request++) {
            records.add(
                    at(
                            moment(random),
                            asks(
                                    new RefundId("r-" + (request + 1)),
                                    RefundKind.REFUND_ONLY,
                                    Money.yuan(10 + random.nextInt(90)))));
        }
        for (int event = 0; event < 10; event++) {
            records.add(at(moment(random), randomEvent(random, event + 1)));
        }
        return records;
    }

    private static Instant moment(Random random) {
        return NOON.plusSeconds(random.nextInt(10 * 24 * 3600));
    }

    private static Object randomEvent(Random random, int revision) {
        RefundId refund = new RefundId("r-" + (1 + random.nextInt(2)));
        Stage stage = Stage.values()[random.nextInt(Stage.values().length)];
        return switch (random.nextInt(8)) {
            case 0 -> shipment(PARCEL, true);
            case 1, 2 -> milestone(PARCEL, ParcelRole.DELIVERY, stage, revision, NOON);
            case 3 ->
                    stallEvent(
                            stall(
                                    PARCEL,
                                    StallKind.IN_TRANSIT,
                                    StallLevel.SUSPECTED_LOST,
                                    false,
                                    null),
                            revision);
            case 4 -> new MerchantAgreed(ORDER, refund, "agent-1", NOON);
            case 5 -> new RefundWithdrawn(ORDER, refund, NOON);
            case 6 -> courierAnswers(random, refund);
            default -> new PayoutPaid(refund, ORDER, Money.yuan(20), "p-1", NOON);
        };
    }

    private static Object courierAnswers(Random random, RefundId refund) {
        InterceptionId id = InterceptionId.of(refund);
        return random.nextBoolean()
                ? new InterceptionSucceeded(id, refund, ORDER, PARCEL, NOON)
                : new InterceptionFailed(id, refund, ORDER, PARCEL, "TOO_LATE", NOON);
    }
}
