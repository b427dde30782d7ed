package io.waybillguard.notifier.notice;

import io.waybillguard.events.notice.NoticeScene;
import io.waybillguard.events.notice.NoticeSubject;
import io.waybillguard.events.refund.AftersalesEvent;
import io.waybillguard.events.refund.AftersalesEvent.CaseClosed;
import io.waybillguard.events.refund.AftersalesEvent.CaseMoved;
import io.waybillguard.events.refund.AftersalesEvent.RefundDecided;
import io.waybillguard.events.refund.AftersalesEvent.RefundRedecided;
import io.waybillguard.events.refund.AftersalesEvent.ReminderFell;
import io.waybillguard.events.refund.CaseState;
import io.waybillguard.events.refund.MoveReason;
import io.waybillguard.events.refund.Offer;
import io.waybillguard.notifier.notice.News.Happened;
import io.waybillguard.notifier.notice.News.Over;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a refund case means to its buyer. */
public final class NewsOfCase {

    private final AftersalesEvent event;
    private final Instant at;
    private final List<News> news = new ArrayList<>();

    private NewsOfCase(AftersalesEvent event, Instant at) {
        this.event = event;
        this.at = at;
    }

    /**
     * The news in {@code event}, in the order they should be told.
     *
     * @param at when the broker took the event
     */
    public static List<News> of(AftersalesEvent event, Instant at) {
        return new NewsOfCase(event, at).read();
    }

    private List<News> read() {
        switch (event) {
            case RefundDecided decided -> tell(Scenes.of(decided.decision()));
            case RefundRedecided redecided -> {
                if (redecided.previous() != redecided.decision()) {
                    over(Set.of(Scenes.of(redecided.previous())));
                }
                tell(Scenes.of(redecided.decision()));
            }
            case CaseMoved moved -> moved(moved);
            case ReminderFell _ -> {
                // reminders are for the shop's people
            }
            case CaseClosed closed -> closed(closed);
        }
        return List.copyOf(news);
    }

    private void moved(CaseMoved moved) {
        if (moved.from() != moved.to()) {
            left(moved.from(), moved.to());
        }
        switch (moved.because()) {
            case INTERCEPTION_SUCCEEDED -> tell(NoticeScene.INTERCEPTION_SUCCEEDED);
            case INTERCEPTION_FAILED, INTERCEPTION_UNANSWERED ->
                    tell(NoticeScene.INTERCEPTION_FAILED);
            case COURIER_UNREACHABLE -> {
                if (moved.from() != moved.to()) {
                    tell(NoticeScene.INTERCEPTION_FAILED);
                }
            }
            default -> {
                // the state it moved to says what there is to tell
            }
        }
        if (moved.from() != moved.to()) {
            entered(moved.to(), moved.because());
        }
        Offer offer = moved.offer();
        if (offer != null && moved.from() != moved.to()) {
            tell(Scenes.of(offer.kind()), offer);
        }
        Offer ended = moved.ended();
        if (ended != null) {
            ended(ended, moved.because());
        }
    }

    /** What moved the case before an offer moves it while one is open, and is wanted as before. */
    private void left(@Nullable CaseState from, CaseState to) {
        boolean offered = from == CaseState.OFFERED;
        if (to == CaseState.OFFERED) {
            return;
        }
        if (offered) {
            offersOver();
        }
        if (from == CaseState.AWAITING_REJECTION
                || (offered && to != CaseState.AWAITING_REJECTION)) {
            over(Set.of(NoticeScene.PLEASE_REFUSE));
        }
        if (from == CaseState.AWAITING_RETURN || (offered && to != CaseState.AWAITING_RETURN)) {
            over(Set.of(NoticeScene.RETURN_WAYBILL_WANTED));
        }
    }

    /** Told where the case goes on as before and the buyer did not do it. */
    private void ended(Offer offer, MoveReason because) {
        switch (because) {
            case OFFER_EXPIRED -> tell(NoticeScene.OFFER_EXPIRED, offer);
            case OFFER_WITHDRAWN, PARCEL_SIGNED, OTHER -> tell(NoticeScene.OFFER_WITHDRAWN, offer);
            default -> {
                // the buyer did it, or what is told instead is more
            }
        }
    }

    private void entered(CaseState state, MoveReason because) {
        boolean told = because == MoveReason.DECIDED || because == MoveReason.DECIDED_ANEW;
        if (state == CaseState.AWAITING_REJECTION && !told) {
            tell(NoticeScene.PLEASE_REFUSE);
        }
        if (state == CaseState.AWAITING_RETURN) {
            tell(NoticeScene.RETURN_WAYBILL_WANTED);
        }
    }

    private void closed(CaseClosed closed) {
        offersOver();
        switch (closed.outcome()) {
            case REFUNDED -> {
                over(Scenes.ENDED_BY_CLOSING);
                tell(NoticeScene.REFUND_PAID);
            }
            case REFUSED -> {
                over(Scenes.ENDED_BY_CLOSING);
                tell(NoticeScene.REFUND_REFUSED);
            }
            case EXPIRED, RESHIPPED -> over(Scenes.ENDED_BY_CLOSING);
            case WITHDRAWN -> over(Scenes.ofCases());
        }
    }

    private void tell(NoticeScene scene) {
        tell(scene, null);
    }

    private void tell(NoticeScene scene, @Nullable Offer offer) {
        var subject = new NoticeSubject(scene, event.orderId(), null, 0, event.refundId(), offer);
        news.add(new Happened(event.buyerId(), event.shopId(), subject, null, "", at));
    }

    private void offersOver() {
        news.add(new Over(event.buyerId(), List.of(Matter.ofOffers(event.refundId())), at));
    }

    private void over(Collection<NoticeScene> scenes) {
        List<Matter> matters =
                scenes.stream()
                        .sorted()
                        .map(scene -> Matter.ofCase(event.refundId(), scene))
                        .toList();
        news.add(new Over(event.buyerId(), matters, at));
    }
}
