package io.waybillguard.notifier.notice;

import io.waybillguard.events.notice.SuppressedBecause;
import io.waybillguard.events.types.Checks;
import io.waybillguard.events.types.NoticeId;
import java.time.Instant;

/**
 * A planned message that must not be sent if it still waits.
 *
 * @param notAfter of the message: from then on the recall is of no use
 */
public record Recall(NoticeId noticeId, SuppressedBecause because, Instant notAfter) {
    public Recall {
        Checks.required("noticeId", noticeId);
        Checks.required("because", because);
        Checks.required("notAfter", notAfter);
    }
}
