package io.waybillguard.orders.query;

import io.waybillguard.events.parcel.ParcelRole;
import io.waybillguard.events.parcel.ProblemReason;
import io.waybillguard.events.parcel.ScanKind;
import io.waybillguard.events.parcel.Stage;
import io.waybillguard.events.parcel.StallCause;
import io.waybillguard.events.parcel.StallKind;
import io.waybillguard.events.parcel.StallLevel;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One stall episode.
 *
 * @param threshold the silence that was allowed
 * @param row the threshold row that raised it
 * @param active not cleared yet
 */
public record StallView(
        String orderId,
        String shopId,
        String buyerId,
        String courier,
        String waybill,
        int episode,
        ParcelRole role,
        StallKind kind,
        StallCause cause,
        @Nullable ProblemReason problem,
        StallLevel level,
        boolean active,
        Instant since,
        Duration threshold,
        String row,
        Instant deadline,
        Stage stage,
        String lastPlace,
        @Nullable String province,
        @Nullable String city,
        boolean feedSuspect,
        @Nullable String exempt,
        @Nullable Instant raisedAt,
        @Nullable Instant escalatedAt,
        @Nullable Instant clearedAt,
        @Nullable ScanKind clearedBy) {}
