package io.waybillguard.notifier.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.waybillguard.events.json.EventJson;
import io.waybillguard.events.notice.NoticeReceipt;
import io.waybillguard.events.notice.NoticeReceipt.NoticeSuppressed;
import io.waybillguard.events.notice.NoticeRequest.BuyerOptedOut;
import io.waybillguard.events.notice.NoticeRequest.NoticeRequested;
import io.waybillguard.events.notice.NoticeScene;
import io.waybillguard.events.notice.NoticeSubject;
import io.waybillguard.events.notice.PlannedNotice.NoticePlanned;
import io.waybillguard.events.notice.SuppressedBecause;
import io.waybillguard.events.parcel.ParcelRole;
import io.waybillguard.events.parcel.StallKind;
import io.waybillguard.events.policy.Language;
import io.waybillguard.events.policy.NoticeTerms;
import io.waybillguard.events.policy.PolicyEvent.ShopPolicySet;
import io.waybillguard.events.policy.ShopPolicy;
import io.waybillguard.events.refund.CaseOutcome;
import io.waybillguard.events.refund.CaseState;
import io.waybillguard.events.refund.Decision;
import io.waybillguard.events.refund.MoveReason;
import io.waybillguard.events.topics.Topic;
import io.waybillguard.events.topics.Topics;
import io.waybillguard.events.types.BuyerId;
import io.waybillguard.events.types.NoticeId;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.kit.kafka.DeadLetterCounter;
import io.waybillguard.kit.kafka.DeadLetterHeaders;
import io.waybillguard.notifier.Events;
import io.waybillguard.notifier.metrics.NoticeCounter;
import io.waybillguard.notifier.notice.Composer;
import io.waybillguard.notifier.notice.Given;
import io.waybillguard.notifier.notice.Plan;
import io.waybillguard.notifier.notice.Recall;
import io.waybillguard.timers.PulseSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NotifierTopologyTest {

    private static final Duration GATHER = Given.RULES.gather();
    private static final Duration SLACK = PulseSettings.DEFAULT.slack();
    private static final Instant NOON = Given.NOON;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private TopologyTestDriver driver = start(1);

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void theTopologyIsAsCommitted() throws IOException {
        try (InputStream committed = getClass().getResourceAsStream("/topology.txt")) {
            assertThat(
                            topology(1)
                                    .describe()
                                    .toString()
                                    .replaceAll("\\$\\$Lambda\\S+", "\\$\\$Lambda)")
                                    .strip())
                    .isEqualTo(
                            new String(committed.readAllBytes(), StandardCharsets.UTF_8).strip());
        }
    }

    @Test
    void aStallIsToldWhenAPulseProvesThatTheGatheringTimeIsOver() {
        send(Topics.PARCEL_STALLS, Events.stall(StallKind.IN_TRANSIT, ParcelRole.DELIVERY, 1));
        Instant due = NOON.plus(GATHER).plus(SLACK);

        pulse(due.minusMillis(1));
        assertThat(planned()).isEmpty();
        pulse(due);
        assertThat(planned())
                .singleElement()
                .satisfies(notice -> {
                    assertThat(notice.buyerId()).isEqualTo(Events.BUYER);
                    assertThat(notice.shopId()).isEqualTo(Events.SHOP);
                    assertThat(notice.language()).isEqualTo(Language.ZH);
                    assertThat(notice.text()).contains("D-100", "735001");
                    assertThat(notice.at()).isEqualTo(NOON.plus(GATHER));
                    assertThat(notice.notAfter())
                            .isEqualTo(NOON.plus(GATHER).plus(Duration.ofHours(2)));
                });
        pulse(due.plusMillis(1));
        assertThat(planned()).isEmpty();
    }

    @Test
    void timeDoesNotPassWithoutPulses() {
        send(Topics.PARCEL_STALLS, Events.stall(StallKind.IN_TRANSIT, ParcelRole.DELIVERY, 1));
        send(
                Topics.PARCEL_STALLS,
                Events.stall(
                        new OrderId("D-2"),
                        Events.BUYER,
                        ParcelId.of("YTO", "2"),
                        StallKind.IN_TRANSIT,
                        ParcelRole.DELIVERY,
                        1),
                NOON.plus(Duration.ofHours(1)));

        assertThat(planned()).isEmpty();
    }

    @Test
    void nothingIsPlannedBeforeEveryPartitionHasToldHowFarItIsRead() {
        driver.close();
        driver = start(2);
        Instant due = NOON.plus(GATHER);
        send(Topics.PARCEL_STALLS, Events.stall(StallKind.IN_TRANSIT, ParcelRole.DELIVERY, 1));
        pulse(due.plus(Duration.ofHours(1)));
        assertThat(planned()).isEmpty();

        told(new Progress.ReadUntil(1, 2, due.minusMillis(1)));
        pulse(due.plus(Duration.ofHours(1)));
        assertThat(planned()).isEmpty();

        told(new Progress.ReadUntil(1, 2, due));
        pulse(due.plus(Duration.ofHours(1)));
        assertThat(planned()).extracting(NoticePlanned::at).containsExactly(due);
    }

    @Test
    void aClearingThatAnotherPartitionForwardsBeforeItsWordIsHeardInTime() {
        driver.close();
        driver = start(2);
        send(Topics.PARCEL_STALLS, Events.stall(StallKind.IN_TRANSIT, ParcelRole.DELIVERY, 1));
        pulse(NOON.plus(Duration.ofHours(1)));
        send(Topics.PARCEL_STALLS, Events.cleared(StallKind.IN_TRANSIT, 1), NOON.plusSeconds(29));
        told(new Progress.ReadUntil(1, 2, NOON.plus(Duration.ofHours(1))));
        pulse(NOON.plus(Duration.ofHours(1)));

        assertThat(planned()).isEmpty();
        assertThat(receipts()).hasSize(1);
    }

    @Test
    void aTaskTellsOnceAPeriodHowFarItHasRead() {
        pulse(NOON.plus(SLACK));
        pulse(NOON.plus(SLACK));
        pulse(NOON.plus(SLACK).plusMillis(1));

        assertThat(news())
                .extracting(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .containsExactly(
                        "{\"type\":\"notifier.read-until.v1\",\"partition\":0,\"partitions\":1,"
                                + "\"readUntil\":\"2026-03-10T04:00:00Z\"}",
                        "{\"type\":\"notifier.read-until.v1\",\"partition\":0,\"partitions\":1,"
                                + "\"readUntil\":\"2026-03-10T04:00:00.001Z\"}");
    }

    @Test
    void aRequestIsHeardWhereItIsReadAndTakesTheWayOfNewsFromAnotherPartition() {
        send(Topics.NOTICE_REQUESTS, new BuyerOptedOut(new BuyerId("buyer-1"), NOON));
        assertThat(news()).isEmpty();

        driver.close();
        driver = start(1000);
        send(Topics.NOTICE_REQUESTS, new BuyerOptedOut(new BuyerId("buyer-1"), NOON));
        assertThat(news()).hasSize(1);
    }

    private List<byte[]> news() {
        return driver.createOutputTopic(
                        "notifier.news", new StringDeserializer(), new ByteArrayDeserializer())
                .readValuesToList();
    }

    private void told(Progress.ReadUntil word) {
        driver.createInputTopic("notifier.news", new StringSerializer(), new ByteArraySerializer())
                .pipeInput("", NoticeJson.write(word), NOON);
    }

    @Test
    void ordersOfOneBuyerAreGatheredAndThoseOfAnotherAreNot() {
        send(Topics.PARCEL_STALLS, Events.stall(StallKind.IN_TRANSIT, ParcelRole.DELIVERY, 1));
        stallOf("D-2", "buyer-1", "2");
        stallOf("D-3", "buyer-2", "3");

        pulse(NOON.plus(GATHER).plus(SLACK));

        assertThat(planned())
                .extracting(n -> n.buyerId().value(), n -> n.subjects().size())
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("buyer-1", 2),
                        org.assertj.core.groups.Tuple.tuple("buyer-2", 1));
    }

    @Test
    void aStallThatClearsInTimeIsNeverTold() {
        send(Topics.PARCEL_STALLS, Events.stall(StallKind.IN_TRANSIT, ParcelRole.DELIVERY, 1));
        send(Topics.PARCEL_STALLS, Events.cleared(StallKind.IN_TRANSIT, 1), NOON.plusSeconds(29));

        pulse(NOON.plus(GATHER).plus(SLACK));

        assertThat(planned()).isEmpty();
        assertThat(receipts())
                .singleElement()
                .isInstanceOfSatisfying(
                        NoticeSuppressed.class,
                        r -> assertThat(r.because()).isEqualTo(SuppressedBecause.STALE));
        assertThat(
                        meters.counter(
                                        "notices",
                                        "channel",
                                        "app",
                                        "scene",
                                        "STALL_IN_TRANSIT",
                                        "outcome",
                                        "suppressed")
                                .count())
                .isEqualTo(1);
    }

    @Test
    void aStallThatClearsAfterItWasPlannedRecallsItsMessageOnEveryInstance() {
        var stall = Events.stall(StallKind.IN_TRANSIT, ParcelRole.DELIVERY, 1);
        send(Topics.PARCEL_STALLS, stall);
        pulse(NOON.plus(GATHER).plus(SLACK));
        NoticePlanned notice = planned().getFirst();
        var recalls = driver.<String, byte[]>getKeyValueStore(NotifierTopology.RECALLS);
        String key = KeepRecalls.key(notice.noticeId(), notice.notAfter());
        assertThat(recalls.get(key)).isNull();

        send(Topics.PARCEL_STALLS, Events.cleared(StallKind.IN_TRANSIT, 1), NOON.plusSeconds(60));
        assertThat(NoticeJson.readRecall(recalls.get(key)))
                .contains(
                        new Recall(notice.noticeId(), SuppressedBecause.STALE, notice.notAfter()));

        recall("?".getBytes(StandardCharsets.UTF_8), notice.notAfter());
        assertThat(recalls.get(key)).isNotNull();
        recall("?".getBytes(StandardCharsets.UTF_8), notice.notAfter().plusMillis(1));
        assertThat(recalls.get(key)).as("no longer of use").isNull();
        assertThat(deadLetters("notifier.recalls", "invalid")).isEqualTo(2);
    }

    private void recall(byte[] value, Instant at) {
        driver.createInputTopic(
                        "notifier.recalls", new StringSerializer(), new ByteArraySerializer())
                .pipeInput("k", value, at);
    }

    @Test
    void aRepeatedStallIsToldOnce() {
        var stall = Events.stall(StallKind.IN_TRANSIT, ParcelRole.DELIVERY, 1);
        send(Topics.PARCEL_STALLS, stall);
        pulse(NOON.plus(GATHER).plus(SLACK));
        assertThat(planned()).hasSize(1);

        send(Topics.PARCEL_STALLS, stall, NOON.plusSeconds(60));
        pulse(NOON.plusSeconds(120));

        assertThat(planned()).isEmpty();
        assertThat(receipts())
                .singleElement()
                .isInstanceOfSatisfying(
                        NoticeSuppressed.class,
                        r -> assertThat(r.because()).isEqualTo(SuppressedBecause.DUPLICATE));
    }

    @Test
    void theStepsOfACaseBecomeOneMessageInTheShopsLanguageAndWords() {
        policy(new NoticeTerms(Language.EN, Map.of("INTERCEPTION_FAILED", "Oh no, {order}")));
        send(Topics.AFTERSALES_EVENTS, Events.decided(Decision.INTERCEPT));
        send(
                Topics.AFTERSALES_EVENTS,
                Events.moved(
                        CaseState.INTERCEPTING,
                        CaseState.AWAITING_REJECTION,
                        MoveReason.INTERCEPTION_FAILED));

        pulse(NOON.plus(GATHER).plus(SLACK));

        assertThat(planned())
                .singleElement()
                .satisfies(notice -> {
                    assertThat(notice.language()).isEqualTo(Language.EN);
                    assertThat(notice.subjects())
                            .extracting(NoticeSubject::scene)
                            .containsExactly(
                                    NoticeScene.INTERCEPTION_STARTED,
                                    NoticeScene.INTERCEPTION_FAILED,
                                    NoticeScene.PLEASE_REFUSE);
                    assertThat(notice.text())
                            .startsWith("Hello, there are 3 updates")
                            .contains("2. Oh no, D-100", "3. Order D-100: please refuse");
                });
    }

    @Test
    void aPolicyThatCannotBeReadLeavesTheOldOne() {
        policy(new NoticeTerms(Language.EN, Map.of()));
        driver.createInputTopic(
                        "shop.policies.v1", new StringSerializer(), new ByteArraySerializer())
                .pipeInput(Events.SHOP.value(), new byte[] {'{'}, NOON);
        send(Topics.AFTERSALES_EVENTS, Events.closed(CaseOutcome.REFUNDED));
        pulse(NOON.plus(GATHER).plus(SLACK));

        assertThat(planned()).extracting(NoticePlanned::language).containsExactly(Language.EN);
        assertThat(deadLetters("shop.policies.v1", "not-json")).isEqualTo(1);
    }

    @Test
    void aDeletedPolicyMeansTheDefaults() {
        policy(new NoticeTerms(Language.EN, Map.of()));
        driver.createInputTopic(
                        "shop.policies.v1", new StringSerializer(), new ByteArraySerializer())
                .pipeInput(Events.SHOP.value(), null, NOON);
        send(Topics.AFTERSALES_EVENTS, Events.closed(CaseOutcome.REFUNDED));
        pulse(NOON.plus(GATHER).plus(SLACK));

        assertThat(planned()).extracting(NoticePlanned::language).containsExactly(Language.ZH);
    }

    @Test
    void anOptOutHoldsBackStallsAndNotRefunds() {
        send(Topics.NOTICE_REQUESTS, new BuyerOptedOut(Events.BUYER, NOON));
        send(Topics.PARCEL_STALLS, Events.stall(StallKind.AT_DELIVERY, ParcelRole.DELIVERY, 1));
        send(Topics.AFTERSALES_EVENTS, Events.closed(CaseOutcome.REFUNDED));

        pulse(NOON.plus(GATHER).plus(SLACK));

        assertThat(planned())
                .singleElement()
                .satisfies(n -> assertThat(n.text()).contains("退款已经付出"));
    }

    @Test
    void aRequestWithoutWordsIsToldInTheWordsOfItsScene() {
        var subject = new NoticeSubject(NoticeScene.NOT_SHIPPED_YET, Events.ORDER, null, 0, null);
        send(
                Topics.NOTICE_REQUESTS,
                new NoticeRequested(
                        new NoticeId("n-1"), Events.BUYER, Events.SHOP, subject, "", NOON));
        pulse(NOON.plus(GATHER).plus(SLACK));

        assertThat(planned())
                .singleElement()
                .satisfies(n -> assertThat(n.text()).contains("还没有发出"));
    }

    @Test
    void theNightEndsBeforeAnythingIsTold() {
        Instant night = Instant.parse("2026-03-10T15:00:00Z");
        Instant eight = Instant.parse("2026-03-11T00:00:00Z");
        send(
                Topics.PARCEL_STALLS,
                Events.stall(StallKind.IN_TRANSIT, ParcelRole.DELIVERY, 1),
                night);

        pulse(night.plus(Duration.ofHours(1)));
        pulse(eight.plus(SLACK).minusMillis(1));
        assertThat(planned()).isEmpty();
        pulse(eight.plus(SLACK));
        assertThat(planned()).hasSize(1);
    }

    @Test
    void whatIsNotAnEventIsADeadLetterAndTheStreamGoesOn() {
        driver.createInputTopic(
                        "parcel.stalls.v1", new StringSerializer(), new ByteArraySerializer())
                .pipeInput("D-1", new byte[] {'?'}, NOON);
        driver.createInputTopic("notifier.news", new StringSerializer(), new ByteArraySerializer())
                .pipeInput("buyer-1", "{\"type\":\"x\"}".getBytes(StandardCharsets.UTF_8), NOON);
        send(Topics.PARCEL_STALLS, Events.stall(StallKind.IN_TRANSIT, ParcelRole.DELIVERY, 1));
        pulse(NOON.plus(GATHER).plus(SLACK));

        assertThat(planned()).hasSize(1);
        var dead =
                driver.createOutputTopic(
                                "parcel.stalls.v1.dlt",
                                new ByteArrayDeserializer(),
                                new ByteArrayDeserializer())
                        .readRecord();
        assertThat(header(dead, DeadLetterHeaders.REASON)).isEqualTo("not-json");
        assertThat(deadLetters("parcel.stalls.v1", "not-json")).isEqualTo(1);
        assertThat(deadLetters("notifier.news", "unknown-type")).isEqualTo(1);
        var notNews =
                driver.createOutputTopic(
                                "notifier.news.dlt",
                                new ByteArrayDeserializer(),
                                new ByteArrayDeserializer())
                        .readRecord();
        assertThat(header(notNews, DeadLetterHeaders.REASON)).isEqualTo("unknown-type");
    }

    @Test
    void whatIsWrittenNamesItsTypeAndSource() {
        send(Topics.PARCEL_STALLS, Events.stall(StallKind.IN_TRANSIT, ParcelRole.DELIVERY, 1));
        pulse(NOON.plus(GATHER).plus(SLACK));

        var record =
                driver.createOutputTopic(
                                "notice.outbox.v1",
                                new ByteArrayDeserializer(),
                                new ByteArrayDeserializer())
                        .readRecord();

        assertThat(new String(record.key(), StandardCharsets.UTF_8)).isEqualTo("buyer-1");
        assertThat(header(record, "ce_type")).isEqualTo("notice.planned.v1");
        assertThat(header(record, "ce_source")).isEqualTo("/waybill-guard/notifier");
    }

    @Test
    void aBuyerOfWhomNothingIsLeftLeavesTheStore() {
        send(Topics.PARCEL_STALLS, Events.stall(StallKind.IN_TRANSIT, ParcelRole.DELIVERY, 1));
        pulse(NOON.plus(GATHER).plus(SLACK));
        var buyers = driver.<String, byte[]>getKeyValueStore(NotifierTopology.BUYERS);
        assertThat(buyers.get("buyer-1")).isNotNull();

        pulse(NOON.plus(GATHER).plus(SLACK).plus(Given.RULES.rememberFor()));

        assertThat(buyers.get("buyer-1")).isNull();
    }

    @Test
    void latenessAndAgeAreMeasured() {
        send(Topics.PARCEL_STALLS, Events.stall(StallKind.IN_TRANSIT, ParcelRole.DELIVERY, 1));
        pulse(NOON.plus(GATHER).plus(SLACK).plusSeconds(4));

        assertThat(meters.timer("deadline.lateness").max(java.util.concurrent.TimeUnit.SECONDS))
                .isEqualTo(4);
        assertThat(meters.get("pulse.age").timeGauge().value(java.util.concurrent.TimeUnit.SECONDS))
                .isEqualTo(60);
    }

    private void stallOf(String order, String buyer, String waybill) {
        send(
                Topics.PARCEL_STALLS,
                Events.stall(
                        new OrderId(order),
                        new BuyerId(buyer),
                        ParcelId.of("YTO", waybill),
                        StallKind.IN_TRANSIT,
                        ParcelRole.DELIVERY,
                        1));
    }

    private void policy(NoticeTerms terms) {
        ShopPolicy none = ShopPolicy.none(Events.SHOP);
        send(
                Topics.SHOP_POLICIES,
                new ShopPolicySet(
                        new ShopPolicy(
                                Events.SHOP,
                                1,
                                none.refunds(),
                                none.interception(),
                                none.rules(),
                                terms),
                        NOON));
    }

    private <V> void send(Topic<V> topic, V event) {
        send(topic, event, NOON);
    }

    private <V> void send(Topic<V> topic, V event, Instant at) {
        driver.createInputTopic(topic.name(), new StringSerializer(), new ByteArraySerializer())
                .pipeInput(topic.keyFor(event), EventJson.write(event), at);
    }

    /** Time that is told by the first pulse counts from the next one on. */
    private void pulse(Instant at) {
        onePulse(at);
        onePulse(at);
    }

    private void onePulse(Instant at) {
        driver.createInputTopic(
                        "notifier.pulses", new ByteArraySerializer(), new ByteArraySerializer())
                .pipeInput(new byte[0], new byte[0], at);
    }

    private List<NoticePlanned> planned() {
        return read(Topics.NOTICE_OUTBOX).stream().map(NoticePlanned.class::cast).toList();
    }

    private List<NoticeReceipt> receipts() {
        return read(Topics.NOTICE_RECEIPTS);
    }

    private <V> List<V> read(Topic<V> topic) {
        return driver
                .createOutputTopic(
                        topic.name(), new StringDeserializer(), new ByteArrayDeserializer())
                .readValuesToList()
                .stream()
                .map(bytes ->
                        ((io.waybillguard.events.json.Read.Event<V>) EventJson.read(topic, bytes))
                                .value())
                .toList();
    }

    private double deadLetters(String topic, String reason) {
        return meters.counter("dead.letters", "topic", topic, "reason", reason).count();
    }

    private static String header(TestRecord<?, ?> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    private TopologyTestDriver start(int partitions) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "notifier");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
        return new TopologyTestDriver(topology(partitions), properties, NOON);
    }

    private Topology topology(int partitions) {
        return NotifierTopology.of(
                new DeadLetterCounter(meters),
                new PlanNotices.Supplier(
                        new Plan(Given.RULES, new Composer(Given.SHANGHAI)),
                        PulseSettings.DEFAULT,
                        new Progress.Settings(partitions, Duration.ofMillis(1)),
                        NotifierSettings.Store.HEAP,
                        new NoticeCounter(meters, "app"),
                        new TimeMetrics(
                                meters,
                                InstantSource.fixed(
                                        NOON.plus(GATHER).plus(SLACK).plusSeconds(64)))));
    }
}
