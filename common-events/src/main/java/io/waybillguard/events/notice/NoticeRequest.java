package io.waybillguard.events.notice;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.waybillguard.events.types.BuyerId;
import io.waybillguard.events.types.Checks;
import io.waybillguard.events.types.NoticeId;
import io.waybillguard.events.types.ShopId;
import java.time.Instant;

/** Messages asked for, and what buyers wish. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface NoticeRequest {

    /** The buyer: the key of its topic. */
    BuyerId buyerId();

    /** When it happened, as told by whoever wrote the event. */
    Instant at();

    /**
     * A campaign or a service wants a buyer told.
     *
     * @param text ready to read; empty: the scene's template
     */
    @JsonTypeName("notice.requested.v1")
    record NoticeRequested(
            NoticeId noticeId,
            BuyerId buyerId,
            ShopId shopId,
            NoticeSubject subject,
            String text,
            Instant at)
            implements NoticeRequest {
        public NoticeRequested {
            Checks.required("noticeId", noticeId);
            Checks.required("buyerId", buyerId);
            Checks.required("shopId", shopId);
            Checks.required("subject", subject);
            text = Checks.text("text", text, 2000);
            Checks.required("at", at);
        }
    }

    /** No more messages, but those the law or a refund needs. */
    @JsonTypeName("notice.buyer-opted-out.v1")
    record BuyerOptedOut(BuyerId buyerId, Instant at) implements NoticeRequest {
        public BuyerOptedOut {
            Checks.required("buyerId", buyerId);
            Checks.required("at", at);
        }
    }

    /** Messages are welcome again. */
    @JsonTypeName("notice.buyer-opted-in.v1")
    record BuyerOptedIn(BuyerId buyerId, Instant at) implements NoticeRequest {
        public BuyerOptedIn {
            Checks.required("buyerId", buyerId);
            Checks.required("at", at);
        }
    }
}
