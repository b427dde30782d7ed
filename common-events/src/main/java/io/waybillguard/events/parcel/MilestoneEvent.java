package io.waybillguard.events.parcel;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.waybillguard.events.types.BuyerId;
import io.waybillguard.events.types.Checks;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.ShopId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happened to an order's parcels. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface MilestoneEvent {

    /** The order it is about: the key of its topic. */
    OrderId orderId();

    /** The shop. */
    ShopId shopId();

    /** The buyer. */
    BuyerId buyerId();

    /** When it happened, as told by whoever wrote the event. */
    Instant at();

    /**
     * A parcel's stage changed.
     *
     * @param previous the stage before; null at the first
     * @param revision rises by one per event of this parcel, over all its topics
     */
    @JsonTypeName("parcel.milestone-reached.v1")
    record MilestoneReached(
            OrderId orderId,
            ShopId shopId,
            BuyerId buyerId,
            ParcelSnapshot parcel,
            @Nullable Stage previous,
            long revision,
            Instant at)
            implements MilestoneEvent {
        public MilestoneReached {
            Checks.required("orderId", orderId);
            Checks.required("shopId", shopId);
            Checks.required("buyerId", buyerId);
            Checks.required("parcel", parcel);
            Checks.required("at", at);
        }
    }
}
