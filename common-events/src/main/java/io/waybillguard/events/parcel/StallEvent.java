package io.waybillguard.events.parcel;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.waybillguard.events.types.BuyerId;
import io.waybillguard.events.types.Checks;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.ShopId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stall is raised once, escalates at most once, clears at most once; meanwhile it may be
 * reviewed.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface StallEvent {

    /** The order it is about: the key of its topic. */
    OrderId orderId();

    /** The shop. */
    ShopId shopId();

    /** The buyer. */
    BuyerId buyerId();

    /** The stall as it now stands. */
    StallDetails stall();

    /** Rises by one per event of this parcel, over all its topics. */
    long revision();

    /** When it happened, as told by whoever wrote the event. */
    Instant at();

    /** A parcel stopped. */
    @JsonTypeName("parcel.stall-detected.v1")
    record StallDetected(
            OrderId orderId,
            ShopId shopId,
            BuyerId buyerId,
            StallDetails stall,
            long revision,
            Instant at)
            implements StallEvent {
        public StallDetected {
            Checks.required("orderId", orderId);
            Checks.required("shopId", shopId);
            Checks.required("buyerId", buyerId);
            Checks.required("stall", stall);
            Checks.required("at", at);
        }
    }

    /** It has been silent so long that it is suspected lost. */
    @JsonTypeName("parcel.stall-escalated.v1")
    record StallEscalated(
            OrderId orderId,
            ShopId shopId,
            BuyerId buyerId,
            StallDetails stall,
            long revision,
            Instant at)
            implements StallEvent {
        public StallEscalated {
            Checks.required("orderId", orderId);
            Checks.required("shopId", shopId);
            Checks.required("buyerId", buyerId);
            Checks.required("stall", stall);
            Checks.required("at", at);
        }
    }

    /**
     * It stands, but what stands against it changed: the filing that excuses it, or whether the
     * courier's feed is to be trusted. Or scans that came late say something else of it, even its
     * kind; or an earlier stall was heard of late, and this is told again because it still stands.
     */
    @JsonTypeName("parcel.stall-reviewed.v1")
    record StallReviewed(
            OrderId orderId,
            ShopId shopId,
            BuyerId buyerId,
            StallDetails stall,
            long revision,
            Instant at)
            implements StallEvent {
        public StallReviewed {
            Checks.required("orderId", orderId);
            Checks.required("shopId", shopId);
            Checks.required("buyerId", buyerId);
            Checks.required("stall", stall);
            Checks.required("at", at);
        }
    }

    /**
     * It moves again, or is no longer watched.
     *
     * @param by the scan that moved it; null when the order claims or awaits the parcel no longer,
     *     or late scans show that there was no such stall
     */
    @JsonTypeName("parcel.stall-cleared.v1")
    record StallCleared(
            OrderId orderId,
            ShopId shopId,
            BuyerId buyerId,
            StallDetails stall,
            @Nullable ScanKind by,
            long revision,
            Instant at)
            implements StallEvent {
        public StallCleared {
            Checks.required("orderId", orderId);
            Checks.required("shopId", shopId);
            Checks.required("buyerId", buyerId);
            Checks.required("stall", stall);
            Checks.required("at", at);
        }
    }
}
