package io.waybillguard.events.allowance;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.waybillguard.events.types.Checks;
import io.waybillguard.events.types.Money;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.RefundId;
import java.time.Instant;

/** Whether a rule alone may pay. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface AllowanceAnswer {

    /** The order it is about: the key of its topic. */
    OrderId orderId();

    /** The refund request. */
    RefundId refundId();

    /** Of the question. */
    Instant at();

    /** It may: both days had room, and count it now. */
    @JsonTypeName("refund.allowance-granted.v1")
    record AllowanceGranted(OrderId orderId, RefundId refundId, Instant at)
            implements AllowanceAnswer {
        public AllowanceGranted {
            Checks.required("orderId", orderId);
            Checks.required("refundId", refundId);
            Checks.required("at", at);
        }
    }

    /**
     * It may not: a person decides.
     *
     * @param by whose day has no room
     * @param spent of that day before
     * @param cap of that day
     */
    @JsonTypeName("refund.allowance-denied.v1")
    record AllowanceDenied(
            OrderId orderId, RefundId refundId, DayCap by, Money spent, Money cap, Instant at)
            implements AllowanceAnswer {
        public AllowanceDenied {
            Checks.required("orderId", orderId);
            Checks.required("refundId", refundId);
            Checks.required("by", by);
            Checks.required("spent", spent);
            Checks.required("cap", cap);
            Checks.required("at", at);
        }
    }
}
