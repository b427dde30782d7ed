package io.waybillguard.tracker.lookup;

import io.waybillguard.events.parcel.ProblemReason;
import io.waybillguard.events.parcel.ScanKind;
import io.waybillguard.events.parcel.SignedBy;
import io.waybillguard.events.parcel.Stage;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.tracker.parcel.Journey;
import io.waybillguard.tracker.parcel.ScanFact;
import io.waybillguard.tracker.stall.OpenStall;
import io.waybillguard.tracker.stall.Standing;
import io.waybillguard.tracker.stream.Parcels;
import io.waybillguard.tracker.tracking.Parcel;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A parcel as it is shown: no order, no buyer, no text.
 *
 * @param orders how many claim it
 * @param scanCount of all scans, also those no longer held
 * @param scans those held, oldest first
 * @param stall the open one
 * @param stalls how many there have been
 * @param threshold by which row its silence is judged now; null when nobody waits for it, or it is
 *     over
 * @param successor where it went on, under another courier or number; its orders went with it
 * @param nextDeadline when silence, or the end of its keeping, is next looked at
 */
record ParcelView(
        String courier,
        String waybill,
        Stage stage,
        int orders,
        int scanCount,
        List<ScanView> scans,
        @Nullable Instant collectedAt,
        @Nullable Instant lastMovedAt,
        String lastPlace,
        @Nullable Instant signedAt,
        boolean intercepted,
        @Nullable ProblemReason problem,
        @Nullable OpenStall stall,
        int stalls,
        long revision,
        @Nullable Standing threshold,
        @Nullable ParcelId successor,
        Instant nextDeadline) {

    /** One line of its history. */
    record ScanView(
            ScanKind kind,
            @Nullable ProblemReason reason,
            Instant happenedAt,
            Instant receivedAt,
            String place,
            @Nullable SignedBy signedBy) {

        static ScanView of(ScanFact fact) {
            return new ScanView(
                    fact.kind(),
                    fact.reason(),
                    fact.happenedAt(),
                    fact.receivedAt(),
                    fact.place(),
                    fact.signedBy());
        }
    }

    static ParcelView of(Parcels.Seen seen) {
        Parcel parcel = seen.parcel();
        Journey journey = parcel.journey();
        return new ParcelView(
                parcel.id().courier().value(),
                parcel.id().waybill(),
                journey.stage(),
                parcel.claims().size(),
                journey.scans(),
                parcel.history().facts().stream().map(ScanView::of).toList(),
                journey.collectedAt(),
                journey.lastMovedAt(),
                journey.lastPlace(),
                journey.signedAt(),
                journey.intercepted(),
                journey.problem(),
                parcel.watch().open(),
                parcel.watch().episodes(),
                parcel.revision(),
                seen.standing(),
                parcel.successor(),
                seen.nextDeadline());
    }
}
