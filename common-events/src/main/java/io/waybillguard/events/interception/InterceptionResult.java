package io.waybillguard.events.interception;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.waybillguard.events.types.Checks;
import io.waybillguard.events.types.InterceptionId;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.events.types.RefundId;
import java.time.Instant;

/** What couriers answered. Accepted is not successful, successful is not back. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface InterceptionResult {

    /** The courier knows it under this id. */
    InterceptionId interceptionId();

    /** The refund request. */
    RefundId refundId();

    /** The order it is about: the key of its topic. */
    OrderId orderId();

    /** The parcel to stop. */
    ParcelId parcel();

    /** When it happened, as told by whoever wrote the event. */
    Instant at();

    /** The courier will try. */
    @JsonTypeName("courier.interception-accepted.v1")
    record InterceptionAccepted(
            InterceptionId interceptionId,
            RefundId refundId,
            OrderId orderId,
            ParcelId parcel,
            Instant at)
            implements InterceptionResult {
        public InterceptionAccepted {
            Checks.required("interceptionId", interceptionId);
            Checks.required("refundId", refundId);
            Checks.required("orderId", orderId);
            Checks.required("parcel", parcel);
            Checks.required("at", at);
        }
    }

    /** The parcel is stopped. */
    @JsonTypeName("courier.interception-succeeded.v1")
    record InterceptionSucceeded(
            InterceptionId interceptionId,
            RefundId refundId,
            OrderId orderId,
            ParcelId parcel,
            Instant at)
            implements InterceptionResult {
        public InterceptionSucceeded {
            Checks.required("interceptionId", interceptionId);
            Checks.required("refundId", refundId);
            Checks.required("orderId", orderId);
            Checks.required("parcel", parcel);
            Checks.required("at", at);
        }
    }

    /**
     * It will not be stopped.
     *
     * @param reason the courier's code
     */
    @JsonTypeName("courier.interception-failed.v1")
    record InterceptionFailed(
            InterceptionId interceptionId,
            RefundId refundId,
            OrderId orderId,
            ParcelId parcel,
            String reason,
            Instant at)
            implements InterceptionResult {
        public InterceptionFailed {
            Checks.required("interceptionId", interceptionId);
            Checks.required("refundId", refundId);
            Checks.required("orderId", orderId);
            Checks.required("parcel", parcel);
            reason = Checks.text("reason", reason, 512);
            Checks.required("at", at);
        }
    }

    /**
     * Nobody can say yet.
     *
     * @param detail what was tried
     */
    @JsonTypeName("courier.interception-unknown.v1")
    record InterceptionUnknown(
            InterceptionId interceptionId,
            RefundId refundId,
            OrderId orderId,
            ParcelId parcel,
            String detail,
            Instant at)
            implements InterceptionResult {
        public InterceptionUnknown {
            Checks.required("interceptionId", interceptionId);
            Checks.required("refundId", refundId);
            Checks.required("orderId", orderId);
            Checks.required("parcel", parcel);
            detail = Checks.text("detail", detail, 512);
            Checks.required("at", at);
        }
    }

    /**
     * The courier cannot be reached, and the command waits for it.
     *
     * @param detail why
     */
    @JsonTypeName("courier.interception-waiting.v1")
    record InterceptionWaiting(
            InterceptionId interceptionId,
            RefundId refundId,
            OrderId orderId,
            ParcelId parcel,
            String detail,
            Instant at)
            implements InterceptionResult {
        public InterceptionWaiting {
            Checks.required("interceptionId", interceptionId);
            Checks.required("refundId", refundId);
            Checks.required("orderId", orderId);
            Checks.required("parcel", parcel);
            detail = Checks.text("detail", detail, 512);
            Checks.required("at", at);
        }
    }
}
