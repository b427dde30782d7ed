package io.waybillguard.notifier;

import io.waybillguard.events.parcel.MilestoneEvent.MilestoneReached;
import io.waybillguard.events.parcel.ParcelRole;
import io.waybillguard.events.parcel.ParcelSnapshot;
import io.waybillguard.events.parcel.Stage;
import io.waybillguard.events.parcel.StallCause;
import io.waybillguard.events.parcel.StallDetails;
import io.waybillguard.events.parcel.StallEvent.StallCleared;
import io.waybillguard.events.parcel.StallEvent.StallDetected;
import io.waybillguard.events.parcel.StallEvent.StallEscalated;
import io.waybillguard.events.parcel.StallKind;
import io.waybillguard.events.parcel.StallLevel;
import io.waybillguard.events.refund.Actor;
import io.waybillguard.events.refund.AftersalesEvent.CaseClosed;
import io.waybillguard.events.refund.AftersalesEvent.CaseMoved;
import io.waybillguard.events.refund.AftersalesEvent.RefundDecided;
import io.waybillguard.events.refund.AftersalesEvent.RefundRedecided;
import io.waybillguard.events.refund.AftersalesEvent.ReminderFell;
import io.waybillguard.events.refund.CaseOutcome;
import io.waybillguard.events.refund.CaseState;
import io.waybillguard.events.refund.Decision;
import io.waybillguard.events.refund.Explanation;
import io.waybillguard.events.refund.MoveReason;
import io.waybillguard.events.refund.Offer;
import io.waybillguard.events.refund.OfferKind;
import io.waybillguard.events.refund.RefundKind;
import io.waybillguard.events.refund.Situation;
import io.waybillguard.events.types.BuyerId;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.OfferId;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.events.types.RefundId;
import io.waybillguard.events.types.ShopId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Events of one order, one parcel and one refund case. */
public final class Events {

    public static final OrderId ORDER = new OrderId("D-100");
    public static final ShopId SHOP = new ShopId("shop-1");
    public static final BuyerId BUYER = new BuyerId("buyer-1");
    public static final RefundId REFUND = new RefundId("R-1");
    public static final ParcelId PARCEL = ParcelId.of("ZTO", "735001");
    private static final Instant AT = Instant.parse("2026-03-10T04:00:00Z");

    private Events() {}

    public static StallDetected stall(StallKind kind, ParcelRole role, int episode) {
        return stall(ORDER, BUYER, PARCEL, kind, role, episode);
    }

    public static StallDetected stall(
            OrderId order,
            BuyerId buyer,
            ParcelId parcel,
            StallKind kind,
            ParcelRole role,
            int episode) {
        return new StallDetected(order, SHOP, buyer, details(parcel, kind, role, episode), 1, AT);
    }

    public static StallEscalated escalated(StallKind kind, int episode) {
        return new StallEscalated(
                ORDER, SHOP, BUYER, details(PARCEL, kind, ParcelRole.DELIVERY, episode), 2, AT);
    }

    public static StallCleared cleared(StallKind kind, int episode) {
        return new StallCleared(
                ORDER,
                SHOP,
                BUYER,
                details(PARCEL, kind, ParcelRole.DELIVERY, episode),
                null,
                3,
                AT);
    }

    private static StallDetails details(
            ParcelId parcel, StallKind kind, ParcelRole role, int episode) {
        return new StallDetails(
                parcel,
                role,
                episode,
                kind,
                StallCause.SILENCE,
                null,
                StallLevel.STALLED,
                AT.minus(Duration.ofDays(2)),
                Duration.ofDays(2),
                "default",
                AT,
                Stage.IN_TRANSIT,
                "",
                null,
                true,
                null);
    }

    public static MilestoneReached milestone(ParcelRole role, Stage from, Stage to) {
        var parcel =
                new ParcelSnapshot(
                        PARCEL, role, to, 3, AT, AT, AT, null, "", null, null, false, null);
        return new MilestoneReached(ORDER, SHOP, BUYER, parcel, from, 4, AT);
    }

    public static RefundDecided decided(Decision decision) {
        return new RefundDecided(
                ORDER,
                SHOP,
                BUYER,
                REFUND,
                RefundKind.REFUND_ONLY,
                Money.yuan(12),
                decision,
                "row",
                explanation(),
                null,
                1,
                AT);
    }

    public static RefundRedecided redecided(Decision previous, Decision decision) {
        return new RefundRedecided(
                ORDER,
                SHOP,
                BUYER,
                REFUND,
                RefundKind.REFUND_ONLY,
                Money.yuan(12),
                previous,
                decision,
                "row",
                explanation(),
                null,
                2,
                AT);
    }

    private static Explanation explanation() {
        return new Explanation(
                "refund", 1, Situation.values()[0], List.of(), List.of(), Map.of(), "");
    }

    public static CaseMoved moved(CaseState from, CaseState to, MoveReason because) {
        return new CaseMoved(
                ORDER, SHOP, BUYER, REFUND, from, to, because, Actor.values()[0], null, 3, AT);
    }

    public static Offer offer(String id) {
        return new Offer(
                new OfferId(id),
                OfferKind.PARTIAL_REFUND,
                Money.fen(2050),
                AT.plusSeconds(172_800));
    }

    /** The shop offers something to the buyer of a case that stood there. */
    public static CaseMoved offered(CaseState from, Offer offer) {
        return moved(from, CaseState.OFFERED, MoveReason.OFFERED, offer, null);
    }

    /** That was the end of an offer. */
    public static CaseMoved offerEnded(CaseState to, MoveReason because, Offer offer) {
        return moved(CaseState.OFFERED, to, because, null, offer);
    }

    private static CaseMoved moved(
            CaseState from, CaseState to, MoveReason because, Offer offer, Offer ended) {
        return new CaseMoved(
                ORDER,
                SHOP,
                BUYER,
                REFUND,
                from,
                to,
                because,
                Actor.values()[0],
                null,
                offer,
                ended,
                3,
                AT);
    }

    public static CaseClosed closed(CaseOutcome outcome) {
        return new CaseClosed(
                ORDER, SHOP, BUYER, REFUND, outcome, MoveReason.PAID, Money.yuan(12), 4, AT);
    }

    public static ReminderFell reminder() {
        return new ReminderFell(
                ORDER, SHOP, BUYER, REFUND, CaseState.MANUAL, Actor.values()[0], AT, 5, AT);
    }
}
