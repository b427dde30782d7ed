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
 * @param forPeople no rule decides it any more, and no silence: people must
 */
public record RefundFile(
        RefundRequest request,
        @Nullable Decision decision,
        String row,
        @Nullable ParcelId interception,
        boolean stopped,
        boolean declined,
        boolean forPeople) {

    static RefundFile of(RefundRequest request) {
        return new RefundFile(request, null, "", null, false, false, false);
    }

    RefundFile answered(Decision answer, String byRow) {
        return new RefundFile(request, answer, byRow, interception, stopped, declined, forPeople);
    }

    RefundFile asked(ParcelId parcel) {
        return new RefundFile(request, decision, row, parcel, stopped, declined, forPeople);
    }

    RefundFile stoppedByCourier() {
        return new RefundFile(request, decision, row, interception, true, declined, forPeople);
    }

    RefundFile declinedByPayment() {
        return new RefundFile(request, decision, row, interception, stopped, true, forPeople);
    }

    RefundFile handedToPeople() {
        return new RefundFile(request, decision, row, interception, stopped, declined, true);
    }

    /** Its answer stands until a person gives another. */
    boolean settledByPeople() {
        return declined || forPeople;
    }

    RefundId id() {
        return request.id();
    }
}
