package io.waybillguard.events.parcel;

import io.waybillguard.events.types.Checks;
import io.waybillguard.events.types.FilingId;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.events.types.Region;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stall; {@code (parcel, episode)} is its identity, the same on every replay.
 *
 * @param parcel as the order knows it
 * @param episode rises only when movement follows a stall; the first is 1
 * @param problem set when the cause is PROBLEM
 * @param since the instant the silence began
 * @param threshold the silence that was allowed
 * @param row the threshold row that raised it
 * @param deadline the instant it became a stall
 * @param stage where the parcel stood
 * @param destination null when no order told
 * @param feedSuspect the courier's whole feed was silent: no money moves on it
 * @param exempt the force majeure filing that covers it
 * @param learned what {@code threshold} was taken from, within the row's floor and cap; null when
 *     the row's fixed hours held
 * @param movedTo where the parcel is now, when its courier was corrected or it was handed on; null
 *     while it goes under {@code parcel}
 */
public record StallDetails(
        ParcelId parcel,
        ParcelRole role,
        int episode,
        StallKind kind,
        StallCause cause,
        @Nullable ProblemReason problem,
        StallLevel level,
        Instant since,
        Duration threshold,
        String row,
        Instant deadline,
        Stage stage,
        String lastPlace,
        @Nullable Region destination,
        boolean feedSuspect,
        @Nullable FilingId exempt,
        @Nullable LearnedSilence learned,
        @Nullable ParcelId movedTo) {
    public StallDetails {
        Checks.required("parcel", parcel);
        Checks.required("role", role);
        Checks.required("kind", kind);
        Checks.required("cause", cause);
        Checks.required("level", level);
        Checks.required("since", since);
        Checks.required("threshold", threshold);
        row = Checks.text("row", row, 512);
        Checks.required("deadline", deadline);
        Checks.required("stage", stage);
        lastPlace = Checks.text("lastPlace", lastPlace, 512);
        if (episode < 1) {
            throw new IllegalArgumentException("episode starts at 1");
        }
    }

    /** By fixed hours, of a parcel that goes under its own id. */
    public StallDetails(
            ParcelId parcel,
            ParcelRole role,
            int episode,
            StallKind kind,
            StallCause cause,
            @Nullable ProblemReason problem,
            StallLevel level,
            Instant since,
            Duration threshold,
            String row,
            Instant deadline,
            Stage stage,
            String lastPlace,
            @Nullable Region destination,
            boolean feedSuspect,
            @Nullable FilingId exempt) {
        this(
                parcel,
                role,
                episode,
                kind,
                cause,
                problem,
                level,
                since,
                threshold,
                row,
                deadline,
                stage,
                lastPlace,
                destination,
                feedSuspect,
                exempt,
                null,
                null);
    }
}
