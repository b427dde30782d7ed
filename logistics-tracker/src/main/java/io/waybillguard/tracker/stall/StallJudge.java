package io.waybillguard.tracker.stall;

import static io.waybillguard.events.parcel.StallLevel.STALLED;

import io.waybillguard.events.parcel.ProblemReason;
import io.waybillguard.events.parcel.ScanKind;
import io.waybillguard.events.parcel.StallCause;
import io.waybillguard.events.parcel.StallKind;
import io.waybillguard.tracker.parcel.Journey;
import io.waybillguard.tracker.stall.StallChange.Cleared;
import io.waybillguard.tracker.stall.StallChange.Escalated;
import io.waybillguard.tracker.stall.StallChange.Raised;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides when a parcel is stalled, is suspected lost, moves again. A stall is raised once,
 * escalates at most once, clears at most once; the episode rises with the next one. A parcel that
 * nobody collected is never suspected lost: no courier has it.
 */
public final class StallJudge {

    private final ThresholdTable table;

    public StallJudge(ThresholdTable table) {
        this.table = table;
    }

    /** The threshold rows, in the order in which they are looked at. */
    public List<ThresholdRow> rows() {
        return table.rows();
    }

    /**
     * After news of the parcel: clears a stall that movement followed, then raises one whose cause
     * is a problem or a detour. Silence is never judged here.
     */
    public Judgement news(Watch watch, Sighting parcel) {
        List<StallChange> changes = new ArrayList<>();
        Watch after = watch;
        OpenStall open = watch.open();
        if (open != null && isOver(open, parcel)) {
            changes.add(new Cleared(open, movementAfter(open, parcel.journey())));
            after = watch.cleared(within(open, parcel.journey()));
        }
        StallKind kind = StallKinds.of(parcel.journey().stage());
        if (after.open() == null && kind != null) {
            OpenStall found = troubled(after, parcel, kind);
            if (found != null) {
                changes.add(new Raised(found));
                after = after.raised(found);
            }
        }
        return new Judgement(after, changes);
    }

    /**
     * After news from an earlier time: what the scans say together is compared with what was told.
     * A stall that nobody was told of is raised and cleared at once; one that stands is told again
     * as it now is known, and after every other.
     *
     * @param steps the parcel after each of its scans, as they happened; at least one
     * @param start from when the parcel is watched: what was told of earlier times was another's
     */
    public Judgement lateNews(Watch watch, List<Sighting> steps, Instant start) {
        return new Retrospect(this, steps, start).compared(watch);
    }

    /** At an instant up to which everything has been read: raises or escalates for silence. */
    public Judgement due(Watch watch, Sighting parcel, Instant now) {
        Instant due = nextDue(watch, parcel);
        if (due == null || now.isBefore(due)) {
            return Judgement.unchanged(watch);
        }
        OpenStall open = watch.open();
        if (open != null) {
            OpenStall worse = open.escalated();
            return new Judgement(watch.standing(worse), List.of(new Escalated(worse)));
        }
        StallKind kind = StallKinds.of(parcel.journey().stage());
        if (kind == null) {
            return Judgement.unchanged(watch);
        }
        Instant since = parcel.silentSince();
        OpenStall found = stall(watch, parcel, kind, StallCause.SILENCE, null, since, due);
        return new Judgement(watch.raised(found), List.of(new Raised(found)));
    }

    /** When silence next changes something; null when it does not. */
    public @Nullable Instant nextDue(Watch watch, Sighting parcel) {
        StallKind kind = StallKinds.of(parcel.journey().stage());
        if (kind == null) {
            return null;
        }
        OpenStall open = watch.open();
        Instant since = parcel.silentSince();
        if (open == null) {
            return since.plus(allowance(parcel, kind, since).silence());
        }
        Duration lostAfter = open.lostAfter();
        return open.level() != STALLED || lostAfter == null ? null : since.plus(lostAfter);
    }

    /** By which row silence is judged now; null where nothing is watched. */
    public @Nullable Standing standing(Watch watch, Sighting parcel) {
        StallKind kind = StallKinds.of(parcel.journey().stage());
        if (kind == null) {
            return null;
        }
        Instant since = parcel.silentSince();
        Instant due = nextDue(watch, parcel);
        OpenStall open = watch.open();
        if (open != null) {
            return new Standing(open.row(), since, open.threshold(), open.lostAfter(), due);
        }
        Allowance allowed = allowance(parcel, kind, since);
        return new Standing(
                allowed.row().name(),
                since,
                allowed.silence(),
                kind == StallKind.NOT_COLLECTED ? null : allowed.row().lostAfter(),
                due);
    }

    /** When nobody watches the parcel any more: clears what is open. */
    public Judgement abandoned(Watch watch) {
        OpenStall open = watch.open();
        return open == null
                ? Judgement.unchanged(watch)
                : new Judgement(watch.cleared(open.since()), List.of(new Cleared(open, null)));
    }

    static boolean isOver(OpenStall open, Sighting parcel) {
        Journey journey = parcel.journey();
        if (StallKinds.of(journey.stage()) == null) {
            return true;
        }
        boolean circling = open.cause() == StallCause.DETOUR && parcel.detour();
        return !circling && movementAfter(open, journey) != null;
    }

    /** What ended the stall; null while nothing has. */
    static @Nullable ScanKind movementAfter(OpenStall open, Journey journey) {
        Instant moved = journey.lastMovedAt();
        boolean after =
                moved != null
                        && (isForWantOfPickup(open)
                                || moved.isAfter(open.since())
                                || (open.cause() == StallCause.PROBLEM
                                        && journey.problem() == null));
        return after ? journey.lastMove() : null;
    }

    /** An instant at which the stall was one: before the movement that ended it. */
    static Instant within(OpenStall open, Journey journey) {
        Instant collected = journey.collectedAt();
        return isForWantOfPickup(open) && collected != null && !collected.isAfter(open.since())
                ? collected.minusMillis(1)
                : open.since();
    }

    /** Then any movement ends it: the shop may tell of the shipping after the courier did. */
    private static boolean isForWantOfPickup(OpenStall open) {
        return open.kind() == StallKind.NOT_COLLECTED && open.cause() == StallCause.SILENCE;
    }

    private @Nullable OpenStall troubled(Watch watch, Sighting parcel, StallKind kind) {
        Journey journey = parcel.journey();
        ProblemReason problem = journey.problem();
        Instant problemAt = journey.problemAt();
        if (problem != null && problemAt != null) {
            return stall(watch, parcel, kind, StallCause.PROBLEM, problem, problemAt, problemAt);
        }
        Instant moved = journey.lastMovedAt();
        return parcel.detour() && kind == StallKind.IN_TRANSIT && moved != null
                ? stall(watch, parcel, kind, StallCause.DETOUR, null, moved, moved)
                : null;
    }

    private OpenStall stall(
            Watch watch,
            Sighting parcel,
            StallKind kind,
            StallCause cause,
            @Nullable ProblemReason problem,
            Instant since,
            Instant deadline) {
        Allowance allowed = allowance(parcel, kind, since);
        ThresholdRow row = allowed.row();
        return new OpenStall(
                watch.episodes() + 1,
                kind,
                cause,
                problem,
                STALLED,
                since,
                allowed.silence(),
                kind == StallKind.NOT_COLLECTED ? null : row.lostAfter(),
                row.name(),
                deadline,
                parcel.journey().stage(),
                parcel.journey().lastPlace(),
                allowed.learned());
    }

    /** Whether any row follows what is learned. */
    public boolean learns() {
        return table.rows().stream().anyMatch(row -> row.learning() != null);
    }

    /** Whether the row of such a silence follows what is learned. */
    public boolean learns(Circumstances that) {
        return that.kind() != StallKind.NOT_COLLECTED && table.rowFor(that).learning() != null;
    }

    private Allowance allowance(Sighting parcel, StallKind kind, Instant since) {
        ThresholdRow row =
                table.rowFor(
                        new Circumstances(
                                parcel.platform(),
                                parcel.courier(),
                                parcel.service(),
                                parcel.province(),
                                kind,
                                parcel.journey().stage(),
                                since));
        return row.allow(parcel.isUncollected() ? List.of() : parcel.usual());
    }
}
