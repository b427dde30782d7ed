package io.waybillguard.events.notice;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.waybillguard.events.policy.Language;
import io.waybillguard.events.types.BuyerId;
import io.waybillguard.events.types.Checks;
import io.waybillguard.events.types.NoticeId;
import io.waybillguard.events.types.ShopId;
import java.time.Instant;
import java.util.List;

/** Messages ready to go. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface PlannedNotice {

    /** The channel's idempotency key. */
    NoticeId noticeId();

    /** The buyer: the key of its topic. */
    BuyerId buyerId();

    /** When it happened, as told by whoever wrote the event. */
    Instant at();

    /**
     * One message, perhaps about several parcels.
     *
     * @param text as the buyer will read it
     * @param notAfter stale from then on
     */
    @JsonTypeName("notice.planned.v1")
    record NoticePlanned(
            NoticeId noticeId,
            BuyerId buyerId,
            ShopId shopId,
            List<NoticeSubject> subjects,
            Language language,
            String text,
            Instant notAfter,
            Instant at)
            implements PlannedNotice {
        public NoticePlanned {
            Checks.required("noticeId", noticeId);
            Checks.required("buyerId", buyerId);
            Checks.required("shopId", shopId);
            subjects = Checks.list(subjects);
            Checks.required("language", language);
            text = Checks.text("text", text, 2000);
            Checks.required("notAfter", notAfter);
            Checks.required("at", at);
        }
    }
}
