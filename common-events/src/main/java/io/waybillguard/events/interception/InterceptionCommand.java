package io.waybillguard.events.interception;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.waybillguard.events.types.Checks;
import io.waybillguard.events.types.InterceptionId;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.events.types.RefundId;
import io.waybillguard.events.types.ShopId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the engine asks of couriers. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface InterceptionCommand {

    /** The courier knows it under this id. */
    InterceptionId interceptionId();

    /** The refund request. */
    RefundId refundId();

    /** The order it is about: the key of its topic. */
    OrderId orderId();

    /** The parcel to stop. */
    ParcelId parcel();

    /** On whose account. */
    ShopId shopId();

    /** When it happened, as told by whoever wrote the event. */
    Instant at();

    /** Stop this parcel and bring it back to the sender. */
    @JsonTypeName("courier.interception-requested.v1")
    record InterceptionRequested(
            InterceptionId interceptionId,
            RefundId refundId,
            OrderId orderId,
            ParcelId parcel,
            ShopId shopId,
            Instant at)
            implements InterceptionCommand {
        public InterceptionRequested {
            Checks.required("interceptionId", interceptionId);
            Checks.required("refundId", refundId);
            Checks.required("orderId", orderId);
            Checks.required("parcel", parcel);
            Checks.required("shopId", shopId);
            Checks.required("at", at);
        }
    }

    /**
     * No answer came: ask what became of it. Never a new request.
     *
     * @param requestedAt when it was first asked for; null where that was not kept
     */
    @JsonTypeName("courier.interception-queried.v1")
    record InterceptionQueried(
            InterceptionId interceptionId,
            RefundId refundId,
            OrderId orderId,
            ParcelId parcel,
            ShopId shopId,
            Instant at,
            @Nullable Instant requestedAt)
            implements InterceptionCommand {
        public InterceptionQueried {
            Checks.required("interceptionId", interceptionId);
            Checks.required("refundId", refundId);
            Checks.required("orderId", orderId);
            Checks.required("parcel", parcel);
            Checks.required("shopId", shopId);
            Checks.required("at", at);
        }
    }

    /**
     * The case was settled otherwise: let the parcel go on, where that can be asked for. No answer
     * is wanted; an outcome that comes all the same is told as ever.
     */
    @JsonTypeName("courier.interception-cancelled.v1")
    record InterceptionCancelled(
            InterceptionId interceptionId,
            RefundId refundId,
            OrderId orderId,
            ParcelId parcel,
            ShopId shopId,
            Instant at)
            implements InterceptionCommand {
        public InterceptionCancelled {
            Checks.required("interceptionId", interceptionId);
            Checks.required("refundId", refundId);
            Checks.required("orderId", orderId);
            Checks.required("parcel", parcel);
            Checks.required("shopId", shopId);
            Checks.required("at", at);
        }
    }
}
