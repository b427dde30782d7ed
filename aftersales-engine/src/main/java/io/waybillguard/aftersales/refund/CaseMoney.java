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
import io.waybillguard.events.refund.CaseOutcome;
import io.waybillguard.events.types.Money;

/** What a case means for the money of its order. */
final class CaseMoney {

    private CaseMoney() {}

    /** The payment side was told to pay, and did not refuse. */
    static boolean commanded(RefundCase state) {
        return switch (state) {
            case Paying _, PayoutParked _ -> true;
            case Closed closed -> closed.outcome() == CaseOutcome.REFUNDED;
            case WaitingForOrder _,
                    WaitingForHistory _,
                    Manual _,
                    Offered _,
                    Intercepting _,
                    AwaitingRejection _,
                    AwaitingReturn _,
                    ReturnOnTheWay _,
                    ReturnSigned _,
                    ProvingParcels _,
                    CheckingAllowance _ ->
                    false;
        };
    }

    /** The buyer was promised the money, under some condition or none. */
    static boolean promised(RefundCase state) {
        return switch (state) {
            case Offered _,
                    Intercepting _,
                    AwaitingRejection _,
                    AwaitingReturn _,
                    ReturnOnTheWay _,
                    ReturnSigned _,
                    ProvingParcels _,
                    CheckingAllowance _ ->
                    true;
            case WaitingForOrder _,
                    WaitingForHistory _,
                    Manual _,
                    Paying _,
                    PayoutParked _,
                    Closed _ ->
                    commanded(state);
        };
    }

    /** What it takes, or may take, of the money paid for the order. */
    static Money claim(RefundCase state) {
        return switch (state) {
            case Offered offered when !offered.before().promised() ->
                    offered.offer().amount() == null ? Money.ZERO : offered.offer().amount();
            case WaitingForOrder _,
                    WaitingForHistory _,
                    Manual _,
                    Offered _,
                    Intercepting _,
                    AwaitingRejection _,
                    AwaitingReturn _,
                    ReturnOnTheWay _,
                    ReturnSigned _,
                    ProvingParcels _,
                    CheckingAllowance _,
                    Paying _,
                    PayoutParked _,
                    Closed _ ->
                    state.file().toPay();
        };
    }
}
