package io.waybillguard.aftersales.refund;

import io.waybillguard.aftersales.refund.RefundCase.AwaitingRejection;
import io.waybillguard.aftersales.refund.RefundCase.AwaitingReturn;
import io.waybillguard.aftersales.refund.RefundCase.CheckingAllowance;
import io.waybillguard.aftersales.refund.RefundCase.Closed;
import io.waybillguard.aftersales.refund.RefundCase.Intercepting;
import io.waybillguard.aftersales.refund.RefundCase.Manual;
import io.waybillguard.aftersales.refund.RefundCase.Offered;
import io.waybillguard.aftersales.refund.RefundCase.Paying;
import io.waybillguard.aftersales.refund.RefundCase.PayoutParked;
import io.waybillguard.aftersales.refund.RefundCase.ProvingParcels;
import io.waybillguard.aftersales.refund.RefundCase.ReturnOnTheWay;
import io.waybillguard.aftersales.refund.RefundCase.ReturnSigned;
import io.waybillguard.aftersales.refund.RefundCase.WaitingForHistory;
import io.waybillguard.aftersales.refund.RefundCase.WaitingForOrder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What comes of a case when nothing happens. */
final class CaseTimes {

    private CaseTimes() {}

    /** Its next deadline; null when none is. */
    static @Nullable Deadline deadline(RefundCase state) {
        return switch (state) {
            case WaitingForOrder waiting -> new Deadline(waiting.until(), false);
            case WaitingForHistory waiting -> new Deadline(waiting.until(), false);
            case Manual manual -> ofManual(manual);
            case Offered offered ->
                    new Deadline(
                            offered.reminded() ? offered.offer().expiresAt() : offered.remindAt(),
                            false);
            case Intercepting i ->
                    new Deadline(
                            i.askAt().isBefore(i.answerBy()) ? i.askAt() : i.answerBy(), false);
            case AwaitingRejection awaiting ->
                    awaiting.reminded()
                            ? new Deadline(awaiting.refundAt(), true)
                            : new Deadline(awaiting.remindAt(), false);
            case AwaitingReturn awaiting -> new Deadline(awaiting.giveBy(), false);
            case ReturnOnTheWay onTheWay -> new Deadline(onTheWay.arriveBy(), true);
            case ReturnSigned signed -> new Deadline(signed.confirmBy(), true);
            case ProvingParcels proving -> new Deadline(proving.since(), true);
            case CheckingAllowance checking -> new Deadline(checking.answerBy(), false);
            case Paying _, PayoutParked _, Closed _ -> null;
        };
    }

    private static @Nullable Deadline ofManual(Manual manual) {
        if (!manual.reminded()) {
            return new Deadline(manual.remindAt(), false);
        }
        return manual.overdue() ? null : new Deadline(manual.answerBy(), manual.silenceAgrees());
    }

    /** When it goes to another state by itself; null when it does not. */
    static @Nullable Instant movesAt(RefundCase state) {
        return switch (state) {
            case WaitingForOrder waiting -> waiting.until();
            case WaitingForHistory waiting -> waiting.until();
            case Manual manual ->
                    manual.silenceAgrees() && !manual.overdue() ? manual.answerBy() : null;
            case Offered offered -> offered.offer().expiresAt();
            case Intercepting intercepting -> intercepting.answerBy();
            case AwaitingRejection awaiting -> awaiting.refundAt();
            case AwaitingReturn awaiting -> awaiting.giveBy();
            case ReturnOnTheWay onTheWay -> onTheWay.arriveBy();
            case ReturnSigned signed -> signed.confirmBy();
            case CheckingAllowance checking -> checking.answerBy();
            case ProvingParcels _, Paying _, PayoutParked _, Closed _ -> null;
        };
    }
}
