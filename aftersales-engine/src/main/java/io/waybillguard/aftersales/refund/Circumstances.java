package io.waybillguard.aftersales.refund;

import io.waybillguard.aftersales.order.OrderFacts;
import io.waybillguard.events.allowance.DayCap;
import io.waybillguard.events.types.Money;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * What a step of a case may look at besides its state and the event.
 *
 * @param commanded what the payment side was told to pay for the order's other requests
 * @param table what the refund table answers now
 * @param capped whose days must allow what a rule alone pays
 */
record Circumstances(
        OrderFacts order,
        Money commanded,
        Function<RefundFile, Ruling> table,
        CaseTerms terms,
        List<DayCap> capped,
        Instant now) {

    Ruling rule(RefundFile file) {
        return table.apply(file);
    }

    /** The refund can be paid without exceeding what was paid for the order. */
    boolean payable(RefundFile file) {
        Money paid = order.paid();
        return !commanded.isOver(paid) && !file.toPay().isOver(paid.minusOrZero(commanded));
    }
}
