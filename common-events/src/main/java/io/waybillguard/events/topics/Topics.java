package io.waybillguard.events.topics;

import io.waybillguard.events.allowance.AllowanceAnswer;
import io.waybillguard.events.allowance.AllowanceQuestion;
import io.waybillguard.events.interception.InterceptionCommand;
import io.waybillguard.events.interception.InterceptionResult;
import io.waybillguard.events.notice.NoticeReceipt;
import io.waybillguard.events.notice.NoticeRequest;
import io.waybillguard.events.notice.PlannedNotice;
import io.waybillguard.events.order.OrderEvent;
import io.waybillguard.events.parcel.CourierReport;
import io.waybillguard.events.parcel.MilestoneEvent;
import io.waybillguard.events.parcel.ParcelClaim;
import io.waybillguard.events.parcel.ScanEvent;
import io.waybillguard.events.parcel.StallEvent;
import io.waybillguard.events.parcel.TrackerProgress;
import io.waybillguard.events.payout.PayoutCommand;
import io.waybillguard.events.payout.PayoutResult;
import io.waybillguard.events.policy.ForceMajeureEvent;
import io.waybillguard.events.policy.PolicyEvent;
import io.waybillguard.events.refund.AftersalesEvent;
import io.waybillguard.events.refund.AftersalesRequest;
import io.waybillguard.events.topics.Topic.Audience;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every topic of the platform. */
public final class Topics {

    /** What the name of a dead-letter topic ends with. */
    public static final String DEAD_LETTER_SUFFIX = ".dlt";

    /** How long dead letters are kept. */
    public static final Duration DEAD_LETTERS_KEPT = Duration.ofDays(30);

    /**
     * How long an order, its parcels and its refund cases may stay open: the longest that a
     * shipment may be told late (180 days), and half a year more for what follows. What is said of
     * them is kept so long, so that whoever reads from nothing knows everything that is open.
     */
    public static final Duration OPEN_AT_MOST = Duration.ofDays(365);

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration QUARTER = Duration.ofDays(90);

    public static final Topic<byte[]> COURIER_WEBHOOKS =
            open("courier.webhooks.v1", byte[].class, "waybill number", null, WEEK);
    public static final Topic<CourierReport> COURIER_SCANS =
            open(
                    "courier.scans.v1",
                    CourierReport.class,
                    "waybill number",
                    e -> e.parcel().waybill(),
                    WEEK);
    public static final Topic<OrderEvent> ORDERS =
            open("orders.v1", OrderEvent.class, "order id", e -> e.orderId().value(), OPEN_AT_MOST);
    public static final Topic<AftersalesRequest> AFTERSALES_REQUESTS =
            open(
                    "aftersales.requests.v1",
                    AftersalesRequest.class,
                    "order id",
                    e -> e.orderId().value(),
                    OPEN_AT_MOST);
    public static final Topic<PolicyEvent> SHOP_POLICIES =
            open("shop.policies.v1", PolicyEvent.class, "shop id", e -> e.shopId().value(), null);
    public static final Topic<ForceMajeureEvent> FORCE_MAJEURE =
            open(
                    "force-majeure.v1",
                    ForceMajeureEvent.class,
                    "filing id",
                    e -> e.filingId().value(),
                    null);
    public static final Topic<MilestoneEvent> PARCEL_MILESTONES =
            open(
                    "parcel.milestones.v1",
                    MilestoneEvent.class,
                    "order id",
                    e -> e.orderId().value(),
                    OPEN_AT_MOST);
    public static final Topic<StallEvent> PARCEL_STALLS =
            open(
                    "parcel.stalls.v1",
                    StallEvent.class,
                    "order id",
                    e -> e.orderId().value(),
                    OPEN_AT_MOST);
    public static final Topic<ScanEvent> PARCEL_SCANS =
            open(
                    "parcel.scans.v1",
                    ScanEvent.class,
                    "waybill number",
                    e -> e.parcel().waybill(),
                    QUARTER);
    public static final Topic<AftersalesEvent> AFTERSALES_EVENTS =
            open(
                    "aftersales.events.v1",
                    AftersalesEvent.class,
                    "order id",
                    e -> e.orderId().value(),
                    OPEN_AT_MOST);
    public static final Topic<InterceptionCommand> INTERCEPTIONS =
            open(
                    "courier.interceptions.v1",
                    InterceptionCommand.class,
                    "order id",
                    e -> e.orderId().value(),
                    QUARTER);
    public static final Topic<InterceptionResult> INTERCEPTION_RESULTS =
            open(
                    "courier.interception-results.v1",
                    InterceptionResult.class,
                    "order id",
                    e -> e.orderId().value(),
                    OPEN_AT_MOST);
    public static final Topic<PayoutCommand> PAYOUTS =
            open(
                    "refund.payouts.v1",
                    PayoutCommand.class,
                    "order id",
                    e -> e.orderId().value(),
                    QUARTER);
    public static final Topic<PayoutResult> PAYOUT_RESULTS =
            open(
                    "refund.payout-results.v1",
                    PayoutResult.class,
                    "order id",
                    e -> e.orderId().value(),
                    OPEN_AT_MOST);
    public static final Topic<PayoutResult> PAYOUTS_PARKED =
            open(
                    "refund.parked.v1",
                    PayoutResult.class,
                    "order id",
                    e -> e.orderId().value(),
                    QUARTER);
    public static final Topic<NoticeRequest> NOTICE_REQUESTS =
            open(
                    "notice.requests.v1",
                    NoticeRequest.class,
                    "buyer id",
                    e -> e.buyerId().value(),
                    WEEK);
    public static final Topic<PlannedNotice> NOTICE_OUTBOX =
            open(
                    "notice.outbox.v1",
                    PlannedNotice.class,
                    "buyer id",
                    e -> e.buyerId().value(),
                    WEEK);
    public static final Topic<NoticeReceipt> NOTICE_RECEIPTS =
            open(
                    "notice.receipts.v1",
                    NoticeReceipt.class,
                    "buyer id",
                    e -> e.buyerId().value(),
                    QUARTER);

    /** Orders' claims on parcels, brought to the parcels' partitions. */
    public static final Topic<ParcelClaim> TRACKER_CLAIMS =
            internal(
                    "tracker.claims",
                    ParcelClaim.class,
                    "waybill number",
                    e -> e.parcel().waybill(),
                    WEEK);

    /** How far the tracker has read. */
    public static final Topic<TrackerProgress> TRACKER_PROGRESS =
            internal(
                    "tracker.progress",
                    TrackerProgress.class,
                    "none: sent to every partition",
                    null,
                    DAY);

    /** What is asked and told of a day's automatic money or a buyer, brought to their books. */
    public static final Topic<AllowanceQuestion> ALLOWANCE_QUESTIONS =
            internal(
                    "engine.allowance-questions",
                    AllowanceQuestion.class,
                    "shop, buyer, or both",
                    AllowanceQuestion::purse,
                    WEEK);

    /** What those books answer. */
    public static final Topic<AllowanceAnswer> ALLOWANCE_ANSWERS =
            internal(
                    "engine.allowance-answers",
                    AllowanceAnswer.class,
                    "order id",
                    e -> e.orderId().value(),
                    WEEK);

    public static final Topic<byte[]> TRACKER_PULSES =
            internal("tracker.pulses", byte[].class, "none", null, DAY);
    public static final Topic<byte[]> ENGINE_PULSES =
            internal("engine.pulses", byte[].class, "none", null, DAY);

    /** What each comparison of the books of money found. */
    public static final Topic<byte[]> ENGINE_RECONCILIATIONS =
            internal("engine.reconciliations", byte[].class, "report", null, Duration.ofDays(30));

    public static final Topic<byte[]> NOTIFIER_PULSES =
            internal("notifier.pulses", byte[].class, "none", null, DAY);

    /**
     * News of orders brought to the buyers' partitions, as the notifier reads it, and behind it how
     * far it has read its inputs.
     */
    public static final Topic<byte[]> NOTIFIER_NEWS =
            internal("notifier.news", byte[].class, "buyer id", null, WEEK);

    /** Planned messages that must not be sent any more. */
    public static final Topic<byte[]> NOTIFIER_RECALLS =
            internal("notifier.recalls", byte[].class, "message", null, WEEK);

    private static final Set<Topic<?>> PULSES =
            Set.of(TRACKER_PULSES, ENGINE_PULSES, NOTIFIER_PULSES);

    private static final List<Topic<?>> SOURCES =
            List.of(
                    COURIER_WEBHOOKS,
                    COURIER_SCANS,
                    ORDERS,
                    AFTERSALES_REQUESTS,
                    SHOP_POLICIES,
                    FORCE_MAJEURE,
                    PARCEL_MILESTONES,
                    PARCEL_STALLS,
                    PARCEL_SCANS,
                    AFTERSALES_EVENTS,
                    INTERCEPTIONS,
                    INTERCEPTION_RESULTS,
                    PAYOUTS,
                    PAYOUT_RESULTS,
                    PAYOUTS_PARKED,
                    NOTICE_REQUESTS,
                    NOTICE_OUTBOX,
                    NOTICE_RECEIPTS,
                    TRACKER_CLAIMS,
                    TRACKER_PROGRESS,
                    ALLOWANCE_QUESTIONS,
                    ALLOWANCE_ANSWERS,
                    TRACKER_PULSES,
                    ENGINE_PULSES,
                    ENGINE_RECONCILIATIONS,
                    NOTIFIER_PULSES,
                    NOTIFIER_NEWS,
                    NOTIFIER_RECALLS);

    private Topics() {}

    /** Every topic but the dead letters. */
    public static List<Topic<?>> sources() {
        return SOURCES;
    }

    /**
     * Every topic that must be there before a service starts: the sources, and the dead letters of
     * all but the pulses, which say nothing.
     */
    public static List<Topic<?>> all() {
        Stream<Topic<?>> deadLetters =
                SOURCES.stream().filter(Topics::canHoldBadRecords).map(Topic::deadLetters);
        return Stream.concat(SOURCES.stream(), deadLetters).toList();
    }

    private static boolean canHoldBadRecords(Topic<?> topic) {
        return !PULSES.contains(topic);
    }

    private static <V> Topic<V> open(
            String name,
            Class<V> family,
            String key,
            @Nullable Function<V, String> keyOf,
            @Nullable Duration retention) {
        return new Topic<>(name, family, key, keyOf, retention, Audience.PUBLIC);
    }

    private static <V> Topic<V> internal(
            String name,
            Class<V> family,
            String key,
            @Nullable Function<V, String> keyOf,
            Duration retention) {
        return new Topic<>(name, family, key, keyOf, retention, Audience.INTERNAL);
    }
}
