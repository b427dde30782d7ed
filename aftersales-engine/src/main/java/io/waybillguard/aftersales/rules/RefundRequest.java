package io.waybillguard.aftersales.rules;

import io.waybillguard.events.refund.AftersalesRequest.RefundRequested;
import io.waybillguard.events.refund.RefundKind;
import io.waybillguard.events.refund.RefundReason;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.RefundId;
import java.time.Instant;
import java.util.List;

/**
 * What a buyer asked for.
 *
 * @param askedAt when the request reached the platform, by the broker's clock
 */
public record RefundRequest(
        RefundId id,
        RefundKind kind,
        Money amount,
        RefundReason reason,
        List<String> evidence,
        Instant askedAt) {

    /** The request of an event that was appended at {@code askedAt}. */
    public static RefundRequest of(RefundRequested asked, Instant askedAt) {
        return new RefundRequest(
                asked.refundId(),
                asked.kind(),
                asked.amount(),
                asked.reason(),
                asked.evidence(),
                askedAt);
    }

    /** Whether both ask for the same, whenever they did. */
    public boolean asksTheSame(RefundRequest other) {
        return id.equals(other.id)
                && kind == other.kind
                && amount.equals(other.amount)
                && reason == other.reason
                && evidence.equals(other.evidence);
    }
}
