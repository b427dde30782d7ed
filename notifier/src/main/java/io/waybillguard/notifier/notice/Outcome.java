package io.waybillguard.notifier.notice;

import io.waybillguard.events.notice.NoticeReceipt.NoticeSuppressed;
import io.waybillguard.events.notice.PlannedNotice.NoticePlanned;
import java.util.List;

/** The buyer afterwards, and what leaves. */
public record Outcome(
        Buyer buyer,
        List<NoticePlanned> planned,
        List<NoticeSuppressed> suppressed,
        List<Recall> recalled) {

    public Outcome {
        planned = List.copyOf(planned);
        suppressed = List.copyOf(suppressed);
        recalled = List.copyOf(recalled);
    }

    static Outcome of(Buyer buyer) {
        return new Outcome(buyer, List.of(), List.of(), List.of());
    }

    Outcome recalling(List<Recall> messages) {
        return new Outcome(buyer, planned, suppressed, messages);
    }

    static Outcome suppressing(Buyer buyer, List<NoticeSuppressed> suppressed) {
        return new Outcome(buyer, List.of(), suppressed, List.of());
    }
}
