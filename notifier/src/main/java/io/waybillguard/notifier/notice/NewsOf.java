package io.waybillguard.notifier.notice;

import io.waybillguard.events.notice.NoticeRequest;
import io.waybillguard.events.notice.NoticeRequest.BuyerOptedIn;
import io.waybillguard.events.notice.NoticeRequest.BuyerOptedOut;
import io.waybillguard.events.notice.NoticeRequest.NoticeRequested;
import io.waybillguard.events.notice.NoticeScene;
import io.waybillguard.events.notice.NoticeSubject;
import io.waybillguard.events.parcel.MilestoneEvent;
import io.waybillguard.events.parcel.MilestoneEvent.MilestoneReached;
import io.waybillguard.events.parcel.ParcelRole;
import io.waybillguard.events.parcel.ParcelSnapshot;
import io.waybillguard.events.parcel.Stage;
import io.waybillguard.events.parcel.StallDetails;
import io.waybillguard.events.parcel.StallEvent;
import io.waybillguard.events.parcel.StallEvent.StallCleared;
import io.waybillguard.events.parcel.StallEvent.StallDetected;
import io.waybillguard.events.parcel.StallEvent.StallEscalated;
import io.waybillguard.events.parcel.StallEvent.StallReviewed;
import io.waybillguard.notifier.notice.News.Happened;
import io.waybillguard.notifier.notice.News.OptedIn;
import io.waybillguard.notifier.notice.News.OptedOut;
import io.waybillguard.notifier.notice.News.Over;
import java.time.Instant;
import java.util.List;

/**
 * What an event means to its buyer; {@code at} is when the broker took the event. Refund cases are
 * read by {@link NewsOfCase}.
 */
public final class NewsOf {

    private NewsOf() {}

    /** Exempt and suspect stalls are told like any other; a parcel on its way back is not. */
    public static List<News> stall(StallEvent event, Instant at) {
        StallDetails stall = event.stall();
        if (stall.role() != ParcelRole.DELIVERY) {
            return List.of();
        }
        NoticeScene scene = Scenes.of(stall.kind());
        return switch (event) {
            case StallDetected detected -> {
                var subject =
                        new NoticeSubject(
                                scene, detected.orderId(), stall.parcel(), stall.episode(), null);
                yield List.of(
                        new Happened(detected.buyerId(), detected.shopId(), subject, null, "", at));
            }
            case StallEscalated _, StallReviewed _ -> List.of();
            case StallCleared cleared -> {
                List<Matter> matters =
                        Scenes.ofStalls().stream()
                                .map(any -> Matter.ofStall(stall.parcel(), stall.episode(), any))
                                .toList();
                yield List.of(new Over(cleared.buyerId(), matters, at));
            }
        };
    }

    /** A parcel put in a locker or station, and one that has left it. */
    public static List<News> milestone(MilestoneEvent event, Instant at) {
        return switch (event) {
            case MilestoneReached reached -> {
                ParcelSnapshot parcel = reached.parcel();
                if (parcel.role() != ParcelRole.DELIVERY) {
                    yield List.of();
                }
                if (parcel.stage() == Stage.STORED) {
                    yield List.of(stored(reached, at));
                }
                yield reached.previous() == Stage.STORED
                        ? List.of(
                                new Over(
                                        reached.buyerId(),
                                        List.of(Matter.ofLocker(parcel.id())),
                                        at))
                        : List.of();
            }
        };
    }

    private static News stored(MilestoneReached reached, Instant at) {
        var subject =
                new NoticeSubject(
                        NoticeScene.WAITS_IN_LOCKER,
                        reached.orderId(),
                        reached.parcel().id(),
                        0,
                        null);
        return new Happened(reached.buyerId(), reached.shopId(), subject, null, "", at);
    }

    /** Messages asked for, and what buyers wish. */
    public static List<News> request(NoticeRequest request, Instant at) {
        return switch (request) {
            case NoticeRequested asked ->
                    List.of(
                            new Happened(
                                    asked.buyerId(),
                                    asked.shopId(),
                                    asked.subject(),
                                    asked.noticeId(),
                                    asked.text(),
                                    at));
            case BuyerOptedOut optedOut -> List.of(new OptedOut(optedOut.buyerId(), at));
            case BuyerOptedIn optedIn -> List.of(new OptedIn(optedIn.buyerId(), at));
        };
    }
}
