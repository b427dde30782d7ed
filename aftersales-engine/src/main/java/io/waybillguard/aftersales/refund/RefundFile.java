package io.waybillguard.aftersales.refund;

import io.waybillguard.aftersales.rules.RefundRequest;
import io.waybillguard.events.refund.Decision;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.events.types.RefundId;
import org.jspecify.annotations.Nullable;

/**
 * What a case remembers whatever its state.
 *
 * @param decision the answer that holds; null before the first
 * @param row the rule row that gave it; empty before the first
 * @param interception the parcel a courier was asked to stop; null when none ever was
 * @param stopped the courier said that it did
 * @param declined the payment side refused to pay once
 */
public record RefundFile(
        RefundRequest request,
        @Nullable Decision decision,
        String row,
        @Nullable ParcelId interception,
        boolean stopped,
        boolean declined) {

    static RefundFile of(RefundRequest request) {
        return new RefundFile(request, null, "", null, false, false);
    }

    RefundFile answered(Decision answer, String byRow) {
        return new RefundFile(request, answer, byRow, interception, stopped, declined);
    }

    RefundFile asked(ParcelId parcel) {
        return new RefundFile(request, decision, row, parcel, stopped, declined);
    }

    RefundFile stoppedByCourier() {
        return new RefundFile(request, decision, row, interception, true, declined);
    }

    RefundFile declinedByPayment() {
        return new RefundFile(request, decision, row, interception, stopped, true);
    }

    RefundId id() {
        return request.id();
    }
}
