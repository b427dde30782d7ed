package io.waybillguard.tracker.parcel;

import io.waybillguard.events.parcel.ProblemReason;
import io.waybillguard.events.parcel.ScanKind;
import io.waybillguard.events.parcel.SignedBy;
import io.waybillguard.events.parcel.Stage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a parcel's scans say together: a fold over them in the order in which they happened.
 *
 * @param returning a scan said that it goes back
 * @param intercepted the courier confirmed an interception
 * @param scans how many
 * @param collectedAt when the courier was first seen to have it: the pickup, or whatever movement
 *     came first
 * @param lastMovedAt the latest movement
 * @param lastMove what it was
 * @param lastSeenAt the latest sign of life, movement or not; a waybill being made is none
 * @param lastScan the kind of the latest scan
 * @param lastPlace the latest place that was told; may be empty
 * @param signedAt the latest signature, while it stands
 * @param problem of the latest problem scan, while no movement followed it
 * @param problemAt when that was
 * @param failure why the latest attempt at delivery failed, while neither movement nor a problem
 *     followed it
 */
public record Journey(
        Stage stage,
        boolean returning,
        boolean intercepted,
        int scans,
        @Nullable Instant collectedAt,
        @Nullable Instant lastMovedAt,
        @Nullable ScanKind lastMove,
        @Nullable Instant lastSeenAt,
        @Nullable ScanKind lastScan,
        String lastPlace,
        @Nullable Instant signedAt,
        @Nullable SignedBy signedBy,
        @Nullable ProblemReason problem,
        @Nullable Instant problemAt,
        @Nullable ProblemReason failure) {

    /** Before the first scan. */
    public static final Journey NONE =
            new Journey(
                    Stage.REGISTERED,
                    false,
                    false,
                    0,
                    null,
                    null,
                    null,
                    null,
                    null,
                    "",
                    null,
                    null,
                    null,
                    null,
                    null);

    /** What is wrong by the latest scan that said so: a problem, or a failed attempt. */
    public @Nullable ProblemReason trouble() {
        return failure == null ? problem : failure;
    }

    /** The journey with a scan that is later than all in it. */
    public Journey then(ScanFact scan) {
        Stage next = StageRules.next(stage, returning, scan.kind());
        boolean moved = Movement.isShownBy(scan.kind());
        boolean alive = scan.kind() != ScanKind.ORDERED;
        boolean signature = scan.kind() == ScanKind.SIGNED || scan.kind() == ScanKind.RETURNED;
        boolean signed = next == Stage.SIGNED || next == Stage.RETURNED;
        boolean troubled = scan.kind() == ScanKind.PROBLEM;
        boolean failed = scan.kind() == ScanKind.DELIVERY_FAILED;
        return new Journey(
                next,
                returning || scan.kind() == ScanKind.RETURNING || scan.kind() == ScanKind.RETURNED,
                intercepted || scan.kind() == ScanKind.INTERCEPTED,
                scans + 1,
                collectedAt == null && moved && scan.kind() != ScanKind.CANCELLED
                        ? scan.happenedAt()
                        : collectedAt,
                moved ? scan.happenedAt() : lastMovedAt,
                moved ? scan.kind() : lastMove,
                alive ? scan.happenedAt() : lastSeenAt,
                scan.kind(),
                scan.place().isEmpty() ? lastPlace : scan.place(),
                signed ? (signature ? scan.happenedAt() : signedAt) : null,
                signed ? (signature ? scan.signedBy() : signedBy) : null,
                troubled ? reason(scan) : moved ? null : problem,
                troubled ? scan.happenedAt() : moved ? null : problemAt,
                failed ? reason(scan) : moved || troubled ? null : failure);
    }

    private static ProblemReason reason(ScanFact scan) {
        ProblemReason told = scan.reason();
        return told == null ? ProblemReason.OTHER : told;
    }
}
