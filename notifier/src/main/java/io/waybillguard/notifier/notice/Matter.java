package io.waybillguard.notifier.notice;

import io.waybillguard.events.notice.NoticeScene;
import io.waybillguard.events.notice.NoticeSubject;
import io.waybillguard.events.refund.Offer;
import io.waybillguard.events.types.NoticeId;
import io.waybillguard.events.types.OfferId;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.events.types.RefundId;
import org.jspecify.annotations.Nullable;

/**
 * What a buyer is told once for ever: a stall episode, a refund case or an offer and the scene, a
 * parcel in its locker, or else a request by its id.
 */
public record Matter(String value) implements Comparable<Matter> {

    private static final String STALL = "stall:";
    private static final String OFFER = "offer:";

    /** In no id: what ends with it stands for all that begins so. */
    private static final String ALL_OF = "/";

    /** The matter of {@code subject}; the request's id counts where nothing else identifies it. */
    static Matter of(NoticeSubject subject, @Nullable NoticeId request) {
        ParcelId parcel = subject.parcel();
        RefundId refund = subject.refundId();
        Offer offer = subject.offer();
        if (refund != null && offer != null) {
            return ofOffer(refund, offer.offerId(), subject.scene());
        }
        if (refund != null) {
            return ofCase(refund, subject.scene());
        }
        if (parcel != null && subject.episode() > 0) {
            return ofStall(parcel, subject.episode(), subject.scene());
        }
        if (parcel != null && subject.scene() == NoticeScene.WAITS_IN_LOCKER) {
            return ofLocker(parcel);
        }
        return new Matter(
                request != null
                        ? "request:" + request
                        : "order:" + subject.orderId() + ":" + parcel + ":" + subject.scene());
    }

    static Matter ofCase(RefundId refund, NoticeScene scene) {
        return new Matter("case:" + refund + ":" + scene);
    }

    static Matter ofOffer(RefundId refund, OfferId offer, NoticeScene scene) {
        return new Matter(OFFER + refund + ALL_OF + offer + ALL_OF + scene);
    }

    /** Whatever may be told of offers in a case. */
    static Matter ofOffers(RefundId refund) {
        return new Matter(OFFER + refund + ALL_OF);
    }

    static Matter ofStall(ParcelId parcel, int episode, NoticeScene scene) {
        return new Matter(STALL + parcel + ":" + episode + ":" + scene);
    }

    static Matter ofLocker(ParcelId parcel) {
        return new Matter("locker:" + parcel);
    }

    /**
     * Whether it is a stall episode: once over, it never comes back, while a case may return to a
     * state and a parcel to its locker.
     */
    boolean aboutStall() {
        return value.startsWith(STALL);
    }

    /** Whether it is an offer or its end: remembered only when it was told. */
    boolean aboutOffer() {
        return value.startsWith(OFFER);
    }

    /** Whether {@code other} is this matter, or one of those this one stands for. */
    boolean covers(Matter other) {
        return equals(other) || (value.endsWith(ALL_OF) && other.value.startsWith(value));
    }

    @Override
    public int compareTo(Matter other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
