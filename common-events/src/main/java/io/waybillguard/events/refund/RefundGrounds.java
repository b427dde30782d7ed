package io.waybillguard.events.refund;

import io.waybillguard.events.types.Checks;
import java.util.List;

/**
 * What a refund request says besides its kind and amount.
 *
 * @param evidence addresses of pictures or documents
 * @param lines the items it is about; none for the order as a whole
 */
public record RefundGrounds(RefundReason reason, List<String> evidence, List<RefundLine> lines) {
    public RefundGrounds {
        Checks.required("reason", reason);
        evidence = Asked.evidence(evidence);
        lines = Checks.list("lines", lines, Asked.LINES_AT_MOST);
    }
}
