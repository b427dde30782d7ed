package io.waybillguard.aftersales.backtest;

import io.waybillguard.aftersales.order.OrderFacts;
import io.waybillguard.aftersales.refund.Dossier;
import io.waybillguard.aftersales.refund.Message;
import io.waybillguard.aftersales.refund.Outcome;
import io.waybillguard.aftersales.refund.ProvenNow;
import io.waybillguard.aftersales.refund.RefundCase;
import io.waybillguard.aftersales.refund.RefundDesk;
import io.waybillguard.events.allowance.AllowanceAnswer.BuyerRefundsCounted;
import io.waybillguard.events.policy.ShopPolicy;
import io.waybillguard.events.refund.Actor;
import io.waybillguard.events.refund.AftersalesEvent.RefundDecided;
import io.waybillguard.events.refund.AftersalesRequest.RefundRequested;
import io.waybillguard.events.refund.CaseState;
import io.waybillguard.events.refund.Decision;
import io.waybillguard.events.refund.Explanation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What would be decided of a request, and what comes next.
 *
 * @param actor who must act next
 * @param movesAt when the case would move by itself; null when it would not
 */
public record Foreseen(
        Decision decision,
        String row,
        int policyVersion,
        CaseState state,
        Actor actor,
        @Nullable Instant movesAt,
        Explanation explanation) {

    /**
     * The answer to a request on an order without other requests, all at {@code now}.
     *
     * @param buyer what the book of shop and buyer says; null: nothing in time
     * @throws IllegalArgumentException when the order is not known enough to be decided on
     */
    public static Foreseen of(
            RefundDesk desk,
            OrderFacts facts,
            RefundRequested request,
            ShopPolicy policy,
            @Nullable BuyerRefundsCounted buyer,
            Instant now) {
        Dossier before = new Dossier(facts, List.of(), 0);
        Outcome outcome = desk.asked(before, request, _ -> policy, now);
        RefundCase opened = outcome.dossier().find(request.refundId());
        while (opened instanceof RefundCase.WaitingForHistory waiting) {
            Dossier asked = outcome.dossier();
            ProvenNow silent = new ProvenNow(waiting.until(), waiting.until());
            outcome =
                    buyer == null
                            ? desk.due(asked, _ -> policy, silent)
                            : desk.answered(asked, buyer, _ -> policy, now);
            opened = outcome.dossier().find(request.refundId());
        }
        for (Message message : outcome.messages()) {
            if (opened != null && message instanceof Message.Published(RefundDecided decided)) {
                return new Foreseen(
                        decided.decision(),
                        decided.row(),
                        policy.version(),
                        opened.state(),
                        opened.actor(),
                        opened.movesAt(),
                        decided.explanation());
            }
        }
        throw new IllegalArgumentException("order is not known enough");
    }
}
