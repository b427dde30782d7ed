package io.waybillguard.aftersales.allowance;

import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.RefundId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What was granted, by day. */
public interface Ledger {

    /** All of a day, of whom {@code purse} names. */
    Money spent(String purse, Instant day);

    /** What was granted to a request; null when nothing was. */
    @Nullable Money granted(String purse, Instant day, RefundId refund);

    /**
     * Notes what is granted to a request, and all of the day.
     *
     * @param amount null when nothing is any more
     */
    void note(String purse, Instant day, RefundId refund, @Nullable Money amount, Money spent);
}
