package io.waybillguard.notifier.notice;

import io.waybillguard.events.notice.NoticeScene;
import io.waybillguard.events.notice.NoticeSubject;
import io.waybillguard.events.policy.Language;
import io.waybillguard.events.policy.NoticeTerms;
import io.waybillguard.events.refund.Offer;
import io.waybillguard.events.refund.OfferKind;
import io.waybillguard.events.types.BuyerId;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.NoticeId;
import io.waybillguard.events.types.OfferId;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.events.types.RefundId;
import io.waybillguard.events.types.ShopId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** What the tests of planning start from. */
public final class Given {

    public static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    public static final QuietHours NIGHT =
            new QuietHours(LocalTime.of(22, 0), LocalTime.of(8, 0), SHANGHAI);
    public static final PlanRules RULES =
            new PlanRules(
                    NIGHT,
                    Duration.ofSeconds(30),
                    3,
                    Duration.ofHours(24),
                    Duration.ofHours(2),
                    Duration.ofDays(90),
                    100,
                    5000);

    public static final BuyerId BUYER = new BuyerId("buyer-1");
    public static final ShopId SHOP = new ShopId("shop-1");

    /** Noon in Shanghai. */
    public static final Instant NOON = Instant.parse("2026-03-10T04:00:00Z");

    private Given() {}

    static NoticeTerms terms(Language language, Map<String, String> own) {
        return new NoticeTerms(language, own);
    }

    static NoticeSubject stallSubject(int parcel, int episode) {
        return new NoticeSubject(
                NoticeScene.STALL_IN_TRANSIT,
                new OrderId("order-" + parcel),
                ParcelId.of("ZTO", "7000" + parcel),
                episode,
                null);
    }

    static News.Happened stall(int parcel, int episode, Instant at) {
        return new News.Happened(BUYER, SHOP, stallSubject(parcel, episode), null, "", at);
    }

    static News.Over cleared(int parcel, int episode, Instant at) {
        return new News.Over(BUYER, List.of(Matter.of(stallSubject(parcel, episode), null)), at);
    }

    static News.Happened stored(int parcel, Instant at) {
        return new News.Happened(BUYER, SHOP, lockerSubject(parcel), null, "", at);
    }

    static News.Over fetched(int parcel, Instant at) {
        return new News.Over(BUYER, List.of(Matter.of(lockerSubject(parcel), null)), at);
    }

    private static NoticeSubject lockerSubject(int parcel) {
        return new NoticeSubject(
                NoticeScene.WAITS_IN_LOCKER,
                new OrderId("order-" + parcel),
                ParcelId.of("ZTO", "7000" + parcel),
                0,
                null);
    }

    static News.Over caseLeft(int refund, NoticeScene scene, Instant at) {
        return new News.Over(
                BUYER, List.of(Matter.ofCase(new RefundId("refund-" + refund), scene)), at);
    }

    static News.Happened refund(int refund, NoticeScene scene, Instant at) {
        var subject =
                new NoticeSubject(
                        scene,
                        new OrderId("order-" + refund),
                        null,
                        0,
                        new RefundId("refund-" + refund));
        return new News.Happened(BUYER, SHOP, subject, null, "", at);
    }

    static News.Happened offer(int refund, Instant expiresAt, Instant at) {
        return offer(refund, NoticeScene.OFFER_PARTIAL_REFUND, expiresAt, at);
    }

    static News.Happened offerEnded(int refund, Instant at) {
        return offer(refund, NoticeScene.OFFER_WITHDRAWN, at, at);
    }

    private static News.Happened offer(
            int refund, NoticeScene scene, Instant expiresAt, Instant at) {
        var offer =
                new Offer(
                        new OfferId("offer-" + refund),
                        OfferKind.PARTIAL_REFUND,
                        Money.yuan(20),
                        expiresAt);
        var subject =
                new NoticeSubject(
                        scene,
                        new OrderId("order-" + refund),
                        null,
                        0,
                        new RefundId("refund-" + refund),
                        offer);
        return new News.Happened(BUYER, SHOP, subject, null, "", at);
    }

    static News.Over offersOver(int refund, Instant at) {
        return new News.Over(BUYER, List.of(Matter.ofOffers(new RefundId("refund-" + refund))), at);
    }

    static News.Happened campaign(int number, String text, Instant at) {
        var subject = new NoticeSubject(NoticeScene.FESTIVAL, null, null, 0, null);
        return new News.Happened(
                BUYER, SHOP, subject, new NoticeId("campaign-" + number), text, at);
    }
}
