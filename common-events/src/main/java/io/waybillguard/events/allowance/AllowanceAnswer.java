package io.waybillguard.events.allowance;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.waybillguard.events.types.Checks;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.RefundId;
import java.time.Instant;

/** What the books that are kept of shops and buyers answer. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface AllowanceAnswer {

    /** The order it is about: the key of its topic. */
    OrderId orderId();

    /** The refund request. */
    RefundId refundId();

    /** Of the question. */
    Instant at();

    /** Whether a rule alone may pay. */
    sealed interface OfDay extends AllowanceAnswer {

        /** Whose day answers. */
        DayCap of();

        /** Of the question. */
        int attempt();
    }

    /** It may, as far as this day goes, which counts it now. */
    @JsonTypeName("refund.allowance-granted.v1")
    record AllowanceGranted(DayCap of, OrderId orderId, RefundId refundId, int attempt, Instant at)
            implements OfDay {
        public AllowanceGranted {
            Checks.required("of", of);
            Checks.required("orderId", orderId);
            Checks.required("refundId", refundId);
            Checks.required("at", at);
        }
    }

    /**
     * It may not: a person decides.
     *
     * @param of whose day has no room
     * @param spent of that day before
     * @param cap of that day
     */
    @JsonTypeName("refund.allowance-denied.v1")
    record AllowanceDenied(
            DayCap of,
            OrderId orderId,
            RefundId refundId,
            int attempt,
            Money spent,
            Money cap,
            Instant at)
            implements OfDay {
        public AllowanceDenied {
            Checks.required("of", of);
            Checks.required("orderId", orderId);
            Checks.required("refundId", refundId);
            Checks.required("spent", spent);
            Checks.required("cap", cap);
            Checks.required("at", at);
        }
    }

    /**
     * How many refunds a buyer was paid by the shop.
     *
     * @param refunds paid after {@code since}, as far as is known at {@code at}
     */
    @JsonTypeName("refund.buyer-refunds-counted.v1")
    record BuyerRefundsCounted(
            OrderId orderId, RefundId refundId, int refunds, Instant since, Instant at)
            implements AllowanceAnswer {
        public BuyerRefundsCounted {
            Checks.required("orderId", orderId);
            Checks.required("refundId", refundId);
            Checks.required("since", since);
            Checks.required("at", at);
        }
    }
}
