package io.waybillguard.tracker.stall;

import io.waybillguard.events.parcel.ScanKind;
import io.waybillguard.events.parcel.StallCause;
import io.waybillguard.events.parcel.StallLevel;
import io.waybillguard.tracker.stall.StallChange.Cleared;
import io.waybillguard.tracker.stall.StallChange.Raised;
import io.waybillguard.tracker.stall.StallChange.Reviewed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The stalls that a parcel's scans show when they are gone through in the order in which they
 * happened, beside those that were told. What was told stays told: it is only added to.
 */
final class Retrospect {

    private final Sighting now;
    private final List<Episode> episodes;
    private final List<StallChange> changes = new ArrayList<>();

    /**
     * A stall as the scans show it, from the movement before it to the one that ended it.
     *
     * @param until null while it lasts
     * @param by what ended it
     */
    private record Episode(
            OpenStall stall, Instant from, @Nullable Instant until, @Nullable ScanKind by) {

        static Episode begun(OpenStall stall, Sighting seen, Instant start) {
            Instant moved = seen.journey().lastMovedAt();
            return new Episode(stall, moved == null ? start : moved, null, null);
        }

        Episode ended(@Nullable ScanKind by, Sighting seen) {
            Instant moved = seen.journey().lastMovedAt();
            Instant least = stall.since().plusMillis(1);
            return new Episode(
                    stall, from, moved == null || moved.isBefore(least) ? least : moved, by);
        }

        boolean holds(Instant instant) {
            return !instant.isBefore(from) && (until == null || instant.isBefore(until));
        }
    }

    Retrospect(StallJudge judge, List<Sighting> steps, Instant start) {
        this.now = steps.getLast();
        this.episodes = gone(judge, steps, start);
    }

    private static List<Episode> gone(StallJudge judge, List<Sighting> steps, Instant start) {
        List<Episode> episodes = new ArrayList<>();
        Watch watch = Watch.CALM;
        for (Sighting seen : steps) {
            Judgement judgement = judge.news(watch, seen);
            watch = judgement.watch();
            for (StallChange change : judgement.changes()) {
                switch (change) {
                    case Raised(var stall) -> episodes.add(Episode.begun(stall, seen, start));
                    case Cleared(_, var by) -> episodes.add(episodes.removeLast().ended(by, seen));
                    case StallChange.Escalated _, Reviewed _ -> {}
                }
            }
        }
        return episodes;
    }

    /** What is to be told beyond what was. */
    Judgement compared(Watch told) {
        Episode standing = standing(told.open());
        Watch after = cleared(told, standing);
        for (Episode episode : episodes) {
            if (episode.equals(standing)) {
                after = corrected(after, episode);
            } else if (episode.until() == null) {
                after = raised(after, episode);
            } else if (!after.hasTold(episode.from(), episode.until())) {
                after = passed(after, episode);
            }
        }
        return new Judgement(after, lastWord(after.open()));
    }

    private @Nullable Episode standing(@Nullable OpenStall open) {
        if (open == null) {
            return null;
        }
        Instant within = StallJudge.within(open, now.journey());
        for (Episode episode : episodes) {
            if (episode.holds(within)) {
                return episode;
            }
        }
        return null;
    }

    private Watch cleared(Watch watch, @Nullable Episode standing) {
        OpenStall open = watch.open();
        if (open == null) {
            return watch;
        }
        boolean stands =
                standing == null
                        ? open.cause() == StallCause.SILENCE && !StallJudge.isOver(open, now)
                        : standing.until() == null;
        if (stands) {
            return watch;
        }
        ScanKind by =
                standing == null ? StallJudge.movementAfter(open, now.journey()) : standing.by();
        changes.add(new Cleared(open, by));
        return watch.cleared(StallJudge.within(open, now.journey()));
    }

    /** A stall for silence stays what it was told to be. */
    private Watch corrected(Watch watch, Episode episode) {
        OpenStall open = watch.open();
        if (open == null
                || open.cause() == StallCause.SILENCE
                || !open.isCorrectedBy(episode.stall())) {
            return watch;
        }
        OpenStall corrected = episode.stall().as(open.episode(), open.level());
        changes.add(new Reviewed(corrected));
        return watch.standing(corrected);
    }

    private Watch raised(Watch watch, Episode episode) {
        if (watch.open() != null) {
            return watch;
        }
        OpenStall stall = next(watch, episode);
        changes.add(new Raised(stall));
        return watch.raised(stall);
    }

    private Watch passed(Watch watch, Episode episode) {
        OpenStall stall = next(watch, episode);
        changes.add(new Raised(stall));
        changes.add(new Cleared(stall, episode.by()));
        return watch.passed(stall);
    }

    private static OpenStall next(Watch watch, Episode episode) {
        return episode.stall().as(watch.episodes() + 1, StallLevel.STALLED);
    }

    /** Who keeps only the latest word of a parcel must not take the open stall for over. */
    private List<StallChange> lastWord(@Nullable OpenStall open) {
        if (open != null && !changes.isEmpty() && changes.getLast() instanceof Cleared) {
            changes.add(new Reviewed(open));
        }
        return changes;
    }
}
