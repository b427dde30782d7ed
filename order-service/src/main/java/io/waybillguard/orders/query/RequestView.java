package io.waybillguard.orders.query;

import io.waybillguard.events.refund.RefundKind;
import io.waybillguard.events.refund.RefundLine;
import io.waybillguard.events.refund.RefundReason;
import java.time.Instant;
import java.util.List;

/**
 * What a buyer asked for once.
 *
 * @param evidence addresses of pictures or documents
 * @param lines the items it is about; none for the order as a whole
 */
public record RequestView(
        RefundKind kind,
        long amountFen,
        RefundReason reason,
        List<String> evidence,
        List<RefundLine> lines,
        Instant at,
        Standing standing) {

    /** How a request stands to what is decided. */
    public enum Standing {
        /** The case is about it. */
        CURRENT,
        /** Something else is asked for by now. */
        EARLIER,
        /**
         * The engine has not answered it: it has not read it yet, or it came too late to change
         * anything.
         */
        UNANSWERED
    }
}
