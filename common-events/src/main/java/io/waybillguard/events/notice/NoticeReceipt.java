package io.waybillguard.events.notice;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.waybillguard.events.types.BuyerId;
import io.waybillguard.events.types.Checks;
import io.waybillguard.events.types.NoticeId;
import io.waybillguard.events.types.ShopId;
import java.time.Instant;
import java.util.List;

/** What became of messages. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface NoticeReceipt {

    /** The buyer: the key of its topic. */
    BuyerId buyerId();

    /** When it happened, as told by whoever wrote the event. */
    Instant at();

    /** The channel took it. */
    @JsonTypeName("notice.sent.v1")
    record NoticeSent(
            NoticeId noticeId,
            BuyerId buyerId,
            ShopId shopId,
            String channel,
            List<NoticeSubject> subjects,
            Instant at)
            implements NoticeReceipt {
        public NoticeSent {
            Checks.required("noticeId", noticeId);
            Checks.required("buyerId", buyerId);
            Checks.required("shopId", shopId);
            channel = Checks.text("channel", channel, 512);
            subjects = Checks.list(subjects);
            Checks.required("at", at);
        }
    }

    /** The channel did not take it; it is not tried again. */
    @JsonTypeName("notice.failed.v1")
    record NoticeFailed(
            NoticeId noticeId,
            BuyerId buyerId,
            ShopId shopId,
            String channel,
            List<NoticeSubject> subjects,
            String reason,
            Instant at)
            implements NoticeReceipt {
        public NoticeFailed {
            Checks.required("noticeId", noticeId);
            Checks.required("buyerId", buyerId);
            Checks.required("shopId", shopId);
            channel = Checks.text("channel", channel, 512);
            subjects = Checks.list(subjects);
            reason = Checks.text("reason", reason, 512);
            Checks.required("at", at);
        }
    }

    /** It was not worth or not allowed to be sent. */
    @JsonTypeName("notice.suppressed.v1")
    record NoticeSuppressed(
            BuyerId buyerId,
            ShopId shopId,
            NoticeSubject subject,
            SuppressedBecause because,
            Instant at)
            implements NoticeReceipt {
        public NoticeSuppressed {
            Checks.required("buyerId", buyerId);
            Checks.required("shopId", shopId);
            Checks.required("subject", subject);
            Checks.required("because", because);
            Checks.required("at", at);
        }
    }
}
