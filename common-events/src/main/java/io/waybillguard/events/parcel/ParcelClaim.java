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
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is said about a parcel elsewhere, brought to the parcel's own partition: internal to the
 * tracker.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface ParcelClaim {

    /** The parcel; its waybill number keys the topic. */
    ParcelId parcel();

    /** What an order says. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    sealed interface OfOrder {

        /** The parcel, by the id that the order gave it. */
        ParcelId parcel();

        /** The order. */
        OrderId orderId();
    }

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
            implements ParcelClaim, OfOrder {

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

        /** The same claim on the parcel under another id. */
        public ParcelClaimed under(ParcelId id) {
            return new ParcelClaimed(
                    id, orderId, shopId, buyerId, role, platform, service, destination, shippedAt);
        }
    }

    /** The order that sent it no longer claims it: a wrong number, or called back. */
    @JsonTypeName("tracker.parcel-released.v1")
    record ParcelReleased(ParcelId parcel, OrderId orderId, Instant at)
            implements ParcelClaim, OfOrder {
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
    record ParcelSettled(ParcelId parcel, OrderId orderId, Instant at)
            implements ParcelClaim, OfOrder {
        public ParcelSettled {
            Checks.required("parcel", parcel);
            Checks.required("orderId", orderId);
            Checks.required("at", at);
        }
    }

    /**
     * A parcel went on as this one: all or some of what is known of it.
     *
     * @param parcel the one that it now is
     * @param path the parcels it has been, itself first
     * @param state of the first of them, as the tracker stores a parcel, in Base64
     */
    @JsonTypeName("tracker.parcel-passed-on.v1")
    record ParcelPassedOn(ParcelId parcel, List<ParcelId> path, String state, Instant at)
            implements ParcelClaim {
        public ParcelPassedOn {
            Checks.required("parcel", parcel);
            path = Checks.list(path);
            state = Checks.text("state", state, 1 << 20);
            Checks.required("at", at);
            if (path.isEmpty()) {
                throw new IllegalArgumentException("path must name the parcel it was");
            }
        }
    }

    /**
     * An order said something of a parcel that went on as this one.
     *
     * @param parcel the one that it now is
     * @param path the parcels it has been, the one that the order knows first
     */
    @JsonTypeName("tracker.claim-passed-on.v1")
    record ClaimPassedOn(ParcelId parcel, List<ParcelId> path, OfOrder claim, Instant at)
            implements ParcelClaim {
        public ClaimPassedOn {
            Checks.required("parcel", parcel);
            path = Checks.list(path);
            Checks.required("claim", claim);
            Checks.required("at", at);
        }
    }
}
