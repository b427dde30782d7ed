package io.waybillguard.aftersales.rules;

import io.waybillguard.events.refund.AftersalesRequest.RefundChanged;
import io.waybillguard.events.refund.AftersalesRequest.RefundRequested;
import io.waybillguard.events.refund.RefundKind;
import io.waybillguard.events.refund.RefundLine;
import io.waybillguard.events.refund.RefundReason;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.RefundId;
import java.time.Instant;
import java.util.List;

/**
 * What a buyer asked for.
 *
 * @param lines the items it is about; none for the order as a whole
 * @param askedAt when the request reached the platform, by the broker's clock
 */
public record RefundRequest(
        RefundId id,
        RefundKind kind,
        Money amount,
        RefundReason reason,
        List<String> evidence,
        List<RefundLine> lines,
        Instant askedAt) {

    public RefundRequest {
        lines = lines == null ? List.of() : List.copyOf(lines);
    }

    /** For the order as a whole. */
    public RefundRequest(
            RefundId id,
            RefundKind kind,
            Money amount,
            RefundReason reason,
            List<String> evidence,
            Instant askedAt) {
        this(id, kind, amount, reason, evidence, List.of(), askedAt);
    }

    /** The request of an event that was appended at {@code askedAt}. */
    public static RefundRequest of(RefundRequested asked, Instant askedAt) {
        return new RefundRequest(
                asked.refundId(),
                asked.kind(),
                asked.amount(),
                asked.reason(),
                asked.evidence(),
                asked.lines(),
                askedAt);
    }

    /** What is asked for by now, first asked for at {@code askedAt}. */
    public static RefundRequest of(RefundChanged asked, Instant askedAt) {
        return new RefundRequest(
                asked.refundId(),
                asked.kind(),
                asked.amount(),
                asked.reason(),
                asked.evidence(),
                asked.lines(),
                askedAt);
    }

    /** Whether both ask for the same, whenever they did. */
    public boolean asksTheSame(RefundRequest other) {
        return id.equals(other.id)
                && kind == other.kind
                && amount.equals(other.amount)
                && reason == other.reason
                && evidence.equals(other.evidence)
                && lines.equals(other.lines);
    }
}
