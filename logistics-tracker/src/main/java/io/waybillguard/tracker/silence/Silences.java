package io.waybillguard.tracker.silence;

import io.waybillguard.events.parcel.LearnedSilence;
import io.waybillguard.events.parcel.Stage;
import io.waybillguard.events.types.CourierCode;
import io.waybillguard.tracker.stall.UsualSilences;
import io.waybillguard.tracker.tracking.EndedSilence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The silences of one task's parcels. What they say changes only when it is settled: until then
 * parcels are judged by what was settled last, which is what is stored. For one thread.
 */
public final class Silences implements UsualSilences {

    /** A courier's name is chosen by others. */
    private static final int MOST_ANYWHERE = 1000;

    private final SilenceRules rules;
    private final Map<Lane, Windows> all = new HashMap<>();
    private final Map<Lane, LearnedSilence> settled = new HashMap<>();
    private final Set<Lane> changed = new HashSet<>();
    private long window = Long.MIN_VALUE;
    private int anywhere;

    public Silences(SilenceRules rules) {
        this.rules = rules;
    }

    /** Takes what was stored: parcels are judged by it as they were when it was. */
    public void restore(Lane lane, Windows windows) {
        keep(lane, windows);
        settle(lane, windows);
        window = Math.max(window, windows.window());
    }

    /**
     * A silence ended: it is one of its lane's, if both ends are known, and of the courier's.
     *
     * @return whether there was room for both
     */
    public boolean learn(EndedSilence ended, Instant at) {
        boolean kept = learn(Lane.anywhere(ended.courier(), ended.stage()), ended, at);
        Lane lane = new Lane(ended.courier(), ended.from(), ended.to(), ended.stage());
        return lane.isAnywhere() ? kept : learn(lane, ended, at) && kept;
    }

    private boolean learn(Lane lane, EndedSilence ended, Instant at) {
        Windows known = all.get(lane);
        if (known == null && !hasRoomFor(lane)) {
            return false;
        }
        long now = Math.max(window, Windows.at(at, rules.window()));
        Windows running = known == null ? Windows.empty(now) : known.at(now);
        running.current().add(ended.length());
        keep(lane, running);
        changed.add(lane);
        return true;
    }

    private boolean hasRoomFor(Lane lane) {
        return lane.isAnywhere() ? anywhere < MOST_ANYWHERE : all.size() - anywhere < rules.lanes();
    }

    private void keep(Lane lane, Windows windows) {
        if (all.put(lane, windows) == null && lane.isAnywhere()) {
            anywhere++;
        }
    }

    /**
     * From now on parcels are judged by all that was learned and is not too old.
     *
     * @return what changed since the last time, to be stored at once; null for a lane that is
     *     forgotten
     */
    public Map<Lane, @Nullable Windows> settle(Instant at) {
        long now = Math.max(window, Windows.at(at, rules.window()));
        if (now > window) {
            window = now;
            changed.addAll(all.keySet());
        }
        Map<Lane, @Nullable Windows> stored = new HashMap<>();
        for (Lane lane : changed) {
            Windows windows = all.getOrDefault(lane, Windows.empty(now)).at(now);
            stored.put(lane, windows.isEmpty() ? null : windows);
            settle(lane, windows);
            if (windows.isEmpty()) {
                forget(lane);
            } else {
                keep(lane, windows);
            }
        }
        changed.clear();
        return stored;
    }

    private void settle(Lane lane, Windows windows) {
        LearnedSilence figures = windows.figures(lane, rules.quantile());
        if (figures == null) {
            settled.remove(lane);
        } else {
            settled.put(lane, figures);
        }
    }

    private void forget(Lane lane) {
        if (all.remove(lane) != null && lane.isAnywhere()) {
            anywhere--;
        }
    }

    /** How many sketches are kept. */
    public int size() {
        return all.size();
    }

    @Override
    public List<LearnedSilence> of(CourierCode courier, String from, String to, Stage stage) {
        List<LearnedSilence> usual = new ArrayList<>(2);
        Lane lane = new Lane(courier, from, to, stage);
        if (!lane.isAnywhere()) {
            add(usual, lane);
        }
        add(usual, Lane.anywhere(courier, stage));
        return usual;
    }

    private void add(List<LearnedSilence> usual, Lane lane) {
        LearnedSilence learned = settled.get(lane);
        if (learned != null) {
            usual.add(learned);
        }
    }
}
