package io.waybillguard.aftersales.stream;

import static io.waybillguard.aftersales.fixtures.APolicy.aPolicy;
import static io.waybillguard.aftersales.fixtures.AnOrder.BUYER;
import static io.waybillguard.aftersales.fixtures.AnOrder.NOON;
import static io.waybillguard.aftersales.fixtures.AnOrder.ORDER;
import static io.waybillguard.aftersales.fixtures.AnOrder.SHOP;
import static io.waybillguard.aftersales.fixtures.AnOrder.anOrder;
import static io.waybillguard.aftersales.fixtures.AnOrder.milestone;
import static io.waybillguard.aftersales.fixtures.AnOrder.shipment;
import static io.waybillguard.aftersales.fixtures.AnOrder.stall;
import static io.waybillguard.aftersales.fixtures.AnOrder.stallEvent;
import static io.waybillguard.events.types.Money.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.waybillguard.aftersales.dispatch.DispatchModes;
import io.waybillguard.aftersales.fixtures.APolicy;
import io.waybillguard.aftersales.fixtures.AnOrder;
import io.waybillguard.aftersales.refund.CaseTerms;
import io.waybillguard.events.interception.InterceptionCommand.InterceptionQueried;
import io.waybillguard.events.interception.InterceptionCommand.InterceptionRequested;
import io.waybillguard.events.interception.InterceptionResult.InterceptionSucceeded;
import io.waybillguard.events.json.EventJson;
import io.waybillguard.events.order.OrderEvent.OrderPaid;
import io.waybillguard.events.order.OrderEvent.OrderPlaced;
import io.waybillguard.events.order.OrderLine;
import io.waybillguard.events.parcel.ParcelRole;
import io.waybillguard.events.parcel.Stage;
import io.waybillguard.events.parcel.StallKind;
import io.waybillguard.events.parcel.StallLevel;
import io.waybillguard.events.payout.PayoutCommand;
import io.waybillguard.events.payout.PayoutCommand.PayoutRequested;
import io.waybillguard.events.payout.PayoutResult.PayoutPaid;
import io.waybillguard.events.policy.FilingReason;
import io.waybillguard.events.policy.FilingStatus;
import io.waybillguard.events.policy.ForceMajeureEvent.ForceMajeureSet;
import io.waybillguard.events.policy.PolicyEvent.ShopPolicySet;
import io.waybillguard.events.refund.AftersalesEvent;
import io.waybillguard.events.refund.AftersalesEvent.CaseClosed;
import io.waybillguard.events.refund.AftersalesEvent.CaseMoved;
import io.waybillguard.events.refund.AftersalesEvent.RefundDecided;
import io.waybillguard.events.refund.AftersalesEvent.RefundRedecided;
import io.waybillguard.events.refund.AftersalesEvent.ReminderFell;
import io.waybillguard.events.refund.AftersalesRequest.RefundRequested;
import io.waybillguard.events.refund.AftersalesRequest.ReturnConfirmed;
import io.waybillguard.events.refund.AftersalesRequest.ReturnWaybillGiven;
import io.waybillguard.events.refund.Decision;
import io.waybillguard.events.refund.GivenBy;
import io.waybillguard.events.refund.RefundKind;
import io.waybillguard.events.refund.RefundReason;
import io.waybillguard.events.topics.Topics;
import io.waybillguard.events.types.FilingId;
import io.waybillguard.events.types.InterceptionId;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.events.types.RefundId;
import io.waybillguard.kit.streams.Partitions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EngineTopologyTest {

    private static final RefundId REFUND = new RefundId("r-1");
    private static final ParcelId PARCEL = ParcelId.of("ZTO", "ZTO1");
    private static final ParcelId BACK = ParcelId.of("SF", "BACK1");
    private static final Duration MILLI = Duration.ofMillis(1);

    private AnEngine engine = new AnEngine(NOON);

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void theTopologyIsAsCommitted() throws IOException {
        try (InputStream committed = getClass().getResourceAsStream("/engine/topology.txt")) {
            assertThat(committed).isNotNull();
            assertThat(
                            AnEngine.topology(new SimpleMeterRegistry(), AnEngine.Set.AS_USUAL)
                                    .describe()
                                    .toString()
                                    .replaceAll("\\$\\$Lambda[^)]*", ""))
                    .isEqualToIgnoringNewLines(
                            new String(committed.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void anAutomaticRefundIsDecidedOnceAndPaidOnce() {
        known(aPolicy().fastRefund())
                .tell(Topics.AFTERSALES_REQUESTS, asked(RefundKind.REFUND_ONLY));
        engine.tell(Topics.AFTERSALES_REQUESTS, asked(RefundKind.REFUND_ONLY));

        assertThat(events()).containsExactly("AUTO_REFUND fast-refund", "PAYING DECIDED");
        assertThat(engine.read(Topics.PAYOUTS))
                .singleElement()
                .isInstanceOfSatisfying(
                        PayoutRequested.class,
                        payout -> {
                            assertThat(payout.refundId()).isEqualTo(REFUND);
                            assertThat(payout.amount()).isEqualTo(yuan(100));
                            assertThat(payout.orderPaid()).isEqualTo(yuan(100));
                        });
        engine.tell(Topics.PAYOUT_RESULTS, paid()).tell(Topics.PAYOUT_RESULTS, paid());
        assertThat(events()).containsExactly("closed REFUNDED PAID");
        assertThat(engine.count("refund.requests")).isEqualTo(1);
        assertThat(engine.count("refund.requests.repeated", "outcome", "duplicate")).isEqualTo(1);
        assertThat(
                        engine.count(
                                "refund.decisions",
                                "decision",
                                "AUTO_REFUND",
                                "row",
                                "fast-refund"))
                .isEqualTo(1);
        assertThat(engine.count("refund.events.ignored", "state", "CLOSED", "event", "PaymentMade"))
                .isEqualTo(1);
    }

    @Test
    void openCasesAreGaugedByState() {
        known(aPolicy()).tell(Topics.AFTERSALES_REQUESTS, asked(RefundKind.REFUND_ONLY));
        assertThat(engine.gauge("refund.cases.open", "state", "MANUAL")).isEqualTo(1);

        engine.tell(
                Topics.AFTERSALES_REQUESTS,
                new io.waybillguard.events.refund.AftersalesRequest.RefundWithdrawn(
                        ORDER, REFUND, NOON));

        assertThat(engine.gauge("refund.cases.open", "state", "MANUAL")).isZero();
        assertThat(
                        engine.meters()
                                .get("refund.case.duration")
                                .tag("outcome", "WITHDRAWN")
                                .timer()
                                .count())
                .isEqualTo(1);
    }

    @Test
    void aFilingIsKeptAndAPolicyThatCannotBeReadLeavesTheEarlierStanding() {
        engine.tell(
                Topics.FORCE_MAJEURE,
                new ForceMajeureSet(
                        new FilingId("f-1"),
                        null,
                        FilingReason.WEATHER,
                        "",
                        Set.of("新疆"),
                        Set.of(),
                        NOON,
                        NOON,
                        null,
                        FilingStatus.APPROVED,
                        NOON));
        known(aPolicy().fastRefund())
                .bytes(Topics.SHOP_POLICIES, SHOP.value(), "{".getBytes(StandardCharsets.UTF_8))
                .tell(Topics.AFTERSALES_REQUESTS, asked(RefundKind.REFUND_ONLY));

        assertThat(events()).first().isEqualTo("AUTO_REFUND fast-refund");
        assertThat(engine.count("dead.letters", "topic", "shop.policies.v1", "reason", "not-json"))
                .isEqualTo(1);
    }

    @Test
    void aRecordThatCannotBeReadIsPutAsideAndTheRestGoesOn() {
        engine.bytes(
                Topics.AFTERSALES_REQUESTS,
                ORDER.value(),
                "{\"type\":\"aftersales.refund-requested.v1\",\"orderId\":\"o-1\"}"
                        .getBytes(StandardCharsets.UTF_8));
        known(aPolicy().fastRefund())
                .tell(Topics.AFTERSALES_REQUESTS, asked(RefundKind.REFUND_ONLY));

        assertThat(engine.output("aftersales.requests.v1.dlt"))
                .satisfies(letter ->
                        assertThat(letter.headers().lastHeader("dlt-reason").value())
                                .asString(StandardCharsets.UTF_8)
                                .isEqualTo("invalid"));
        assertThat(events()).first().isEqualTo("AUTO_REFUND fast-refund");
    }

    @Test
    void aRecordUnderAnotherKeyIsBroughtToTheOrderItNames() {
        known(aPolicy().fastRefund())
                .bytes(
                        Topics.AFTERSALES_REQUESTS,
                        "some-other-key",
                        io.waybillguard.events.json.EventJson.write(asked(RefundKind.REFUND_ONLY)));

        assertThat(engine.output(Topics.AFTERSALES_EVENTS.name()).key())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(ORDER.value());
    }

    private AnEngine set(AnEngine.Set set) {
        engine.close();
        engine = new AnEngine(NOON, set);
        return engine;
    }

    @Test
    void aRecordInTheWrongPartitionIsSentToItsOwnOnceAndThenPutAside() {
        set(AnEngine.Set.AS_USUAL.ofPartitions(4));
        OrderId elsewhere = orderOf(2);

        engine.tell(Topics.ORDERS, new OrderPaid(elsewhere, yuan(1), NOON));

        // the driver hands what goes to a source topic back, to the partition it came from
        TestRecord<byte[], byte[]> sent = engine.output(Topics.ORDERS.name());
        assertThat(sent.key()).asString(StandardCharsets.UTF_8).isEqualTo(elsewhere.value());
        assertThat(header(sent, "rerouted")).isEqualTo("1");
        assertThat(engine.count("records.rerouted")).isEqualTo(1);
        assertThat(header(engine.output("orders.v1.dlt"), "dlt-reason"))
                .isEqualTo("wrong-partition");
    }

    @Test
    void aRecordInItsOwnPartitionStays() {
        set(AnEngine.Set.AS_USUAL.ofPartitions(4));
        OrderId here = orderOf(0);

        engine.tell(
                Topics.AFTERSALES_REQUESTS,
                new RefundRequested(
                        here,
                        REFUND,
                        RefundKind.REFUND_ONLY,
                        yuan(1),
                        RefundReason.OTHER,
                        List.of(),
                        NOON));

        assertThat(events()).containsExactly("WAITING_FOR_ORDER OTHER");
        assertThat(engine.count("records.rerouted")).isZero();
    }

    private static OrderId orderOf(int partition) {
        return IntStream.range(0, 1000)
                .mapToObj(i -> new OrderId("o-" + i))
                .filter(order -> new Partitions(4).of(order.value()) == partition)
                .findFirst()
                .orElseThrow();
    }

    private static String header(TestRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    @Test
    void aDeadlineThatFailsLeavesTheOthersToFireAndIsTriedAgain() {
        Duration tenMinutes = Duration.ofMinutes(10);
        CaseTerms d = CaseTerms.DEFAULT;
        set(
                AnEngine.Set.AS_USUAL.with(
                        new CaseTerms(
                                tenMinutes,
                                d.interceptionAnswer(),
                                d.interceptionAskEvery(),
                                d.rejectionReminder(),
                                d.rejectionWait(),
                                d.manualReminder(),
                                Duration.ofSeconds(Long.MAX_VALUE), // no instant is so late
                                d.offerAnswer(),
                                d.offersPerCase(),
                                d.allowanceAnswer(),
                                tenMinutes,
                                d.returnArrival(),
                                d.returnConfirmation())));
        engine.tell(
                Topics.AFTERSALES_REQUESTS,
                new RefundRequested(
                        new OrderId("o-broken"),
                        new RefundId("r-broken"),
                        RefundKind.REFUND_ONLY,
                        yuan(1),
                        RefundReason.OTHER,
                        List.of(),
                        NOON));
        collected(known(aPolicy().postShipReturnUnder(yuan(200))));
        engine.tell(Topics.AFTERSALES_REQUESTS, asked(RefundKind.RETURN_AND_REFUND));

        engine.now(NOON.plus(tenMinutes));
        assertThat(events()).last().isEqualTo("closed EXPIRED RETURN_WAYBILL_OVERDUE");
        assertThat(engine.count("deadline.failures")).isEqualTo(1);

        engine.now(NOON.plus(tenMinutes).plusSeconds(59));
        assertThat(engine.count("deadline.failures")).isEqualTo(1);
        engine.now(NOON.plus(tenMinutes).plusSeconds(60));
        assertThat(engine.count("deadline.failures")).isEqualTo(2);
    }

    @Test
    void aRequestForNothingIsPutAside() {
        engine.bytes(
                Topics.AFTERSALES_REQUESTS,
                ORDER.value(),
                new String(EventJson.write(asked(RefundKind.REFUND_ONLY)), StandardCharsets.UTF_8)
                        .replace(":10000", ":0")
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(header(engine.output("aftersales.requests.v1.dlt"), "dlt-reason"))
                .isEqualTo("invalid");
    }

    @Test
    void aRequestTooManyOfOneOrderIsPutAside() {
        known(aPolicy());
        for (int i = 0; i < 51; i++) {
            engine.tell(
                    Topics.AFTERSALES_REQUESTS,
                    new RefundRequested(
                            ORDER,
                            new RefundId("r-" + i),
                            RefundKind.REFUND_ONLY,
                            Money.fen(1),
                            RefundReason.OTHER,
                            List.of(),
                            NOON));
        }

        assertThat(header(engine.output("aftersales.requests.v1.dlt"), "dlt-reason"))
                .isEqualTo("too-many-requests");
        assertThat(engine.count("refund.requests")).isEqualTo(50);
    }

    @Test
    void anEventThatWouldMakeAnOrderTooLargeIsPutAside() {
        OrderPlaced placed = anOrder().placedEvent();
        OrderLine[] lines =
                IntStream.range(0, 200)
                        .mapToObj(i -> AnOrder.line(i + "x".repeat(400), Set.of()))
                        .toArray(OrderLine[]::new);

        engine.tell(Topics.ORDERS, anOrder().lines(lines).placedEvent());

        assertThat(header(engine.output("orders.v1.dlt"), "dlt-reason"))
                .isEqualTo("order-too-large");
        engine.tell(Topics.ORDERS, placed)
                .tell(Topics.ORDERS, anOrder().paidEvent())
                .tell(Topics.AFTERSALES_REQUESTS, asked(RefundKind.REFUND_ONLY));
        assertThat(events()).first().isEqualTo("MANUAL otherwise");
    }

    @Test
    void whatOthersCarryOutIsCountedByWhatTheyAnswer() {
        set(AnEngine.Set.AS_USUAL.dispatchedBy(DispatchModes.Mode.TOPIC));
        known(aPolicy().fastRefund())
                .tell(Topics.AFTERSALES_REQUESTS, asked(RefundKind.REFUND_ONLY))
                .tell(Topics.PAYOUT_RESULTS, paid())
                .tell(
                        Topics.INTERCEPTION_RESULTS,
                        new InterceptionSucceeded(
                                InterceptionId.of(REFUND), REFUND, ORDER, PARCEL, NOON));

        assertThat(engine.count("payouts", "outcome", "paid")).isEqualTo(1);
        assertThat(engine.count("interceptions", "courier", "ZTO", "outcome", "succeeded"))
                .isEqualTo(1);
    }

    @Test
    void whatOurDispatchersCarryOutTheyCountThemselves() {
        known(aPolicy().fastRefund())
                .tell(Topics.AFTERSALES_REQUESTS, asked(RefundKind.REFUND_ONLY))
                .tell(Topics.PAYOUT_RESULTS, paid());

        assertThat(engine.count("payouts", "outcome", "paid")).isZero();
    }

    @Test
    void anInterceptionIsAskedForAskedAboutAndPaidOnSuccess() {
        collected(known(aPolicy().intercepts("2023-06", "ZTO")));
        engine.tell(Topics.AFTERSALES_REQUESTS, asked(RefundKind.REFUND_ONLY));
        assertThat(engine.read(Topics.INTERCEPTIONS))
                .singleElement()
                .isInstanceOfSatisfying(
                        InterceptionRequested.class,
                        asked ->
                                assertThat(asked.interceptionId())
                                        .isEqualTo(InterceptionId.of(REFUND)));

        engine.now(NOON.plus(Duration.ofMinutes(10)).minus(MILLI));
        assertThat(engine.read(Topics.INTERCEPTIONS)).isEmpty();
        engine.now(NOON.plus(Duration.ofMinutes(10)));
        assertThat(engine.read(Topics.INTERCEPTIONS))
                .singleElement()
                .isInstanceOf(InterceptionQueried.class);

        engine.tell(
                Topics.INTERCEPTION_RESULTS,
                new InterceptionSucceeded(InterceptionId.of(REFUND), REFUND, ORDER, PARCEL, NOON));
        assertThat(events()).endsWith("PAYING INTERCEPTION_SUCCEEDED");
        assertThat(payouts()).hasSize(1);
        assertThat(engine.count("interceptions", "courier", "ZTO", "outcome", "requested"))
                .isEqualTo(1);
    }

    @Test
    void rejectThenRefundRemindsAtThreeDaysAndPaysAtFiveWhenTheTrackerHasReadAsFar() {
        Instant fifthDay = NOON.plus(Duration.ofDays(5));
        collected(known(aPolicy().rejectThenRefund()));
        engine.tell(Topics.AFTERSALES_REQUESTS, asked(RefundKind.REFUND_ONLY));
        engine.now(NOON.plus(Duration.ofDays(3)));
        assertThat(events()).last().isEqualTo("reminder");

        engine.trackerReadUntil(fifthDay.minus(MILLI)).now(fifthDay.plus(Duration.ofDays(1)));
        assertThat(payouts()).isEmpty();

        engine.trackerReadUntil(fifthDay).now(fifthDay.plus(Duration.ofDays(2)));
        assertThat(payouts()).hasSize(1);
        assertThat(engine.meters().get("deadline.lateness").timer().count()).isEqualTo(2);
    }

    @Test
    void noMoneyMovesByADeadlineWhileTheTrackerIsSilent() {
        collected(known(aPolicy().rejectThenRefund()));
        engine.tell(Topics.AFTERSALES_REQUESTS, asked(RefundKind.REFUND_ONLY));

        engine.now(NOON.plus(Duration.ofDays(30))).now(NOON.plus(Duration.ofDays(31)));

        assertThat(payouts()).isEmpty();
        assertThat(events()).last().isEqualTo("reminder");
    }

    @Test
    void noMoneyMovesByADeadlineWhileOnePartitionOfTheTrackerIsSilent() {
        Instant later = NOON.plus(Duration.ofDays(30));
        collected(known(aPolicy().rejectThenRefund()));
        engine.tell(Topics.AFTERSALES_REQUESTS, asked(RefundKind.REFUND_ONLY));
        engine.at(later)
                .tell(
                        Topics.TRACKER_PROGRESS,
                        new io.waybillguard.events.parcel.TrackerProgress.ReadUntil(0, 2, later));

        engine.now(later);

        assertThat(payouts()).isEmpty();
    }

    @Test
    void aSignatureReadBeforeTheDeadlineFallsKeepsTheMoney() {
        Instant fifthDay = NOON.plus(Duration.ofDays(5));
        collected(known(aPolicy().rejectThenRefund()));
        engine.tell(Topics.AFTERSALES_REQUESTS, asked(RefundKind.REFUND_ONLY));
        engine.now(NOON.plus(Duration.ofDays(3)));
        engine.at(fifthDay.minus(MILLI))
                .tell(
                        Topics.PARCEL_MILESTONES,
                        milestone(PARCEL, ParcelRole.DELIVERY, Stage.SIGNED, 9, NOON))
                .trackerReadUntil(fifthDay)
                .now(fifthDay);

        assertThat(payouts()).isEmpty();
        assertThat(events()).last().isEqualTo("MANUAL PARCEL_SIGNED");
    }

    @Test
    void thePersonsSilenceAgreesAtFortyEightHours() {
        Instant end = NOON.plus(Duration.ofHours(48));
        known(aPolicy()).tell(Topics.AFTERSALES_REQUESTS, asked(RefundKind.REFUND_ONLY));
        engine.now(NOON.plus(Duration.ofHours(24)).minus(MILLI));
        assertThat(events()).containsExactly("MANUAL otherwise", "MANUAL DECIDED");
        engine.now(NOON.plus(Duration.ofHours(24)));
        assertThat(events()).containsExactly("reminder");

        engine.trackerReadUntil(end.plus(MILLI)).now(end.minus(MILLI));
        assertThat(payouts()).isEmpty();
        engine.now(end);
        assertThat(events()).containsExactly("PAYING MERCHANT_SILENT");
        assertThat(payouts()).hasSize(1);
    }

    @Test
    void aReturnIsApprovedTrackedConfirmedAndPaid() {
        collected(known(aPolicy().postShipReturnUnder(yuan(200))));
        engine.tell(Topics.AFTERSALES_REQUESTS, asked(RefundKind.RETURN_AND_REFUND))
                .tell(
                        Topics.AFTERSALES_REQUESTS,
                        new ReturnWaybillGiven(
                                ORDER, REFUND, SHOP, BUYER, BACK, GivenBy.BUYER, NOON))
                .tell(
                        Topics.PARCEL_MILESTONES,
                        milestone(BACK, ParcelRole.RETURN, Stage.SIGNED, 1, NOON))
                .tell(
                        Topics.AFTERSALES_REQUESTS,
                        new ReturnConfirmed(ORDER, REFUND, "agent-1", NOON));

        assertThat(events())
                .containsExactly(
                        "APPROVE_RETURN post-ship-return",
                        "AWAITING_RETURN DECIDED",
                        "RETURN_ON_THE_WAY RETURN_WAYBILL_GIVEN",
                        "RETURN_SIGNED RETURN_SIGNED",
                        "PAYING RETURN_CONFIRMED");
        assertThat(payouts()).hasSize(1);
    }

    @Test
    void aStallThatEscalatesDecidesAnOpenCaseAnew() {
        collected(known(aPolicy().lostInTransitCap(yuan(100))));
        engine.tell(Topics.AFTERSALES_REQUESTS, asked(RefundKind.REFUND_ONLY))
                .tell(
                        Topics.PARCEL_STALLS,
                        stallEvent(
                                stall(
                                        PARCEL,
                                        StallKind.IN_TRANSIT,
                                        StallLevel.SUSPECTED_LOST,
                                        false,
                                        null),
                                3));

        assertThat(events())
                .endsWith("again AUTO_REFUND lost-in-transit", "PROVING_PARCELS DECIDED_ANEW");
        engine.now(NOON.plus(Duration.ofDays(1)));
        assertThat(payouts()).isEmpty();

        engine.trackerReadUntil(NOON).now(NOON.plus(Duration.ofDays(2)));
        assertThat(events()).containsExactly("PAYING PARCELS_PROVEN");
        assertThat(payouts()).hasSize(1);
    }

    @Test
    void aRequestThatComesBeforeItsOrderWaitsAndIsDecidedWhenItComes() {
        engine.tell(Topics.SHOP_POLICIES, new ShopPolicySet(aPolicy().fastRefund().build(), NOON))
                .tell(Topics.AFTERSALES_REQUESTS, asked(RefundKind.REFUND_ONLY));
        assertThat(events()).containsExactly("WAITING_FOR_ORDER OTHER");

        engine.tell(Topics.ORDERS, anOrder().placedEvent())
                .tell(Topics.ORDERS, anOrder().paidEvent());

        assertThat(events()).containsExactly("AUTO_REFUND fast-refund", "PAYING ORDER_ARRIVED");
    }

    @Test
    void anOrderThatNeverComesGoesToAPersonAfterTenMinutes() {
        Instant end = NOON.plus(Duration.ofMinutes(10));
        engine.tell(Topics.AFTERSALES_REQUESTS, asked(RefundKind.REFUND_ONLY));

        engine.now(end.minus(MILLI));
        assertThat(events()).containsExactly("WAITING_FOR_ORDER OTHER");
        engine.now(end);
        assertThat(events()).containsExactly("MANUAL otherwise", "MANUAL ORDER_NEVER_ARRIVED");
    }

    @Test
    void everythingWrittenSaysWhatItIs() {
        known(aPolicy().fastRefund())
                .tell(Topics.AFTERSALES_REQUESTS, asked(RefundKind.REFUND_ONLY));

        assertThat(engine.output(Topics.PAYOUTS.name()).headers().lastHeader("ce_type").value())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("refund.payout-requested.v1");
    }

    private AnEngine known(APolicy policy) {
        return engine.tell(Topics.SHOP_POLICIES, new ShopPolicySet(policy.build(), NOON))
                .tell(Topics.ORDERS, anOrder().placedEvent())
                .tell(Topics.ORDERS, anOrder().paidEvent());
    }

    private static void collected(AnEngine engine) {
        engine.tell(Topics.ORDERS, shipment(PARCEL, true))
                .tell(
                        Topics.PARCEL_MILESTONES,
                        milestone(PARCEL, ParcelRole.DELIVERY, Stage.COLLECTED, 1, NOON));
    }

    private static RefundRequested asked(RefundKind kind) {
        return new RefundRequested(
                ORDER, REFUND, kind, yuan(100), RefundReason.NOT_WANTED, List.of(), NOON);
    }

    private static PayoutPaid paid() {
        return new PayoutPaid(REFUND, ORDER, Money.yuan(100), "pay-1", NOON);
    }

    private List<PayoutCommand> payouts() {
        return engine.read(Topics.PAYOUTS);
    }

    private List<String> events() {
        return engine.read(Topics.AFTERSALES_EVENTS).stream()
                .map(EngineTopologyTest::word)
                .toList();
    }

    private static String word(AftersalesEvent event) {
        return switch (event) {
            case RefundDecided decided -> word(decided.decision(), decided.row());
            case RefundRedecided anew -> "again " + word(anew.decision(), anew.row());
            case CaseMoved moved -> moved.to() + " " + moved.because();
            case ReminderFell _ -> "reminder";
            case CaseClosed closed -> "closed " + closed.outcome() + " " + closed.because();
        };
    }

    private static String word(Decision decision, String row) {
        return decision + " " + row;
    }
}
