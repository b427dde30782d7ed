package io.waybillguard.orders.query;

import io.waybillguard.events.refund.Actor;
import io.waybillguard.events.refund.CaseOutcome;
import io.waybillguard.events.refund.Decision;
import io.waybillguard.events.refund.RefundKind;
import io.waybillguard.events.refund.RefundReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A refund case in a list.
 *
 * @param kind of the request that is answered, as {@code amountFen} and {@code reason} are; before
 *     the first answer of the first request
 * @param requestedAt of the first request; null when the engine's word came before the request
 *     itself
 * @param state {@code REQUESTED} until the engine has decided, then its own
 * @param actor who must act next; null until decided
 * @param deadline when the case moves by itself
 * @param row the rule row that held
 */
public record CaseSummary(
        String refundId,
        String orderId,
        String shopId,
        String buyerId,
        @Nullable RefundKind kind,
        @Nullable Long amountFen,
        @Nullable RefundReason reason,
        @Nullable Instant requestedAt,
        String state,
        @Nullable Actor actor,
        @Nullable Instant deadline,
        @Nullable Decision decision,
        @Nullable String row,
        @Nullable Instant decidedAt,
        @Nullable CaseOutcome outcome,
        @Nullable Long paidFen,
        @Nullable Instant closedAt) {
    /** The state of a case that the engine has not spoken of. */
    public static final String REQUESTED = "REQUESTED";
}
