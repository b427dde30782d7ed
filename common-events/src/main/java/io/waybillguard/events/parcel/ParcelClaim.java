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
import org.jspecify.annotations.Nullable;

/**
 * What an order says about a parcel, brought to the parcel's own partition: internal to the
 * tracker.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface ParcelClaim {

    /** The parcel; its waybill number keys the topic. */
    ParcelId parcel();

    /** The order it is about. */
    OrderId orderId();

    /**
     * An order says that this parcel is its own.
     *
     * @param destination null when nobody told it: a return goes to the shop
     */
    @JsonTypeName("tracker.parcel-claimed.v1")
    record ParcelClaimed(
            ParcelId parcel,
            OrderId orderId,
            ShopId shopId,
            BuyerId buyerId,
            ParcelRole role,
            String platform,
            String service,
            @Nullable Region destination,
            Instant shippedAt)
            implements ParcelClaim {

        /** How earlier writers put that nobody told the destination. */
        private static final String UNTOLD = "-";

        public ParcelClaimed {
            Checks.required("parcel", parcel);
            Checks.required("orderId", orderId);
            Checks.required("shopId", shopId);
            Checks.required("buyerId", buyerId);
            Checks.required("role", role);
            platform = Checks.text("platform", platform, 512);
            service = Checks.text("service", service, 512);
            destination =
                    destination == null || destination.province().equals(UNTOLD)
                            ? null
                            : destination;
            Checks.required("shippedAt", shippedAt);
        }
    }

    /** The order that sent it no longer claims it: a wrong number, or called back. */
    @JsonTypeName("tracker.parcel-released.v1")
    record ParcelReleased(ParcelId parcel, OrderId orderId, Instant at) implements ParcelClaim {
        public ParcelReleased {
            Checks.required("parcel", parcel);
            Checks.required("orderId", orderId);
            Checks.required("at", at);
        }
    }

    /**
     * The order that sent it waits for it no longer: the buyer has it, or the order is closed. It
     * is still told where the parcel stands, but of no stall.
     */
    @JsonTypeName("tracker.parcel-settled.v1")
    record ParcelSettled(ParcelId parcel, OrderId orderId, Instant at) implements ParcelClaim {
        public ParcelSettled {
            Checks.required("parcel", parcel);
            Checks.required("orderId", orderId);
            Checks.required("at", at);
        }
    }
}
