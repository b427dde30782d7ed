package io.waybillguard.aftersales.refund;

import io.waybillguard.aftersales.refund.CaseEvent.DeadlineFell;
import io.waybillguard.aftersales.refund.CaseEvent.FactsChanged;
import io.waybillguard.aftersales.refund.RefundCase.CheckingAllowance;
import io.waybillguard.aftersales.refund.RefundCase.Closed;
import io.waybillguard.aftersales.refund.RefundCase.Intercepting;
import io.waybillguard.aftersales.refund.RefundCase.Manual;
import io.waybillguard.aftersales.refund.RefundCase.Paying;
import io.waybillguard.events.refund.CaseOutcome;
import io.waybillguard.events.types.ParcelId;

/**
 * Takes an interception back when its case is settled otherwise and the goods are the buyer's, or
 * on their way back by themselves. Where the money goes and the goods do not come back by
 * themselves (the shop agreed, the buyer is to refuse them), the courier may still stop them.
 */
final class LettingGo {

    private LettingGo() {}

    static Transition after(RefundCase before, CaseEvent event, Transition step) {
        ParcelId parcel = before.file().interception();
        return parcel != null && !before.file().stopped() && lets(before, event, step.next())
                ? step.followed(new Effect.LetGo(parcel))
                : step;
    }

    private static boolean lets(RefundCase before, CaseEvent event, RefundCase next) {
        if (next instanceof Closed closed && closed.outcome() == CaseOutcome.WITHDRAWN) {
            return !(before instanceof Closed);
        }
        boolean signedOrBack =
                next instanceof Manual
                        || next instanceof CheckingAllowance
                        || next instanceof Paying;
        boolean byNobody = event instanceof FactsChanged || event instanceof DeadlineFell;
        return before instanceof Intercepting && signedOrBack && byNobody;
    }
}
