package io.waybillguard.notifier.notice;

import io.waybillguard.events.notice.NoticeScene;
import io.waybillguard.events.notice.NoticeSubject;
import io.waybillguard.events.types.NoticeId;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.events.types.RefundId;
import org.jspecify.annotations.Nullable;

/**
 * What a buyer is told once for ever: a stall episode or a refund case and the scene, a parcel in
 * its locker, or else a request by its id.
 */
public record Matter(String value) implements Comparable<Matter> {

    private static final String STALL = "stall:";

    /** The matter of {@code subject}; the request's id counts where nothing else identifies it. */
    static Matter of(NoticeSubject subject, @Nullable NoticeId request) {
        ParcelId parcel = subject.parcel();
        RefundId refund = subject.refundId();
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

    @Override
    public int compareTo(Matter other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
