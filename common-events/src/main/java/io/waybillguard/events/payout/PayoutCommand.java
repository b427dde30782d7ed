package io.waybillguard.events.payout;

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
            implements PayoutCommand, Payable {
        public PayoutRequested {
            Checks.required("refundId", refundId);
            Checks.required("orderId", orderId);
            Checks.required("shopId", shopId);
            Checks.required("buyerId", buyerId);
            Checks.required("amount", amount);
            Checks.required("orderPaid", orderPaid);
            Checks.required("at", at);
        }
    }

    /**
     * A person looked at a payout that was parked, and wants it paid: under the key it always had,
     * and only if the payment side does not know it.
     *
     * @param agent the opaque id of the person
     * @param reason the person's own words; of nobody else
     */
    @JsonTypeName("refund.payout-released.v1")
    record PayoutReleased(
            RefundId refundId,
            OrderId orderId,
            Money amount,
            Money orderPaid,
            String agent,
            String reason,
            Instant at)
            implements PayoutCommand, Payable {
        public PayoutReleased {
            Checks.required("refundId", refundId);
            Checks.required("orderId", orderId);
            Checks.required("amount", amount);
            Checks.required("orderPaid", orderPaid);
            agent = Checks.text("agent", agent, 512);
            reason = Checks.text("reason", reason, 512);
            Checks.required("at", at);
        }
    }

    /**
     * A person looked at a payout that was parked, and does not want it paid: the case goes back to
     * people.
     *
     * @param agent the opaque id of the person
     * @param reason the person's own words; of nobody else
     */
    @JsonTypeName("refund.payout-rejected.v1")
    record PayoutRejected(
            RefundId refundId, OrderId orderId, String agent, String reason, Instant at)
            implements PayoutCommand {
        public PayoutRejected {
            Checks.required("refundId", refundId);
            Checks.required("orderId", orderId);
            agent = Checks.text("agent", agent, 512);
            reason = Checks.text("reason", reason, 512);
            Checks.required("at", at);
        }
    }
}
