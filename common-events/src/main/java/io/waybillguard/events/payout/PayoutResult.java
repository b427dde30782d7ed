package io.waybillguard.events.payout;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.waybillguard.events.types.Checks;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.RefundId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What became of a payout. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface PayoutResult {

    /** The refund request. */
    RefundId refundId();

    /** The order it is about: the key of its topic. */
    OrderId orderId();

    /** The amount asked for. */
    Money amount();

    /** When it happened, as told by whoever wrote the event. */
    Instant at();

    /**
     * The payment side paid.
     *
     * @param paymentId its own reference
     */
    @JsonTypeName("refund.payout-paid.v1")
    record PayoutPaid(
            RefundId refundId, OrderId orderId, Money amount, String paymentId, Instant at)
            implements PayoutResult {
        public PayoutPaid {
            Checks.required("refundId", refundId);
            Checks.required("orderId", orderId);
            Checks.required("amount", amount);
            paymentId = Checks.text("paymentId", paymentId, 512);
            Checks.required("at", at);
        }
    }

    /** The payment side will not pay. */
    @JsonTypeName("refund.payout-declined.v1")
    record PayoutDeclined(
            RefundId refundId, OrderId orderId, Money amount, String reason, Instant at)
            implements PayoutResult {
        public PayoutDeclined {
            Checks.required("refundId", refundId);
            Checks.required("orderId", orderId);
            Checks.required("amount", amount);
            reason = Checks.text("reason", reason, 512);
            Checks.required("at", at);
        }
    }

    /**
     * Past the idempotency window and not to be found, or guarded: a person must look before
     * anything is paid.
     *
     * @param orderPaid what was paid for the order; null where it was parked before this was told
     */
    @JsonTypeName("refund.payout-parked.v1")
    record PayoutParked(
            RefundId refundId,
            OrderId orderId,
            Money amount,
            String reason,
            Instant at,
            @Nullable Money orderPaid)
            implements PayoutResult {
        public PayoutParked {
            Checks.required("refundId", refundId);
            Checks.required("orderId", orderId);
            Checks.required("amount", amount);
            reason = Checks.text("reason", reason, 512);
            Checks.required("at", at);
        }

        /** One that does not tell what was paid for the order. */
        public PayoutParked(
                RefundId refundId, OrderId orderId, Money amount, String reason, Instant at) {
            this(refundId, orderId, amount, reason, at, null);
        }
    }
}
