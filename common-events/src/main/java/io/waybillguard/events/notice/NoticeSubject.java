package io.waybillguard.events.notice;

import io.waybillguard.events.refund.Offer;
import io.waybillguard.events.types.Checks;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.events.types.RefundId;
import org.jspecify.annotations.Nullable;

/**
 * One piece of news.
 *
 * @param parcel set when it is about a parcel
 * @param episode the stall episode, 0 when it is not about a stall
 * @param refundId set when it is about a refund
 * @param offer set when it is about what a shop offers instead of the refund
 */
public record NoticeSubject(
        NoticeScene scene,
        @Nullable OrderId orderId,
        @Nullable ParcelId parcel,
        int episode,
        @Nullable RefundId refundId,
        @Nullable Offer offer) {
    public NoticeSubject {
        Checks.required("scene", scene);
    }

    /** Not about an offer. */
    public NoticeSubject(
            NoticeScene scene,
            @Nullable OrderId orderId,
            @Nullable ParcelId parcel,
            int episode,
            @Nullable RefundId refundId) {
        this(scene, orderId, parcel, episode, refundId, null);
    }
}
