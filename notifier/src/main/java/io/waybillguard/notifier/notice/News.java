package io.waybillguard.notifier.notice;

import io.waybillguard.events.notice.NoticeScene;
import io.waybillguard.events.notice.NoticeSubject;
import io.waybillguard.events.refund.Offer;
import io.waybillguard.events.types.BuyerId;
import io.waybillguard.events.types.Checks;
import io.waybillguard.events.types.NoticeId;
import io.waybillguard.events.types.RefundId;
import io.waybillguard.events.types.ShopId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What concerns one buyer, brought from its order to the buyer. */
public sealed interface News {

    /** Whom it concerns. */
    BuyerId buyerId();

    /** When the broker took the event that says so: the age of the news, by no other clock. */
    Instant at();

    /**
     * Something the buyer may be told.
     *
     * @param request the request for it; null when it follows from what happened
     * @param text ready to read; empty: the words of the scene
     */
    record Happened(
            BuyerId buyerId,
            ShopId shopId,
            NoticeSubject subject,
            @Nullable NoticeId request,
            String text,
            Instant at)
            implements News {
        public Happened {
            Checks.required("buyerId", buyerId);
            Checks.required("shopId", shopId);
            Checks.required("subject", subject);
            text = Checks.text("text", text, 2000);
            Checks.required("at", at);
        }

        public Matter matter() {
            return Matter.of(subject, request);
        }

        public NoticeScene scene() {
            return subject.scene();
        }

        /** What the buyer must have been told for this to say anything; null where nothing. */
        @Nullable Matter follows() {
            Offer offer = subject.offer();
            RefundId refund = subject.refundId();
            return offer != null && refund != null && Scenes.endsOffer(scene())
                    ? Matter.ofOffer(refund, offer.offerId(), Scenes.of(offer.kind()))
                    : null;
        }

        /** When an offer that it tells of is void; null when it tells of none that stands. */
        @Nullable Instant voidAt() {
            Offer offer = subject.offer();
            return offer == null || Scenes.endsOffer(scene()) ? null : offer.expiresAt();
        }

        /** Whether the refund of the subject needs it: no cap and no opt-out holds it back. */
        public boolean essential() {
            return subject.refundId() != null && Scenes.neededByRefund(subject.scene());
        }
    }

    /** No longer worth telling, where it still waits: the stall cleared, the parcel was fetched. */
    record Over(BuyerId buyerId, List<Matter> matters, Instant at) implements News {
        public Over {
            Checks.required("buyerId", buyerId);
            Checks.required("matters", matters);
            Checks.required("at", at);
            matters = List.copyOf(matters);
        }

        boolean ends(Happened news) {
            return matters.stream().anyMatch(one -> one.covers(news.matter()));
        }
    }

    /** No more messages but those a refund needs. */
    record OptedOut(BuyerId buyerId, Instant at) implements News {
        public OptedOut {
            Checks.required("buyerId", buyerId);
            Checks.required("at", at);
        }
    }

    /** Messages are welcome again. */
    record OptedIn(BuyerId buyerId, Instant at) implements News {
        public OptedIn {
            Checks.required("buyerId", buyerId);
            Checks.required("at", at);
        }
    }
}
