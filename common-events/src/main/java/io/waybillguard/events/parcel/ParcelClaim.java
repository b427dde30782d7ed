package io.waybillguard.events.parcel;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.waybillguard.events.types.BuyerId;
import io.waybillguard.events.types.Checks;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.events.types.Region;
import io.waybillguard.events.types.ShopId;
import java.time.Instant;

/**
 * What an order says about a parcel, brought to the parcel's own partition: internal to the
 * tracker.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface ParcelClaim {

    /** The parcel; its waybill number keys the topic. */
    ParcelId parcel();

    /** The order it is about: the key of its topic. */
    OrderId orderId();

    /** An order says that this parcel is its own. */
    @JsonTypeName("tracker.parcel-claimed.v1")
    record ParcelClaimed(
            ParcelId parcel,
            OrderId orderId,
            ShopId shopId,
            BuyerId buyerId,
            ParcelRole role,
            String platform,
            String service,
            Region destination,
            Instant shippedAt)
            implements ParcelClaim {
        public ParcelClaimed {
            Checks.required("parcel", parcel);
            Checks.required("orderId", orderId);
            Checks.required("shopId", shopId);
            Checks.required("buyerId", buyerId);
            Checks.required("role", role);
            platform = Checks.text("platform", platform, 512);
            service = Checks.text("service", service, 512);
            Checks.required("destination", destination);
            Checks.required("shippedAt", shippedAt);
        }
    }

    /** The order no longer claims it. */
    @JsonTypeName("tracker.parcel-released.v1")
    record ParcelReleased(ParcelId parcel, OrderId orderId, Instant at) implements ParcelClaim {
        public ParcelReleased {
            Checks.required("parcel", parcel);
            Checks.required("orderId", orderId);
            Checks.required("at", at);
        }
    }
}
