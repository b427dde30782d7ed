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

    /** Whose day answers. */
    DayCap of();

    /** Of the question. */
    int attempt();

    /** Of the question. */
    Instant at();

    /** It may, as far as this day goes, which counts it now. */
    @JsonTypeName("refund.allowance-granted.v1")
    record AllowanceGranted(DayCap of, OrderId orderId, RefundId refundId, int attempt, Instant at)
            implements AllowanceAnswer {
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
            implements AllowanceAnswer {
        public AllowanceDenied {
            Checks.required("of", of);
            Checks.required("orderId", orderId);
            Checks.required("refundId", refundId);
            Checks.required("spent", spent);
            Checks.required("cap", cap);
            Checks.required("at", at);
        }
    }
}
