package io.waybillguard.orders;

import io.waybillguard.events.interception.InterceptionResult.InterceptionAccepted;
import io.waybillguard.events.interception.InterceptionResult.InterceptionSucceeded;
import io.waybillguard.events.notice.NoticeReceipt.NoticeSent;
import io.waybillguard.events.notice.NoticeReceipt.NoticeSuppressed;
import io.waybillguard.events.notice.NoticeScene;
import io.waybillguard.events.notice.NoticeSubject;
import io.waybillguard.events.notice.SuppressedBecause;
import io.waybillguard.events.order.OrderEvent.OrderPlaced;
import io.waybillguard.events.order.OrderEvent.OrderShipped;
import io.waybillguard.events.parcel.MilestoneEvent.MilestoneReached;
import io.waybillguard.events.parcel.ParcelRole;
import io.waybillguard.events.parcel.ParcelSnapshot;
import io.waybillguard.events.parcel.Scan;
import io.waybillguard.events.parcel.ScanEvent.ScanRecorded;
import io.waybillguard.events.parcel.ScanEvidence;
import io.waybillguard.events.parcel.ScanKind;
import io.waybillguard.events.parcel.Stage;
import io.waybillguard.events.parcel.StallCause;
import io.waybillguard.events.parcel.StallDetails;
import io.waybillguard.events.parcel.StallEvent.StallCleared;
import io.waybillguard.events.parcel.StallEvent.StallDetected;
import io.waybillguard.events.parcel.StallEvent.StallEscalated;
import io.waybillguard.events.parcel.StallKind;
import io.waybillguard.events.parcel.StallLevel;
import io.waybillguard.events.payout.PayoutResult.PayoutPaid;
import io.waybillguard.events.refund.Actor;
import io.waybillguard.events.refund.AftersalesEvent.CaseClosed;
import io.waybillguard.events.refund.AftersalesEvent.CaseMoved;
import io.waybillguard.events.refund.AftersalesEvent.RefundDecided;
import io.waybillguard.events.refund.AftersalesEvent.RefundRedecided;
import io.waybillguard.events.refund.CaseOutcome;
import io.waybillguard.events.refund.CaseState;
import io.waybillguard.events.refund.Decision;
import io.waybillguard.events.refund.Explanation;
import io.waybillguard.events.refund.Fact;
import io.waybillguard.events.refund.MoveReason;
import io.waybillguard.events.refund.Offer;
import io.waybillguard.events.refund.RefundGrounds;
import io.waybillguard.events.refund.RefundKind;
import io.waybillguard.events.refund.RowOutcome;
import io.waybillguard.events.refund.Situation;
import io.waybillguard.events.types.BuyerId;
import io.waybillguard.events.types.InterceptionId;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.NoticeId;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.events.types.RefundId;
import io.waybillguard.events.types.Region;
import io.waybillguard.events.types.ShopId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What the other services say of one order with one parcel and one refund. */
record Events(String order, String refund, String waybill, String shop) {
    static final Instant NOON = Instant.parse("2026-11-11T04:00:00Z");
    private static final BuyerId BUYER = new BuyerId("b-1");
    private static final Money AMOUNT = Money.yuan(99);

    Events(String order, String refund, String waybill) {
        this(order, refund, waybill, "shop-1");
    }

    private OrderId orderId() {
        return new OrderId(order);
    }

    private ShopId shopId() {
        return new ShopId(shop);
    }

    private RefundId refundId() {
        return new RefundId(refund);
    }

    private ParcelId parcel() {
        return ParcelId.of("ZTO", waybill);
    }

    OrderPlaced placed() {
        return new OrderPlaced(
                orderId(),
                shopId(),
                BUYER,
                "KUAISHOU",
                AMOUNT,
                List.of(),
                Region.of("浙江"),
                false,
                NOON);
    }

    OrderShipped shipped() {
        return new OrderShipped(
                orderId(), shopId(), BUYER, parcel(), "KUAISHOU", "", Region.of("浙江"), true, NOON);
    }

    ScanRecorded collected() {
        return scan(ScanKind.COLLECTED, NOON, "已揽收");
    }

    ScanRecorded arrived() {
        return scan(ScanKind.ARRIVED, NOON.plusSeconds(3600), "到达杭州转运中心");
    }

    ScanRecorded scanSaying(String text) {
        return scan(ScanKind.OTHER, NOON, text);
    }

    private ScanRecorded scan(ScanKind kind, Instant at, String text) {
        Scan scan =
                new Scan(
                        kind, null, at, at.plusSeconds(5), "杭州", text, "", ScanEvidence.TEXT, null);
        return new ScanRecorded(parcel(), scan, Stage.IN_TRANSIT);
    }

    MilestoneReached milestone(Stage stage, long revision) {
        return milestone(stage, revision, "杭州转运中心");
    }

    MilestoneReached milestone(Stage stage, long revision, String place) {
        ParcelSnapshot snapshot =
                new ParcelSnapshot(
                        parcel(),
                        ParcelRole.DELIVERY,
                        stage,
                        2,
                        NOON,
                        NOON,
                        NOON,
                        ScanKind.ARRIVED,
                        place,
                        null,
                        null,
                        false,
                        null);
        return new MilestoneReached(
                orderId(), shopId(), BUYER, snapshot, null, revision, NOON.plusSeconds(revision));
    }

    StallDetected stalled(int episode, long revision) {
        return new StallDetected(
                orderId(), shopId(), BUYER, stall(episode, StallLevel.STALLED), revision, NOON);
    }

    StallEscalated suspectedLost(int episode, long revision) {
        return new StallEscalated(
                orderId(),
                shopId(),
                BUYER,
                stall(episode, StallLevel.SUSPECTED_LOST),
                revision,
                NOON.plusSeconds(1));
    }

    StallCleared cleared(int episode, long revision) {
        StallLevel level = revision > 2 ? StallLevel.SUSPECTED_LOST : StallLevel.STALLED;
        return new StallCleared(
                orderId(),
                shopId(),
                BUYER,
                stall(episode, level),
                ScanKind.ARRIVED,
                revision,
                NOON.plusSeconds(2));
    }

    private StallDetails stall(int episode, StallLevel level) {
        return new StallDetails(
                parcel(),
                ParcelRole.DELIVERY,
                episode,
                StallKind.IN_TRANSIT,
                StallCause.SILENCE,
                null,
                level,
                NOON.minus(Duration.ofHours(48)),
                Duration.ofHours(48),
                "in-transit",
                NOON,
                Stage.IN_TRANSIT,
                "杭州转运中心",
                Region.of("浙江"),
                false,
                null);
    }

    RefundDecided decided(long revision) {
        return new RefundDecided(
                orderId(),
                shopId(),
                BUYER,
                refundId(),
                RefundKind.REFUND_ONLY,
                AMOUNT,
                Decision.INTERCEPT,
                "intercept",
                explanation(),
                NOON.plus(Duration.ofHours(24)),
                revision,
                NOON);
    }

    RefundRedecided decidedAnew(Decision decision, long revision) {
        return new RefundRedecided(
                orderId(),
                shopId(),
                BUYER,
                refundId(),
                RefundKind.REFUND_ONLY,
                AMOUNT,
                Decision.INTERCEPT,
                decision,
                "already-back",
                explanation(),
                null,
                revision,
                NOON);
    }

    /** The engine answers what the buyer asks for by now. */
    RefundRedecided changed(RefundKind kind, long fen, RefundGrounds grounds, long revision) {
        return new RefundRedecided(
                orderId(),
                shopId(),
                BUYER,
                refundId(),
                kind,
                Money.fen(fen),
                grounds,
                Decision.MANUAL,
                Decision.MANUAL,
                "otherwise",
                explanation(),
                null,
                revision,
                NOON);
    }

    private static Explanation explanation() {
        return new Explanation(
                "refund",
                7,
                Situation.ABNORMAL_IN_TRANSIT,
                List.of(
                        new RowOutcome("fast-refund", false, "not shipped", "unshipped goods"),
                        new RowOutcome("intercept", true, null, "the courier can stop it")),
                List.of(new Fact("stage", "IN_TRANSIT", NOON)),
                Map.of("zh", "正在拦截", "en", "stopping the parcel"),
                "interception");
    }

    CaseMoved moved(CaseState to, long revision) {
        return new CaseMoved(
                orderId(),
                shopId(),
                BUYER,
                refundId(),
                null,
                to,
                MoveReason.DECIDED,
                Actor.COURIER,
                NOON.plus(Duration.ofHours(24)),
                revision,
                NOON.plusSeconds(revision));
    }

    CaseMoved offered(Offer offer, long revision) {
        return new CaseMoved(
                orderId(),
                shopId(),
                BUYER,
                refundId(),
                CaseState.MANUAL,
                CaseState.OFFERED,
                MoveReason.OFFERED,
                Actor.BUYER,
                offer.expiresAt(),
                offer,
                null,
                revision,
                NOON.plusSeconds(revision));
    }

    CaseClosed closed(long revision) {
        return new CaseClosed(
                orderId(),
                shopId(),
                BUYER,
                refundId(),
                CaseOutcome.REFUNDED,
                MoveReason.PAID,
                AMOUNT,
                revision,
                NOON.plusSeconds(revision));
    }

    InterceptionAccepted interceptionAccepted() {
        return new InterceptionAccepted(
                InterceptionId.of(refundId()), refundId(), orderId(), parcel(), NOON);
    }

    InterceptionSucceeded interceptionSucceeded() {
        return new InterceptionSucceeded(
                InterceptionId.of(refundId()),
                refundId(),
                orderId(),
                parcel(),
                NOON.plusSeconds(60));
    }

    PayoutPaid paid() {
        return new PayoutPaid(refundId(), orderId(), AMOUNT, "pay-1", NOON.plusSeconds(90));
    }

    NoticeSent sent() {
        return new NoticeSent(
                new NoticeId("n-" + order),
                BUYER,
                shopId(),
                "sms",
                List.of(
                        new NoticeSubject(
                                NoticeScene.STALL_IN_TRANSIT, orderId(), parcel(), 1, null),
                        new NoticeSubject(
                                NoticeScene.INTERCEPTION_STARTED, null, null, 0, refundId())),
                NOON);
    }

    NoticeSuppressed suppressed() {
        return new NoticeSuppressed(
                BUYER,
                shopId(),
                new NoticeSubject(NoticeScene.STALL_IN_TRANSIT, orderId(), parcel(), 2, null),
                SuppressedBecause.STALE,
                NOON.plusSeconds(5));
    }
}
