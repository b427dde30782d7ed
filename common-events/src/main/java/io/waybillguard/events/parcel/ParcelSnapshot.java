package io.waybillguard.events.parcel;

import io.waybillguard.events.types.Checks;
import io.waybillguard.events.types.ParcelId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one parcel at one revision.
 *
 * @param id as the order knows the parcel
 * @param lastMovedAt the latest instant at which the parcel showed movement
 * @param lastPlace may be empty
 * @param intercepted the courier confirmed an interception
 * @param problem of the latest problem scan, while no movement followed it
 * @param movedTo where the parcel is now, when its courier was corrected or it was handed on; null
 *     while it goes under {@code id}
 */
public record ParcelSnapshot(
        ParcelId id,
        ParcelRole role,
        Stage stage,
        int scans,
        @Nullable Instant shippedAt,
        @Nullable Instant collectedAt,
        @Nullable Instant lastMovedAt,
        @Nullable ScanKind lastScan,
        String lastPlace,
        @Nullable Instant signedAt,
        @Nullable SignedBy signedBy,
        boolean intercepted,
        @Nullable ProblemReason problem,
        @Nullable ParcelId movedTo) {
    public ParcelSnapshot {
        Checks.required("id", id);
        Checks.required("role", role);
        Checks.required("stage", stage);
        lastPlace = Checks.text("lastPlace", lastPlace, 512);
    }

    /** Of a parcel that goes under its own id. */
    public ParcelSnapshot(
            ParcelId id,
            ParcelRole role,
            Stage stage,
            int scans,
            @Nullable Instant shippedAt,
            @Nullable Instant collectedAt,
            @Nullable Instant lastMovedAt,
            @Nullable ScanKind lastScan,
            String lastPlace,
            @Nullable Instant signedAt,
            @Nullable SignedBy signedBy,
            boolean intercepted,
            @Nullable ProblemReason problem) {
        this(
                id,
                role,
                stage,
                scans,
                shippedAt,
                collectedAt,
                lastMovedAt,
                lastScan,
                lastPlace,
                signedAt,
                signedBy,
                intercepted,
                problem,
                null);
    }
}
