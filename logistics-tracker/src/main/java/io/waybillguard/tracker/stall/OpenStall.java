package io.waybillguard.tracker.stall;

import io.waybillguard.events.parcel.LearnedSilence;
import io.waybillguard.events.parcel.ProblemReason;
import io.waybillguard.events.parcel.Stage;
import io.waybillguard.events.parcel.StallCause;
import io.waybillguard.events.parcel.StallKind;
import io.waybillguard.events.parcel.StallLevel;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stall that was raised and has not cleared, as it was found.
 *
 * @param since when the silence, the problem or the detour began
 * @param threshold the silence the row allowed
 * @param lostAfter the silence after which it escalates; null when it never does
 * @param row the threshold row
 * @param deadline the instant it became a stall
 * @param learned what the threshold was taken from; null when the row's fixed hours held
 */
public record OpenStall(
        int episode,
        StallKind kind,
        StallCause cause,
        @Nullable ProblemReason problem,
        StallLevel level,
        Instant since,
        Duration threshold,
        @Nullable Duration lostAfter,
        String row,
        Instant deadline,
        Stage stage,
        String lastPlace,
        @Nullable LearnedSilence learned) {

    OpenStall escalated() {
        return as(episode, StallLevel.SUSPECTED_LOST);
    }

    /** The same finding under another number. */
    OpenStall as(int episode, StallLevel level) {
        return new OpenStall(
                episode, kind, cause, problem, level, since, threshold, lostAfter, row, deadline,
                stage, lastPlace, learned);
    }

    /** Whether another finding of this stall says something else of what happened. */
    boolean isCorrectedBy(OpenStall found) {
        return kind != found.kind
                || cause != found.cause
                || problem != found.problem
                || stage != found.stage
                || !since.equals(found.since)
                || !row.equals(found.row)
                || !lastPlace.equals(found.lastPlace);
    }
}
