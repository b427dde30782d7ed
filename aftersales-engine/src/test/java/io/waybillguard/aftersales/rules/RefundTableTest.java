package io.waybillguard.aftersales.rules;

import static io.waybillguard.aftersales.fixtures.APolicy.aPolicy;
import static io.waybillguard.aftersales.fixtures.AnOrder.NOON;
import static io.waybillguard.aftersales.fixtures.AnOrder.anOrder;
import static io.waybillguard.aftersales.fixtures.AnOrder.stall;
import static io.waybillguard.events.refund.Decision.APPROVE_RETURN;
import static io.waybillguard.events.refund.Decision.AUTO_REFUND;
import static io.waybillguard.events.refund.Decision.INTERCEPT;
import static io.waybillguard.events.refund.Decision.MANUAL;
import static io.waybillguard.events.refund.Decision.REJECT_THEN_REFUND;
import static io.waybillguard.events.refund.RefundKind.REFUND_ONLY;
import static io.waybillguard.events.refund.RefundKind.RETURN_AND_REFUND;
import static io.waybillguard.events.types.Money.fen;
import static io.waybillguard.events.types.Money.yuan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waybillguard.aftersales.fixtures.APolicy;
import io.waybillguard.aftersales.fixtures.AnOrder;
import io.waybillguard.aftersales.order.OrderFacts;
import io.waybillguard.events.order.GoodsTrait;
import io.waybillguard.events.parcel.Stage;
import io.waybillguard.events.parcel.StallKind;
import io.waybillguard.events.parcel.StallLevel;
import io.waybillguard.events.policy.ShopRule;
import io.waybillguard.events.refund.Decision;
import io.waybillguard.events.refund.RefundKind;
import io.waybillguard.events.refund.RefundReason;
import io.waybillguard.events.types.CourierCode;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.events.types.RefundId;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RefundTableTest {

    private static final RefundTable TABLE = new RefundTable(Limits.DEFAULT, Agreements.DEFAULT);
    private static final ParcelId ZTO = ParcelId.of("ZTO", "ZTO1");

    /** One line of the table: the question, and the row that answers it. */
    record Line(String name, RefundQuestion question, String row, Decision decision) {
        @Override
        public String toString() {
            return name + " -> " + row;
        }
    }

    static Stream<Line> lines() {
        return Stream.of(
                        overRefund(),
                        beforeShipment(),
                        small(),
                        back(),
                        lost(),
                        rejecting(),
                        returns())
                .flatMap(lines -> lines);
    }

    private static Stream<Line> overRefund() {
        APolicy policy = aPolicy().fastRefund().preShipAgreeUnder(yuan(1000));
        return Stream.of(
                line("as much as was paid", ask(anOrder(), policy), "fast-refund", AUTO_REFUND),
                line(
                        "a fen more than was paid",
                        ask(anOrder(), policy, REFUND_ONLY, fen(10001)),
                        "over-refund",
                        MANUAL),
                line(
                        "with the earlier ones exactly what was paid",
                        earlier(ask(anOrder(), policy, REFUND_ONLY, yuan(40)), yuan(60)),
                        "fast-refund",
                        AUTO_REFUND),
                line(
                        "with the earlier ones a fen more",
                        earlier(ask(anOrder(), policy, REFUND_ONLY, yuan(40)), fen(6001)),
                        "over-refund",
                        MANUAL),
                line(
                        "earlier ones beyond all measure",
                        earlier(ask(anOrder(), policy), fen(Long.MAX_VALUE)),
                        "over-refund",
                        MANUAL),
                line("an unpaid order", ask(anOrder().unpaid(), policy), "over-refund", MANUAL),
                line(
                        "a shop's rule does not come before it",
                        ask(
                                anOrder(),
                                aPolicy().rule(shopRule("all", AUTO_REFUND)),
                                REFUND_ONLY,
                                yuan(101)),
                        "over-refund",
                        MANUAL));
    }

    private static Stream<Line> beforeShipment() {
        APolicy fast = aPolicy().fastRefund();
        APolicy agree = aPolicy().preShipAgreeUnder(yuan(50));
        return Stream.of(
                line(
                        "an order of 299.99",
                        ask(anOrder().of(fen(29999)), fast),
                        "fast-refund",
                        AUTO_REFUND),
                line("an order of 300.00", ask(anOrder().of(yuan(300)), fast), "otherwise", MANUAL),
                line("not enabled", ask(anOrder(), aPolicy()), "otherwise", MANUAL),
                line(
                        "a return of unshipped goods",
                        ask(anOrder(), fast, RETURN_AND_REFUND, yuan(100)),
                        "otherwise",
                        MANUAL),
                line("shipped", ask(anOrder().shippedBy("ZTO"), fast), "otherwise", MANUAL),
                line(
                        "virtual goods",
                        ask(anOrder().goods(GoodsTrait.VIRTUAL), fast),
                        "otherwise",
                        MANUAL),
                line(
                        "49.99 of the shop's 50",
                        ask(anOrder(), agree, REFUND_ONLY, fen(4999)),
                        "pre-ship-agree",
                        AUTO_REFUND),
                line(
                        "50.00 of the shop's 50",
                        ask(anOrder(), agree, REFUND_ONLY, yuan(50)),
                        "otherwise",
                        MANUAL),
                line(
                        "an order a fen under the shop's own limit",
                        ask(
                                anOrder(),
                                aPolicy()
                                        .preShipAgreeUnder(yuan(500))
                                        .preShipAgreeOrderUnder(fen(10001))),
                        "pre-ship-agree",
                        AUTO_REFUND),
                line(
                        "an order of the shop's own limit",
                        ask(
                                anOrder(),
                                aPolicy()
                                        .preShipAgreeUnder(yuan(500))
                                        .preShipAgreeOrderUnder(yuan(100))),
                        "otherwise",
                        MANUAL),
                line(
                        "goods that the shop excludes",
                        ask(
                                anOrder()
                                        .lines(
                                                AnOrder.line("food", Set.of()),
                                                AnOrder.line("toys", Set.of())),
                                aPolicy().preShipAgreeUnder(yuan(500)).preShipAgreeExcept("toys")),
                        "otherwise",
                        MANUAL),
                line(
                        "other goods than the shop excludes",
                        ask(
                                anOrder(),
                                aPolicy().preShipAgreeUnder(yuan(500)).preShipAgreeExcept("food")),
                        "pre-ship-agree",
                        AUTO_REFUND),
                line(
                        "shipped before the shop agrees",
                        ask(anOrder().shippedBy("ZTO"), agree, REFUND_ONLY, yuan(10)),
                        "otherwise",
                        MANUAL));
    }

    private static Stream<Line> small() {
        APolicy policy = aPolicy().smallAmount();
        AnOrder shipped = anOrder().shippedBy("ZTO");
        return Stream.of(
                line(
                        "19.99",
                        ask(shipped, policy, REFUND_ONLY, fen(1999)),
                        "small-amount",
                        AUTO_REFUND),
                line("20.00", ask(shipped, policy, REFUND_ONLY, yuan(20)), "otherwise", MANUAL),
                line(
                        "unshipped",
                        ask(anOrder(), policy, REFUND_ONLY, yuan(1)),
                        "otherwise",
                        MANUAL),
                line(
                        "a small return",
                        ask(shipped, policy, RETURN_AND_REFUND, yuan(1)),
                        "otherwise",
                        MANUAL));
    }

    private static Stream<Line> back() {
        AnOrder half =
                anOrder()
                        .shippedAndNow(Stage.RETURNED)
                        .shippedBy("SF")
                        .parcel(ParcelId.of("SF", "SF1"), Stage.IN_TRANSIT);
        return Stream.of(
                line("refused", ask(now(Stage.REFUSED), aPolicy()), "already-back", AUTO_REFUND),
                line("returned", ask(now(Stage.RETURNED), aPolicy()), "already-back", AUTO_REFUND),
                line("on its way back", ask(now(Stage.RETURNING), aPolicy()), "otherwise", MANUAL),
                line("one of two back", ask(half, aPolicy()), "otherwise", MANUAL),
                line(
                        "a return that is back",
                        ask(now(Stage.REFUSED), aPolicy(), RETURN_AND_REFUND, yuan(100)),
                        "otherwise",
                        MANUAL),
                line(
                        "exactly the automatic cap",
                        ask(now(Stage.REFUSED).of(yuan(1000)), aPolicy()),
                        "already-back",
                        AUTO_REFUND),
                line(
                        "a fen over the automatic cap",
                        ask(now(Stage.REFUSED).of(fen(100001)), aPolicy()),
                        "automatic-cap",
                        MANUAL));
    }

    private static Stream<Line> lost() {
        APolicy policy = aPolicy().lostInTransitCap(yuan(100));
        return Stream.of(
                line(
                        "suspected lost, exactly the cap",
                        ask(stalledAt(StallLevel.SUSPECTED_LOST), policy),
                        "lost-in-transit",
                        AUTO_REFUND),
                line(
                        "a fen over the cap",
                        ask(stalledAt(StallLevel.SUSPECTED_LOST).of(fen(10001)), policy),
                        "otherwise",
                        MANUAL),
                line(
                        "only stalled",
                        ask(stalledAt(StallLevel.STALLED), policy),
                        "otherwise",
                        MANUAL),
                line("the feed is silent", ask(suspect(true, null), policy), "otherwise", MANUAL),
                line("exempt", ask(suspect(false, "filing-1"), policy), "otherwise", MANUAL),
                line(
                        "the buyer confirmed the receipt",
                        ask(stalledAt(StallLevel.SUSPECTED_LOST).received(), policy),
                        "otherwise",
                        MANUAL),
                line(
                        "not enabled",
                        ask(stalledAt(StallLevel.SUSPECTED_LOST), aPolicy()),
                        "otherwise",
                        MANUAL));
    }

    private static Stream<Line> rejecting() {
        APolicy policy = aPolicy().rejectThenRefund();
        return Stream.of(
                line(
                        "collected",
                        ask(now(Stage.COLLECTED), policy),
                        "reject-then-refund",
                        REJECT_THEN_REFUND),
                line(
                        "out for delivery",
                        ask(now(Stage.OUT_FOR_DELIVERY), policy),
                        "reject-then-refund",
                        REJECT_THEN_REFUND),
                line("not collected", ask(now(Stage.REGISTERED), policy), "otherwise", MANUAL),
                line("cancelled", ask(now(Stage.CANCELLED), policy), "otherwise", MANUAL),
                line("signed", ask(now(Stage.SIGNED), policy), "otherwise", MANUAL),
                line("received", ask(now(Stage.STORED).received(), policy), "otherwise", MANUAL),
                line("not enabled", ask(now(Stage.COLLECTED), aPolicy()), "otherwise", MANUAL),
                line(
                        "a return",
                        ask(now(Stage.COLLECTED), policy, RETURN_AND_REFUND, yuan(100)),
                        "otherwise",
                        MANUAL));
    }

    private static Stream<Line> returns() {
        APolicy policy = aPolicy().sevenDayReturn();
        Duration week = Duration.ofDays(7);
        APolicy own = aPolicy().postShipReturnUnder(yuan(100));
        return Stream.of(
                line(
                        "7 days after the signature",
                        ret(signed(week), policy),
                        "seven-day",
                        APPROVE_RETURN),
                line(
                        "7 days and a millisecond after",
                        ret(signed(week.plusMillis(1)), policy),
                        "otherwise",
                        MANUAL),
                line("not signed", ret(sevenDay().shippedBy("ZTO"), policy), "otherwise", MANUAL),
                line(
                        "one line that cannot be returned",
                        ret(
                                anOrder()
                                        .lines(
                                                AnOrder.line(
                                                        "a", Set.of(GoodsTrait.SEVEN_DAY_RETURN)),
                                                AnOrder.line("b", Set.of()))
                                        .signedAt(NOON),
                                policy),
                        "otherwise",
                        MANUAL),
                line("refund only", ask(signed(Duration.ZERO), policy), "otherwise", MANUAL),
                line("not enabled", ret(signed(Duration.ZERO), aPolicy()), "otherwise", MANUAL),
                line(
                        "99.99 of the shop's 100",
                        ask(now(Stage.SIGNED), own, RETURN_AND_REFUND, fen(9999)),
                        "post-ship-return",
                        APPROVE_RETURN),
                line(
                        "100.00 of the shop's 100",
                        ask(now(Stage.SIGNED), own, RETURN_AND_REFUND, yuan(100)),
                        "otherwise",
                        MANUAL),
                line(
                        "unshipped",
                        ask(anOrder(), own, RETURN_AND_REFUND, yuan(10)),
                        "otherwise",
                        MANUAL));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void eachRowHoldsWhereItShould(Line line) {
        Verdict verdict = TABLE.decide(line.question());

        assertThat(verdict.row()).isEqualTo(line.row());
        assertThat(verdict.decision()).isEqualTo(line.decision());
    }

    @Test
    void everyRowIsReached() {
        Set<String> reached = new TreeSet<>();
        lines().forEach(line -> reached.add(TABLE.decide(line.question()).row()));
        reached.add(TABLE.decide(interceptable(yuan(100))).row());

        assertThat(reached)
                .containsExactlyInAnyOrder(
                        "over-refund",
                        "fast-refund",
                        "pre-ship-agree",
                        "small-amount",
                        "already-back",
                        "lost-in-transit",
                        "intercept",
                        "reject-then-refund",
                        "seven-day",
                        "post-ship-return",
                        "otherwise",
                        "automatic-cap");
    }

    @Test
    void theVerdictTellsEveryRowLookedAtAndTheLastAlwaysHolds() {
        Verdict verdict = TABLE.decide(ask(anOrder(), aPolicy()));

        assertThat(verdict.rows())
                .extracting(Looked::row)
                .containsExactly(
                        "over-refund",
                        "fast-refund",
                        "pre-ship-agree",
                        "small-amount",
                        "already-back",
                        "lost-in-transit",
                        "intercept",
                        "reject-then-refund",
                        "seven-day",
                        "post-ship-return",
                        "otherwise");
        assertThat(verdict.rows().subList(0, 10))
                .allSatisfy(row -> assertThat(row.failed()).isNotBlank());
        assertThat(verdict.rows().getLast().held()).isTrue();
        assertThat(verdict.rows().getLast().failed()).isNull();
        assertThat(verdict.table()).isEqualTo("refund");
        assertThat(verdict.version()).isEqualTo(RefundTable.VERSION);
    }

    @Test
    void aTableWhoseLastRowCouldFailIsRefused() {
        Row failing =
                Row.row("x").when(OrderConditions.shipped()).then(MANUAL).because(Because.NO_RULE);

        assertThatThrownBy(() -> new RuleTable("t", 1, List.of(failing)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anOrderNeverHeardOfGoesToAPerson() {
        RefundQuestion question =
                new RefundQuestion(
                        request(REFUND_ONLY, yuan(1)),
                        OrderFacts.unknown(AnOrder.ORDER),
                        Money.ZERO,
                        Set.of(),
                        Set.of(),
                        aPolicy().build());

        assertThat(TABLE.decide(question).row()).isEqualTo("otherwise");
    }

    /** What breaks one condition of an interception, and what the explanation says then. */
    record Broken(String name, RefundQuestion question, String words) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Broken> brokenInterceptions() {
        APolicy policy = aPolicy().intercepts("2023-06", "ZTO", "SF");
        ParcelId yunda = ParcelId.of("YUNDA", "Y1");
        return Stream.of(
                new Broken(
                        "a return",
                        ask(now(Stage.COLLECTED), policy, RETURN_AND_REFUND, yuan(100)),
                        "RETURN_AND_REFUND"),
                new Broken("unshipped", ask(anOrder(), policy), "not shipped"),
                new Broken(
                        "two parcels",
                        ask(now(Stage.COLLECTED).shippedBy("SF"), policy),
                        "2 parcels"),
                new Broken("signed", ask(now(Stage.SIGNED), policy), "signed"),
                new Broken("received", ask(now(Stage.IN_TRANSIT).received(), policy), "signed"),
                new Broken("not collected", ask(now(Stage.REGISTERED), policy), "REGISTERED"),
                new Broken(
                        "out for delivery",
                        ask(now(Stage.OUT_FOR_DELIVERY), policy),
                        "OUT_FOR_DELIVERY"),
                new Broken(
                        "exactly 500",
                        ask(now(Stage.COLLECTED).of(yuan(500)), policy),
                        "not under 500.00"),
                new Broken(
                        "a part of it",
                        ask(now(Stage.COLLECTED), policy, REFUND_ONLY, fen(9999)),
                        "a part of"),
                new Broken(
                        "cross-border",
                        ask(now(Stage.COLLECTED).crossBorder(), policy),
                        "cross-border"),
                new Broken("fresh", ask(goods(GoodsTrait.FRESH), policy), "FRESH"),
                new Broken("virtual", ask(goods(GoodsTrait.VIRTUAL), policy), "VIRTUAL"),
                new Broken(
                        "a vehicle", ask(goods(GoodsTrait.WHOLE_VEHICLE), policy), "WHOLE_VEHICLE"),
                new Broken(
                        "the shop is not in operation",
                        ask(now(Stage.COLLECTED), aPolicy().interception(false, "2023-06", "ZTO")),
                        "normal operation"),
                new Broken(
                        "no agreement",
                        ask(now(Stage.COLLECTED), aPolicy().intercepts("", "ZTO")),
                        "not signed an interception agreement"),
                new Broken(
                        "a courier of the later edition",
                        ask(
                                anOrder().shipped(yunda, true).parcel(yunda, Stage.COLLECTED),
                                aPolicy().intercepts("2023-06", "YUNDA")),
                        "YUNDA is not in the agreement 2023-06"),
                new Broken(
                        "an edition nobody knows",
                        ask(now(Stage.COLLECTED), aPolicy().intercepts("2030-01", "ZTO")),
                        "2030-01"),
                new Broken(
                        "e-waybill not enabled",
                        ask(now(Stage.COLLECTED), aPolicy().intercepts("2023-06", "YTO")),
                        "e-waybill is not enabled"),
                new Broken(
                        "another waybill than the platform's",
                        ask(anOrder().shipped(ZTO, false).parcel(ZTO, Stage.COLLECTED), policy),
                        "not the platform's own"),
                new Broken("asked before", askedBefore(interceptable(yuan(100))), "already asked"));
    }

    @ParameterizedTest
    @MethodSource("brokenInterceptions")
    void anInterceptionNeedsEveryCondition(Broken broken) {
        Verdict verdict = TABLE.decide(broken.question());

        assertThat(verdict.row()).isNotEqualTo("intercept");
        assertThat(verdict.rows())
                .filteredOn(row -> row.row().equals("intercept"))
                .singleElement()
                .satisfies(row -> assertThat(row.failed()).contains(broken.words()));
    }

    @ParameterizedTest
    @MethodSource("stoppable")
    void aParcelOnItsWayIsIntercepted(Stage stage) {
        RefundQuestion question = ask(now(stage), aPolicy().intercepts("2023-06", "ZTO"));

        assertThat(TABLE.decide(question).decision()).isEqualTo(INTERCEPT);
    }

    static Stream<Stage> stoppable() {
        return Stream.of(Stage.COLLECTED, Stage.IN_TRANSIT, Stage.AT_DESTINATION);
    }

    @Test
    void anInterceptionIsAskedForAFenUnderTheLimit() {
        assertThat(TABLE.decide(interceptable(fen(49999))).decision()).isEqualTo(INTERCEPT);
    }

    @ParameterizedTest
    @MethodSource("laterEdition")
    void theLaterEditionCoversMoreCouriers(String courier) {
        ParcelId parcel = ParcelId.of(courier, "W1");
        AnOrder order = anOrder().shipped(parcel, true).parcel(parcel, Stage.IN_TRANSIT);

        assertThat(TABLE.decide(ask(order, aPolicy().intercepts("2024-02", courier))).row())
                .isEqualTo("intercept");
    }

    static Stream<String> laterEdition() {
        return Stream.of("ZTO", "YTO", "STO", "JT", "YUNDA", "SF", "JD");
    }

    @Test
    void sfStopsOneParcelAnOrderOthersStopMore() {
        assertThat(TABLE.decide(stoppedBefore("SF")).row()).isEqualTo("otherwise");
        assertThat(TABLE.decide(stoppedBefore("ZTO")).row()).isEqualTo("intercept");
    }

    private static RefundQuestion stoppedBefore(String courier) {
        ParcelId parcel = ParcelId.of(courier, "W1");
        RefundQuestion question =
                ask(
                        anOrder().shipped(parcel, true).parcel(parcel, Stage.COLLECTED),
                        aPolicy().intercepts("2024-02", courier));
        return new RefundQuestion(
                question.request(),
                question.order(),
                question.earlier(),
                Set.of(),
                Set.of(new CourierCode(courier)),
                question.policy());
    }

    @Test
    void aShopsRuleComesBeforeThePlatformsRows() {
        APolicy policy = aPolicy().fastRefund().rule(shopRule("careful", MANUAL));

        assertThat(TABLE.decide(ask(anOrder(), policy)).row()).isEqualTo("shop:careful");
    }

    @Test
    void aShopsRuleIsNeverPastTheAutomaticCap() {
        APolicy policy = aPolicy().rule(shopRule("generous", AUTO_REFUND));
        Verdict verdict = TABLE.decide(ask(anOrder().of(yuan(1001)), policy));

        assertThat(verdict.row()).isEqualTo("automatic-cap");
        assertThat(verdict.rows())
                .filteredOn(row -> row.row().equals("shop:generous"))
                .singleElement()
                .satisfies(row -> assertThat(row.failed()).contains("automatic cap"));
    }

    @Test
    void aShopsInterceptionNeedsWhatThePlatformDemands() {
        APolicy policy = aPolicy().rule(shopRule("stop", INTERCEPT));

        assertThat(TABLE.decide(ask(now(Stage.SIGNED), policy)).row()).isEqualTo("otherwise");
        assertThat(
                        TABLE.decide(ask(now(Stage.COLLECTED), policy.intercepts("2023-06", "ZTO")))
                                .row())
                .isEqualTo("shop:stop");
    }

    @Test
    void aShopsRuleAsksForAmountCategoryReasonStageAndStall() {
        ShopRule rule =
                new ShopRule(
                        "own",
                        true,
                        Set.of(Stage.IN_TRANSIT),
                        REFUND_ONLY,
                        yuan(10),
                        yuan(50),
                        Set.of("toys"),
                        Set.of(RefundReason.NO_MOVEMENT),
                        Set.of(StallKind.IN_TRANSIT),
                        AUTO_REFUND,
                        "");
        AnOrder stalled = stalledAt(StallLevel.STALLED);
        APolicy policy = aPolicy().rule(rule);

        assertThat(row(stalled, policy, yuan(10))).isEqualTo("shop:own");
        assertThat(row(stalled, policy, fen(4999))).isEqualTo("shop:own");
        assertThat(row(stalled, policy, fen(999))).isEqualTo("otherwise");
        assertThat(row(stalled, policy, yuan(50))).isEqualTo("otherwise");
        assertThat(row(now(Stage.IN_TRANSIT), policy, yuan(20))).isEqualTo("otherwise");
        assertThat(row(suspect(true, null), policy, yuan(20))).isEqualTo("otherwise");
        assertThat(row(stalledAt(StallLevel.STALLED).received(), policy, yuan(20)))
                .isEqualTo("otherwise");
        assertThat(row(anOrder(), policy, yuan(20))).isEqualTo("otherwise");
        assertThat(
                        row(
                                stalledAt(StallLevel.STALLED).lines(line("food", Set.of())),
                                policy,
                                yuan(20)))
                .isEqualTo("otherwise");
    }

    private static String row(AnOrder order, APolicy policy, Money amount) {
        return TABLE.decide(ask(order, policy, REFUND_ONLY, amount)).row();
    }

    private static RefundQuestion interceptable(Money amount) {
        return ask(now(Stage.COLLECTED).of(amount), aPolicy().intercepts("2023-06", "ZTO"));
    }

    @Test
    void anotherParcelThatWasAskedForDoesNotCount() {
        RefundQuestion question = interceptable(yuan(100));

        assertThat(
                        TABLE.decide(
                                        new RefundQuestion(
                                                question.request(),
                                                question.order(),
                                                question.earlier(),
                                                Set.of(ParcelId.of("ZTO", "ANOTHER")),
                                                Set.of(),
                                                question.policy()))
                                .row())
                .isEqualTo("intercept");
    }

    private static RefundQuestion askedBefore(RefundQuestion question) {
        return new RefundQuestion(
                question.request(),
                question.order(),
                question.earlier(),
                Set.of(ZTO),
                Set.of(),
                question.policy());
    }

    private static AnOrder now(Stage stage) {
        return anOrder().shippedAndNow(stage);
    }

    private static AnOrder goods(GoodsTrait trait) {
        return now(Stage.COLLECTED).goods(trait);
    }

    private static AnOrder sevenDay() {
        return anOrder().goods(GoodsTrait.SEVEN_DAY_RETURN);
    }

    private static AnOrder signed(Duration ago) {
        return sevenDay().signedAt(NOON.minus(ago));
    }

    private static AnOrder stalledAt(StallLevel level) {
        return now(Stage.IN_TRANSIT).stalled(StallKind.IN_TRANSIT, level);
    }

    private static AnOrder suspect(boolean feedSuspect, String exempt) {
        return now(Stage.IN_TRANSIT)
                .stalled(
                        stall(
                                ZTO,
                                StallKind.IN_TRANSIT,
                                StallLevel.SUSPECTED_LOST,
                                feedSuspect,
                                exempt));
    }

    private static ShopRule shopRule(String name, Decision decision) {
        return APolicy.rule(name, decision, null, Set.of(), Set.of());
    }

    private static Line line(String name, RefundQuestion question, String row, Decision decision) {
        return new Line(name, question, row, decision);
    }

    private static io.waybillguard.events.order.OrderLine line(
            String category, Set<GoodsTrait> traits) {
        return AnOrder.line(category, traits);
    }

    private static RefundQuestion ret(AnOrder order, APolicy policy) {
        return ask(order, policy, RETURN_AND_REFUND, order.facts().paid());
    }

    private static RefundQuestion ask(AnOrder order, APolicy policy) {
        Money paid = order.facts().paid();
        return ask(order, policy, REFUND_ONLY, paid.isZero() ? yuan(1) : paid);
    }

    private static RefundQuestion ask(
            AnOrder order, APolicy policy, RefundKind kind, Money amount) {
        return new RefundQuestion(
                request(kind, amount),
                order.facts(),
                Money.ZERO,
                Set.of(),
                Set.of(),
                policy.build());
    }

    private static RefundQuestion earlier(RefundQuestion question, Money earlier) {
        return new RefundQuestion(
                question.request(),
                question.order(),
                earlier,
                Set.of(),
                Set.of(),
                question.policy());
    }

    private static RefundRequest request(RefundKind kind, Money amount) {
        return new RefundRequest(
                new RefundId("r-1"), kind, amount, RefundReason.NO_MOVEMENT, List.of(), NOON);
    }
}
