package io.waybillguard.notifier.notice;

import io.waybillguard.events.notice.NoticeReceipt.NoticeSuppressed;
import io.waybillguard.events.notice.PlannedNotice.NoticePlanned;
import java.util.List;

/** The buyer afterwards, and what leaves. */
public record Outcome(Buyer buyer, List<NoticePlanned> planned, List<NoticeSuppressed> suppressed) {

    public Outcome {
        planned = List.copyOf(planned);
        suppressed = List.copyOf(suppressed);
    }

    static Outcome of(Buyer buyer) {
        return new Outcome(buyer, List.of(), List.of());
    }

    static Outcome suppressing(Buyer buyer, List<NoticeSuppressed> suppressed) {
        return new Outcome(buyer, List.of(), suppressed);
    }
}
