package io.waybillguard.orders.query;

import io.waybillguard.events.parcel.ParcelRole;
import io.waybillguard.events.parcel.ParcelSnapshot;
import io.waybillguard.events.parcel.Stage;
import io.waybillguard.events.refund.GivenBy;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One parcel of an order: what shop or buyer told, what the tracker knows.
 *
 * @param shippedAt as told; null when only the tracker knows the parcel
 * @param refundId set on the way back
 * @param givenBy set on the way back
 * @param stage null until the tracker has spoken
 * @param snapshot null until the tracker has spoken
 * @param timeline clean scans, oldest first
 * @param stalls every episode, first to last
 */
public record ParcelView(
        String courier,
        String waybill,
        ParcelRole role,
        @Nullable String service,
        boolean platformWaybill,
        @Nullable Instant shippedAt,
        @Nullable Instant cancelledAt,
        @Nullable String refundId,
        @Nullable GivenBy givenBy,
        @Nullable Stage stage,
        @Nullable ParcelSnapshot snapshot,
        @Nullable Long revision,
        List<ScanView> timeline,
        List<StallView> stalls) {}
