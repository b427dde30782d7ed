package io.waybillguard.tracker.stream;

import static io.waybillguard.tracker.Scans.PARCEL;
import static io.waybillguard.tracker.Scans.claim;
import static io.waybillguard.tracker.Scans.hour;
import static io.waybillguard.tracker.Scans.problem;
import static io.waybillguard.tracker.Scans.scan;
import static io.waybillguard.tracker.Scans.worded;
import static io.waybillguard.tracker.kuaidi100.Pushes.node;
import static io.waybillguard.tracker.kuaidi100.Pushes.push;
import static io.waybillguard.tracker.kuaidi100.Pushes.signed;
import static io.waybillguard.tracker.kuaidi100.Pushes.words;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.events.json.EventJson;
import io.waybillguard.events.json.Read;
import io.waybillguard.events.order.CloseReason;
import io.waybillguard.events.order.OrderEvent;
import io.waybillguard.events.order.OrderEvent.OrderClosed;
import io.waybillguard.events.order.OrderEvent.OrderReceived;
import io.waybillguard.events.order.OrderEvent.OrderShipped;
import io.waybillguard.events.order.OrderEvent.ShipmentCancelled;
import io.waybillguard.events.parcel.CourierReport.ScansReported;
import io.waybillguard.events.parcel.MilestoneEvent.MilestoneReached;
import io.waybillguard.events.parcel.ParcelClaim.ParcelClaimed;
import io.waybillguard.events.parcel.ParcelClaim.ParcelReleased;
import io.waybillguard.events.parcel.ParcelClaim.ParcelSettled;
import io.waybillguard.events.parcel.ParcelRole;
import io.waybillguard.events.parcel.ProblemReason;
import io.waybillguard.events.parcel.Scan;
import io.waybillguard.events.parcel.ScanEvent.ScanRecorded;
import io.waybillguard.events.parcel.ScanKind;
import io.waybillguard.events.parcel.Stage;
import io.waybillguard.events.parcel.StallEvent;
import io.waybillguard.events.parcel.StallEvent.StallCleared;
import io.waybillguard.events.parcel.StallEvent.StallDetected;
import io.waybillguard.events.parcel.StallEvent.StallEscalated;
import io.waybillguard.events.parcel.StallEvent.StallReviewed;
import io.waybillguard.events.parcel.TrackerProgress.ReadUntil;
import io.waybillguard.events.policy.FilingReason;
import io.waybillguard.events.policy.FilingStatus;
import io.waybillguard.events.policy.ForceMajeureEvent.ForceMajeureSet;
import io.waybillguard.events.refund.AftersalesRequest.ReturnWaybillGiven;
import io.waybillguard.events.refund.GivenBy;
import io.waybillguard.events.topics.Topics;
import io.waybillguard.events.types.BuyerId;
import io.waybillguard.events.types.FilingId;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.events.types.RefundId;
import io.waybillguard.events.types.Region;
import io.waybillguard.events.types.ShopId;
import io.waybillguard.kit.streams.Partitions;
import io.waybillguard.tracker.kuaidi100.Pushes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TrackerTopologyTest {

    private TopologyFixture tracker = new TopologyFixture();

    @AfterEach
    void close() {
        tracker.close();
    }

    @Test
    void theTopologyIsAsDescribed() throws IOException {
        try (InputStream in = getClass().getResourceAsStream("/topology.txt")) {
            String described = tracker.topology().describe().toString();
            assertThat(described.replaceAll("\\$\\$Lambda[^)]*", "").strip())
                    .isEqualTo(new String(in.readAllBytes(), StandardCharsets.UTF_8).strip());
        }
    }

    @Test
    void aSignedPushBecomesScansAMilestoneAndNoDeadLetter() {
        tracker.event(Topics.TRACKER_CLAIMS, claim("o-1", 0), hour(0));
        String param =
                push(
                        "zhongtong",
                        PARCEL.waybill(),
                        "0",
                        node("2026-11-11 14:00:00", "【城东】已发往【城西】", "1002", "干线"),
                        node("2026-11-11 13:00:00", "【城东】已揽收", "103", "已揽收"));

        tracker.webhook("main", signed(param), hour(3));
        tracker.webhook("main", signed(param), hour(3.1));

        assertThat(tracker.told(Topics.PARCEL_SCANS))
                .extracting(e -> ((ScanRecorded) e).scan().kind())
                .containsExactly(ScanKind.DEPARTED, ScanKind.COLLECTED);
        assertThat(tracker.told(Topics.PARCEL_MILESTONES))
                .extracting(e -> ((MilestoneReached) e).parcel().stage())
                .containsExactly(Stage.REGISTERED, Stage.IN_TRANSIT);
        assertThat(tracker.records("courier.webhooks.v1.dlt")).isEmpty();
        assertThat(tracker.counted("webhooks", "provider", "kuaidi100", "outcome", "decoded"))
                .isEqualTo(2);
        assertThat(tracker.counted("parcel.scans", "outcome", "recorded")).isEqualTo(2);
        assertThat(tracker.counted("parcel.scans", "outcome", "duplicate")).isEqualTo(2);
    }

    @Test
    void aSubscriptionThatTheProviderGaveUpIsCounted() {
        String given =
                push("zhongtong", PARCEL.waybill(), "0")
                        .replace("\"status\":\"polling\"", "\"status\":\"abort\"")
                        .replaceFirst("\"message\":\"\"", "\"message\":\"3天查询无记录\"");

        tracker.webhook("main", signed(given), hour(3));
        tracker.webhook("main", signed(push("zhongtong", PARCEL.waybill(), "0")), hour(4));

        assertThat(
                        tracker.counted(
                                "webhook.subscriptions",
                                "provider",
                                "kuaidi100",
                                "state",
                                "abort_no_record"))
                .isEqualTo(1);
        assertThat(tracker.counted("webhook.subscriptions", "state", "polling")).isEqualTo(1);
        assertThat(tracker.records("courier.webhooks.v1.dlt")).isEmpty();
    }

    @Test
    void everyEventCarriesItsKeyAndItsCloudEventsHeadersOnly() {
        tracker.event(Topics.TRACKER_CLAIMS, claim("o-1", 0), hour(0));

        TestRecord<byte[], byte[]> record = tracker.records("parcel.milestones.v1").getFirst();

        assertThat(new String(record.key(), StandardCharsets.UTF_8)).isEqualTo("o-1");
        assertThat(TopologyFixture.header(record, "ce_type"))
                .isEqualTo("parcel.milestone-reached.v1");
        assertThat(TopologyFixture.header(record, "ce_source"))
                .isEqualTo("/waybill-guard/logistics-tracker");
        assertThat(record.headers().toArray()).hasSize(5);
    }

    @Test
    void aSilentParcelIsStalledAtItsDeadlineAndNotBefore() {
        tracker.event(Topics.TRACKER_CLAIMS, claim("o-1", 0), hour(0));
        reported(hour(2), scan(ScanKind.DEPARTED, 2));

        tracker.now(hour(50).minusMillis(1));
        assertThat(stalls()).isEmpty();

        tracker.now(hour(50));
        tracker.now(hour(50).plusMillis(1));
        assertThat(stalls()).singleElement().isInstanceOf(StallDetected.class);
        assertThat(tracker.counted("parcel.stalls", "kind", "IN_TRANSIT", "cause", "SILENCE"))
                .isEqualTo(1);
        assertThat(tracker.gauge("parcel.stalls.active", "courier", "ZTO")).isEqualTo(1);
    }

    @Test
    void aStallEscalatesAndClearsOnce() {
        tracker.event(Topics.TRACKER_CLAIMS, claim("o-1", 0), hour(0));
        reported(hour(2), scan(ScanKind.DEPARTED, 2));
        tracker.now(hour(50));
        tracker.now(hour(122));
        tracker.now(hour(300));
        reported(hour(301), scan(ScanKind.ARRIVED, 301));
        reported(hour(302), scan(ScanKind.ARRIVED, 301), scan(ScanKind.DEPARTED, 302));

        List<StallEvent> told = stalls();
        assertThat(told)
                .hasExactlyElementsOfTypes(
                        StallDetected.class, StallEscalated.class, StallCleared.class);
        assertThat(told).extracting(StallEvent::revision).isSorted().doesNotHaveDuplicates();
        assertThat(tracker.gauge("parcel.stalls.active")).isZero();
    }

    @Test
    void aStallOverdueTwiceIsRaisedAndEscalatedByOnePulse() {
        tracker.event(Topics.TRACKER_CLAIMS, claim("o-1", 0), hour(0));
        reported(hour(2), scan(ScanKind.DEPARTED, 2));

        tracker.now(hour(500));

        assertThat(stalls()).hasExactlyElementsOfTypes(StallDetected.class, StallEscalated.class);
    }

    @Test
    void movementThatIsReadBeforeThePulseCancelsTheDeadline() {
        tracker.event(Topics.TRACKER_CLAIMS, claim("o-1", 0), hour(0));
        reported(hour(2), scan(ScanKind.DEPARTED, 2));
        reported(hour(60), scan(ScanKind.ARRIVED, 40));

        tracker.now(hour(61));

        assertThat(stalls()).isEmpty();
    }

    @Test
    void aProblemIsToldWithoutWaitingForAPulse() {
        tracker.event(Topics.TRACKER_CLAIMS, claim("o-1", 0), hour(0));
        reported(hour(2), scan(ScanKind.DEPARTED, 2), problem(ProblemReason.LOST, 2));

        assertThat(stalls()).singleElement().isInstanceOf(StallDetected.class);
    }

    @Test
    void anUnclaimedParcelRaisesNothingAndIsJudgedWhenClaimed() {
        reported(hour(2), scan(ScanKind.DEPARTED, 2));
        tracker.now(hour(60));
        assertThat(stalls()).isEmpty();
        assertThat(tracker.told(Topics.PARCEL_MILESTONES)).isEmpty();

        tracker.event(Topics.TRACKER_CLAIMS, claim("o-1", 0), hour(60));
        tracker.now(hour(60).plusSeconds(1));

        assertThat(stalls()).singleElement().isInstanceOf(StallDetected.class);
    }

    @Test
    void aReportInTheWrongPartitionIsSentToItsOwnOnce() {
        tracker.close();
        tracker = new TopologyFixture(4, true);
        ParcelId elsewhere = parcelOf(2);
        ScansReported report = report(elsewhere, hour(2), scan(ScanKind.DEPARTED, 2));

        tracker.event(Topics.COURIER_SCANS, report, hour(2));

        assertThat(tracker.counted("records.rerouted")).isEqualTo(1);
        TestRecord<byte[], byte[]> sent = tracker.records("courier.scans.v1").getFirst();
        assertThat(new String(sent.key(), StandardCharsets.UTF_8)).isEqualTo(elsewhere.waybill());
        assertThat(TopologyFixture.header(sent, "rerouted")).isEqualTo("1");
        // the driver hands what goes to a source topic back to its one task, which is not its own
        assertThat(tracker.counted("dead.letters", "reason", "wrong-partition")).isEqualTo(1);
        assertThat(tracker.parcels()).isZero();
    }

    @Test
    void aLargeReportIsSentOnInPiecesThatFitARecord() {
        tracker.close();
        tracker = new TopologyFixture(4, false);
        Scan[] scans = new Scan[150];
        for (int i = 0; i < scans.length; i++) {
            scans[i] = worded(ScanKind.ARRIVED, -i / 10.0, i + "运".repeat(1990));
        }
        ScansReported report = report(parcelOf(2), hour(2), scans);
        assertThat(EventJson.write(report).length).isBetween(800_000, EventJson.MAX_BYTES);

        tracker.event(Topics.COURIER_SCANS, report, hour(2));

        List<TestRecord<byte[], byte[]>> sent = tracker.records("courier.scans.v1");
        assertThat(sent)
                .hasSizeGreaterThan(3)
                .allSatisfy(piece -> {
                    assertThat(piece.value()).hasSizeLessThan(300_000);
                    assertThat(TopologyFixture.header(piece, "rerouted")).isEqualTo("1");
                });
        List<Scan> all =
                sent.stream()
                        .map(piece -> EventJson.read(Topics.COURIER_SCANS, piece.value()))
                        .flatMap(read ->
                                ((ScansReported) ((Read.Event<?>) read).value()).scans().stream())
                        .toList();
        assertThat(all)
                .containsExactlyInAnyOrder(scans)
                .isSortedAccordingTo(Comparator.comparing(Scan::happenedAt));
    }

    @Test
    void aReportThatWasSentOnAndIsStillInTheWrongPartitionIsADeadLetter() {
        tracker.close();
        tracker = new TopologyFixture(4, true);
        ScansReported report = report(parcelOf(3), hour(2), scan(ScanKind.DEPARTED, 2));

        tracker.raw(
                Topics.COURIER_SCANS.name(),
                EventJson.write(report),
                Map.of("rerouted", "1"),
                hour(2));

        assertThat(tracker.records("courier.scans.v1")).isEmpty();
        assertThat(tracker.parcels()).isZero();
        assertThat(tracker.records("courier.scans.v1.dlt"))
                .singleElement()
                .satisfies(letter -> {
                    assertThat(TopologyFixture.header(letter, "dlt-reason"))
                            .isEqualTo("wrong-partition");
                    assertThat(letter.value()).isEqualTo(EventJson.write(report));
                });
        assertThat(
                        tracker.counted(
                                "dead.letters",
                                "topic",
                                "courier.scans.v1",
                                "reason",
                                "wrong-partition"))
                .isEqualTo(1);
    }

    @Test
    void aReportInItsOwnPartitionStays() {
        tracker.close();
        tracker = new TopologyFixture(4, true);

        tracker.event(
                Topics.COURIER_SCANS,
                report(parcelOf(0), hour(2), scan(ScanKind.DEPARTED, 2)),
                hour(2));

        assertThat(tracker.counted("records.rerouted")).isZero();
        assertThat(tracker.parcels()).isEqualTo(1);
    }

    @Test
    void aWebhookCannotPassItselfOffAsRerouted() {
        tracker.close();
        tracker = new TopologyFixture(4, true);
        String param = push("jd", parcelOf(3).waybill(), "0", words("2026-11-11 12:30:00", "已揽收"));

        tracker.raw(
                Topics.COURIER_WEBHOOKS.name(),
                signed(param),
                Map.of("provider", "kuaidi100", "account", "main", "rerouted", "1"),
                hour(2));

        assertThat(tracker.counted("records.rerouted")).isEqualTo(1);
    }

    @Test
    void whatCannotBeUnderstoodIsADeadLetterWithItsReason() {
        String param = push("jd", "J1", "0");
        tracker.webhook("main", Pushes.form(param, "WRONG"), hour(1));
        tracker.webhook("nobody", signed(param), hour(1));
        tracker.webhook("main", signed("{"), hour(1));
        tracker.webhook("main", signed("{\"status\":\"abort\"}"), hour(1));
        tracker.webhook("main", new byte[0], hour(1));
        tracker.raw(
                Topics.COURIER_WEBHOOKS.name(), signed(param), Map.of("provider", "x"), hour(1));

        assertThat(tracker.records("courier.webhooks.v1.dlt"))
                .extracting(record -> TopologyFixture.header(record, "dlt-reason"))
                .containsExactly(
                        "bad-signature",
                        "unknown-account",
                        "not-json",
                        "no-result",
                        "empty",
                        "unknown-provider");
        assertThat(tracker.counted("dead.letters", "topic", "courier.webhooks.v1")).isEqualTo(6);
        assertThat(tracker.counted("webhooks", "outcome", "dead_lettered")).isEqualTo(6);
        assertThat(tracker.labels("webhooks")).doesNotContain("provider=x");
    }

    @Test
    void eventsThatCannotBeReadAreDeadLettersOfTheirOwnTopic() {
        byte[] bad = "{\"type\":\"no.such.v1\"}".getBytes(StandardCharsets.UTF_8);
        for (String topic : List.of("courier.scans.v1", "orders.v1", "aftersales.requests.v1")) {
            tracker.raw(topic, bad, Map.of(), hour(1));

            assertThat(tracker.records(topic + ".dlt"))
                    .singleElement()
                    .satisfies(record ->
                            assertThat(TopologyFixture.header(record, "dlt-reason"))
                                    .isEqualTo("unknown-type"));
        }
    }

    @Test
    void whatCameInIsProcessedDuplicateRejectedOrDead() {
        String param =
                push(
                        "jd",
                        "J1",
                        "0",
                        words("2026-11-11 12:30:00", "已揽收"),
                        words("2026-11-11 12:30:00", "已揽收"),
                        words("2026-11-13 12:30:00", "已到达"),
                        words("soon", "已到达"),
                        node("2026-11-11 12:40:00", "单号记录", "202", "超时未更新"));
        tracker.webhook("main", signed(param), hour(2));

        assertThat(tracker.counted("parcel.scans")).isEqualTo(5);
        assertThat(tracker.counted("parcel.scans", "outcome", "recorded")).isEqualTo(1);
        assertThat(tracker.counted("parcel.scans", "outcome", "duplicate")).isEqualTo(1);
        assertThat(tracker.counted("parcel.scans", "outcome", "rejected")).isEqualTo(3);
        for (String reason : List.of("in-the-future", "no-time", "remark")) {
            assertThat(tracker.counted("scans.rejected", "reason", reason)).isEqualTo(1);
        }
    }

    @Test
    void linesAheadOfTheirArrivalAreADeadLetterAndTheRestGoesOn() {
        String param =
                push(
                        "jd",
                        "J1",
                        "0",
                        words("2026-11-13 12:30:00", "已到达"),
                        words("2026-11-13 12:31:00", "已签收"),
                        words("2026-11-11 12:30:00", "已揽收"));
        tracker.webhook("main", signed(param), hour(2));

        assertThat(tracker.told(Topics.PARCEL_SCANS))
                .singleElement()
                .extracting(told -> ((ScanRecorded) told).scan().kind())
                .isEqualTo(ScanKind.COLLECTED);
        assertThat(tracker.records("courier.webhooks.v1.dlt"))
                .singleElement()
                .satisfies(letter -> {
                    assertThat(letter.value()).isEqualTo(signed(param));
                    assertThat(TopologyFixture.header(letter, "dlt-reason"))
                            .isEqualTo("in-the-future");
                    assertThat(TopologyFixture.header(letter, "dlt-detail"))
                            .isEqualTo("2 of 3 lines lie after their own arrival");
                });
        assertThat(tracker.counted("dead.letters", "reason", "in-the-future")).isEqualTo(1);
        assertThat(tracker.counted("webhooks", "outcome", "decoded")).isEqualTo(1);
    }

    @Test
    void headersThatNameClassesOrAreHugeOrBrokenAreHarmless() {
        RecordHeaders crafted = new RecordHeaders();
        crafted.add(
                "spring_json_header_types", utf8("{\"x\":\"java.net.URLClassLoader\",\"y\":[]"));
        crafted.add("x", utf8("[\"file:///etc/passwd\"]"));
        crafted.add("__TypeId__", utf8("java.lang.ProcessBuilder"));
        crafted.add("ce_type", utf8("refund.payout-requested.v1"));
        crafted.add("rerouted", utf8("true"));
        crafted.add("dlt-reason", utf8("made-up"));
        crafted.add("", null);
        crafted.add("provider", null);
        crafted.add("Provider", utf8("nobody"));
        crafted.add("broken", new byte[] {(byte) 0xff, (byte) 0xc0, 0});
        crafted.add("huge", new byte[900_000]);
        for (int i = 0; i < 1_000; i++) {
            crafted.add("many-" + i, utf8("java.lang.Runtime"));
        }
        String param = push("jd", "J1", "0", words("2026-11-11 12:30:00", "已揽收"));

        tracker.webhook("main", signed(param), crafted, hour(2));
        tracker.webhook("main", signed("{"), crafted, hour(2));

        assertThat(tracker.told(Topics.PARCEL_SCANS)).hasSize(1);
        assertThat(tracker.records("courier.webhooks.v1.dlt"))
                .singleElement()
                .satisfies(letter -> {
                    assertThat(TopologyFixture.header(letter, "dlt-reason")).isEqualTo("not-json");
                    assertThat(letter.headers().headers("huge")).isEmpty();
                });
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aCanonicalScanFromTheFutureIsRejected() {
        reported(hour(1), scan(ScanKind.ARRIVED, 2), scan(ScanKind.DEPARTED, 0.5));

        assertThat(tracker.counted("parcel.scans", "outcome", "rejected")).isEqualTo(1);
        assertThat(tracker.told(Topics.PARCEL_SCANS)).hasSize(1);
    }

    @Test
    void ordersAndReturnsClaimAndReleaseParcels() {
        tracker.event(Topics.ORDERS, shipped("o-1", PARCEL), hour(0));
        tracker.event(
                Topics.ORDERS, new ShipmentCancelled(new OrderId("o-1"), PARCEL, hour(1)), hour(1));
        ParcelId back = ParcelId.of("YTO", "YT1");
        tracker.event(
                Topics.AFTERSALES_REQUESTS,
                new ReturnWaybillGiven(
                        new OrderId("o-1"),
                        new RefundId("r-1"),
                        new ShopId("s-1"),
                        new BuyerId("b-1"),
                        back,
                        GivenBy.BUYER,
                        hour(2)),
                hour(2));

        assertThat(tracker.told(Topics.TRACKER_CLAIMS))
                .hasExactlyElementsOfTypes(
                        ParcelClaimed.class, ParcelReleased.class, ParcelClaimed.class);
        assertThat(tracker.told(Topics.PARCEL_MILESTONES))
                .extracting(e -> ((MilestoneReached) e).parcel().role())
                .containsExactly(ParcelRole.DELIVERY, ParcelRole.RETURN);
        assertThat(tracker.parcels()).isEqualTo(1);
    }

    @Test
    void theEndOfAnOrderEndsTheWatchOfWhatItSentAndOfThatAlone() {
        tracker.event(Topics.ORDERS, shipped("o-1", PARCEL), hour(0));
        tracker.event(Topics.ORDERS, shipped("o-1", ParcelId.of("YTO", "YT2")), hour(0));
        tracker.event(Topics.ORDERS, shipped("o-2", PARCEL), hour(0));
        tracker.event(
                Topics.ORDERS,
                new ShipmentCancelled(new OrderId("o-1"), ParcelId.of("YTO", "YT2"), hour(1)),
                hour(1));
        tracker.event(Topics.ORDERS, new OrderReceived(new OrderId("o-1"), hour(2)), hour(2));
        tracker.event(
                Topics.ORDERS,
                new OrderClosed(new OrderId("o-1"), CloseReason.values()[0], hour(3)),
                hour(3));

        assertThat(tracker.told(Topics.TRACKER_CLAIMS))
                .filteredOn(ParcelSettled.class::isInstance)
                .containsExactly(new ParcelSettled(PARCEL, new OrderId("o-1"), hour(2)));
        tracker.now(hour(30));
        assertThat(stalls()).extracting(e -> e.orderId().value()).containsExactly("o-2");
    }

    @Test
    void whatAnOrderSentIsForgottenWhenItSaysNothingForLong() {
        tracker.event(Topics.ORDERS, shipped("o-1", PARCEL), hour(0));
        Instant later = hour(0).plus(Duration.ofDays(180));
        tracker.event(Topics.ORDERS, shipped("o-2", ParcelId.of("YTO", "YT2")), later);
        tracker.event(Topics.ORDERS, new OrderReceived(new OrderId("o-1"), later), later);
        tracker.event(Topics.ORDERS, new OrderReceived(new OrderId("o-2"), later), later);

        assertThat(tracker.told(Topics.TRACKER_CLAIMS))
                .filteredOn(ParcelSettled.class::isInstance)
                .extracting(e -> ((ParcelSettled) e).orderId().value())
                .containsExactly("o-2");
    }

    @Test
    void whichParcelsAnOrderHadIsKnownAfterItsEndForAsLongAsWhatIsFinished() {
        tracker.event(Topics.ORDERS, shipped("o-1", PARCEL), hour(0));
        tracker.event(
                Topics.AFTERSALES_REQUESTS,
                new ReturnWaybillGiven(
                        new OrderId("o-2"),
                        new RefundId("r-1"),
                        new ShopId("s-1"),
                        new BuyerId("b-1"),
                        ParcelId.of("YTO", "YT1"),
                        GivenBy.BUYER,
                        hour(1)),
                hour(1));
        tracker.event(Topics.ORDERS, new OrderReceived(new OrderId("o-1"), hour(2)), hour(2));
        Instant end = hour(2).plus(Duration.ofDays(30));

        tracker.event(Topics.ORDERS, shipped("o-3", PARCEL), end.minusMillis(1));
        assertThat(tracker.orders()).isEqualTo(3);

        tracker.event(Topics.ORDERS, shipped("o-3", ParcelId.of("YTO", "YT3")), end);
        assertThat(tracker.orders()).as("o-1 is forgotten").isEqualTo(2);
    }

    @Test
    void aFilingThatIsApprovedChangedOrWithdrawnIsToldWithTheStallsItConcerns() {
        tracker.event(Topics.TRACKER_CLAIMS, claim("o-1", 0), hour(0));
        reported(hour(2), scan(ScanKind.DEPARTED, 2));
        tracker.now(hour(50));
        assertThat(stalls()).singleElement().isInstanceOf(StallDetected.class);

        tracker.filing(filing(Set.of("浙江"), FilingStatus.SUBMITTED), hour(51));
        tracker.now(hour(51));
        assertThat(stalls()).isEmpty();

        tracker.filing(filing(Set.of("浙江"), FilingStatus.APPROVED), hour(52));
        tracker.now(hour(52));
        tracker.now(hour(52).plusSeconds(1));
        assertThat(stalls())
                .singleElement()
                .isInstanceOfSatisfying(
                        StallReviewed.class,
                        told -> assertThat(told.stall().exempt()).isEqualTo(new FilingId("storm")));

        tracker.filing(filing(Set.of("江苏"), FilingStatus.APPROVED), hour(53));
        tracker.now(hour(53));
        assertThat(stalls())
                .singleElement()
                .satisfies(e -> assertThat(e.stall().exempt()).isNull());

        tracker.filing(filing(Set.of(), FilingStatus.APPROVED), hour(54));
        tracker.now(hour(54));
        tracker.filing(filing(Set.of(), FilingStatus.WITHDRAWN), hour(55));
        tracker.now(hour(55));
        assertThat(stalls())
                .extracting(e -> e.stall().exempt() == null)
                .containsExactly(false, true);
    }

    @Test
    void aFilingMovesTheDeadlineOfAParcelThatNobodyCollectedAndItsWithdrawalBringsItBack() {
        tracker.event(Topics.TRACKER_CLAIMS, claim("o-1", 0), hour(0));
        tracker.filing(filing(Set.of(), FilingStatus.APPROVED), hour(1));
        tracker.now(hour(2));
        tracker.now(hour(30));
        assertThat(stalls()).isEmpty();

        tracker.filing(filing(Set.of(), FilingStatus.WITHDRAWN), hour(30));
        tracker.now(hour(31));
        assertThat(stalls()).singleElement().isInstanceOf(StallDetected.class);
    }

    @Test
    void aPartitionDoesNotSayThatItHasReadOnWhileItGoesThroughItsParcels() {
        for (int i = 0; i <= Review.MOST; i++) {
            ParcelId parcel = ParcelId.of("JD", "JD" + i);
            tracker.event(
                    Topics.COURIER_SCANS,
                    report(parcel, hour(1), scan(ScanKind.DEPARTED, 1)),
                    hour(1));
        }
        tracker.filing(filing(Set.of(), FilingStatus.APPROVED), hour(2));

        tracker.now(hour(2));
        assertThat(tracker.told(Topics.TRACKER_PROGRESS)).isEmpty();
        tracker.now(hour(2).plusSeconds(1));
        assertThat(tracker.told(Topics.TRACKER_PROGRESS)).hasSize(1);
    }

    @Test
    void aFilingThatNobodyCanReadIsCountedAndExcusesNothing() {
        tracker.raw(Topics.FORCE_MAJEURE.name(), new byte[] {'{'}, Map.of(), hour(0));
        tracker.now(hour(1));

        assertThat(tracker.counted("dead.letters", "topic", "force-majeure.v1")).isEqualTo(1);
    }

    @Test
    void stallsOfAFeedThatDiesAreSuspectUntilItIsBack() {
        tracker.event(Topics.TRACKER_CLAIMS, claim("o-1", 0), hour(0));
        reported(hour(2), scan(ScanKind.DEPARTED, 2));
        feed(2, 45, 20);
        quiet(45, 51);
        List<StallEvent> told = stalls();
        assertThat(told)
                .singleElement()
                .satisfies(raised -> assertThat(raised.stall().feedSuspect()).isTrue());
        assertThat(tracker.gauge("courier.feeds.suspect", "courier", "ZTO")).isEqualTo(1);

        feed(51, 54, 20);
        told = stalls();
        assertThat(told).singleElement().isInstanceOf(StallReviewed.class);
        assertThat(told.getFirst().stall().feedSuspect()).isFalse();
        assertThat(tracker.gauge("courier.feeds.suspect", "courier", "ZTO")).isZero();
    }

    /** Scans of other parcels of the same courier, so many an hour. */
    private void feed(int from, int until, int anHour) {
        for (int hour = from; hour < until; hour++) {
            for (int i = 0; i < anHour; i++) {
                double at = hour + (i + 0.5) / anHour;
                ParcelId other = ParcelId.of("ZTO", "F" + hour + "-" + i);
                tracker.event(
                        Topics.COURIER_SCANS,
                        report(other, hour(at), scan(ScanKind.DEPARTED, at - 0.1)),
                        hour(at));
                tracker.now(hour(at));
            }
        }
    }

    private void quiet(int from, int until) {
        for (int quarter = from * 4; quarter < until * 4; quarter++) {
            tracker.now(hour(quarter / 4.0));
        }
    }

    private static ForceMajeureSet filing(Set<String> provinces, FilingStatus status) {
        return new ForceMajeureSet(
                new FilingId("storm"),
                null,
                FilingReason.WEATHER,
                "",
                provinces,
                Set.of(),
                hour(0),
                hour(100),
                hour(20),
                status,
                hour(0));
    }

    @Test
    void progressIsToldOnceAPeriodAndOnlyWhenNothingDueIsLeft() {
        tracker.now(hour(1));
        tracker.now(hour(1).plusMillis(400));
        tracker.now(hour(1).plusMillis(1000));

        assertThat(tracker.told(Topics.TRACKER_PROGRESS))
                .containsExactly(
                        new ReadUntil(0, 1, hour(1)),
                        new ReadUntil(0, 1, hour(1).plusMillis(1000)));
    }

    @Test
    void aSignedParcelLeavesByTombstoneAfterItsTime() {
        tracker.event(Topics.TRACKER_CLAIMS, claim("o-1", 0), hour(0));
        reported(hour(2), scan(ScanKind.SIGNED, 2));

        tracker.now(hour(2).plus(Duration.ofDays(30)).minusMillis(1));
        assertThat(tracker.parcels()).isEqualTo(1);

        tracker.now(hour(2).plus(Duration.ofDays(30)));
        assertThat(tracker.parcels()).isZero();
    }

    @Test
    void publishingScansCanBeSwitchedOff() {
        tracker.close();
        tracker = new TopologyFixture(1, false);
        reported(hour(2), scan(ScanKind.DEPARTED, 2));

        assertThat(tracker.told(Topics.PARCEL_SCANS)).isEmpty();
        assertThat(tracker.parcels()).isEqualTo(1);
    }

    @Test
    void noLabelCarriesAnId() {
        tracker.event(Topics.TRACKER_CLAIMS, claim("o-1", 0), hour(0));
        reported(hour(2), scan(ScanKind.DEPARTED, 2), problem(ProblemReason.LOST, 2));

        assertThat(tracker.meters.getMeters())
                .allSatisfy(meter ->
                        assertThat(meter.getId().toString())
                                .doesNotContain(PARCEL.waybill())
                                .doesNotContain("o-1"));
    }

    private List<StallEvent> stalls() {
        return tracker.told(Topics.PARCEL_STALLS);
    }

    private void reported(Instant at, Scan... scans) {
        tracker.event(Topics.COURIER_SCANS, report(PARCEL, at, scans), at);
    }

    private static OrderEvent shipped(String order, ParcelId parcel) {
        return new OrderShipped(
                new OrderId(order),
                new ShopId("s-1"),
                new BuyerId("b-1"),
                parcel,
                "KUAISHOU",
                "",
                Region.of("浙江"),
                true,
                hour(0));
    }

    private static ScansReported report(ParcelId parcel, Instant at, Scan... scans) {
        return new ScansReported(parcel, "warehouse", List.of(scans), at);
    }

    /** A parcel whose partition among four is the given one. */
    private static ParcelId parcelOf(int partition) {
        Partitions four = new Partitions(4);
        for (int i = 0; ; i++) {
            ParcelId parcel = ParcelId.of("JD", "JD" + i);
            if (four.of(parcel.waybill()) == partition) {
                return parcel;
            }
        }
    }
}
