package io.waybillguard.orders.query;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.waybillguard.events.refund.AftersalesEvent;
import io.waybillguard.events.refund.AftersalesRequest;
import io.waybillguard.events.refund.Explanation;
import io.waybillguard.events.refund.Offer;
import io.waybillguard.events.refund.RefundLine;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything known of one refund case.
 *
 * @param evidence of the request that is answered
 * @param explanation of the decision that holds
 * @param lines the items that the answered request is about; none for the order as a whole
 * @param asked what the buyer asked for, the first and every change of it, in order
 * @param offer what the shop offers, while the buyer is to answer
 * @param moves every word of the engine, in order: decisions with their explanations, moves,
 *     reminders, the end
 * @param acts what buyer and shop did
 */
public record CaseView(
        @JsonUnwrapped CaseSummary summary,
        List<String> evidence,
        @Nullable Explanation explanation,
        List<RefundLine> lines,
        List<RequestView> asked,
        @Nullable Offer offer,
        List<AftersalesEvent> moves,
        List<AftersalesRequest> acts,
        @Nullable InterceptionView interception,
        @Nullable PayoutView payout) {

    /**
     * The courier's latest answer.
     *
     * @param state ACCEPTED, SUCCEEDED, FAILED or UNKNOWN
     */
    public record InterceptionView(
            String interceptionId,
            String courier,
            String waybill,
            String state,
            String detail,
            Instant at) {}

    /**
     * The payment side's latest answer.
     *
     * @param outcome PAID, DECLINED or PARKED
     * @param detail the payment's reference, or why not
     */
    public record PayoutView(String outcome, long amountFen, String detail, Instant at) {}
}
