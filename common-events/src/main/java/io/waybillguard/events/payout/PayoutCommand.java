package io.waybillguard.events.payout;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.waybillguard.events.types.BuyerId;
import io.waybillguard.events.types.Checks;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.RefundId;
import io.waybillguard.events.types.ShopId;
import java.time.Instant;

/** What the engine asks of the payment side. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface PayoutCommand {

    /** The refund request. */
    RefundId refundId();

    /** The order it is about: the key of its topic. */
    OrderId orderId();

    /** When it happened, as told by whoever wrote the event. */
    Instant at();

    /**
     * Pay this refund, once.
     *
     * @param orderPaid what was paid for the order: refunds never exceed it
     */
    @JsonTypeName("refund.payout-requested.v1")
    record PayoutRequested(
            RefundId refundId,
            OrderId orderId,
            ShopId shopId,
            BuyerId buyerId,
            Money amount,
            Money orderPaid,
            Instant at)
            implements PayoutCommand {
        public PayoutRequested {
            Checks.required("refundId", refundId);
            Checks.required("orderId", orderId);
            Checks.required("shopId", shopId);
            Checks.required("buyerId", buyerId);
            Checks.required("amount", amount);
            Checks.required("orderPaid", orderPaid);
            Checks.required("at", at);
        }

        /** The idempotency key at the payment side: one per refund request, for ever. */
        @JsonIgnore
        public String idempotencyKey() {
            return "refund-" + refundId;
        }
    }
}
