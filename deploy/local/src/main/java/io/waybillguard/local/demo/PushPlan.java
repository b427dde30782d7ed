package io.waybillguard.local.demo;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How the history of one parcel is pushed: whole lists, newest first, growing; some again, some
 * late, some out of order. Whatever chance does to it, the lines add up to the trip's.
 */
final class PushPlan {

    private final Parcel parcel;
    private final @Nullable String salt;
    private final List<Kuaidi100.Line> history;
    private final Random chance;

    /**
     * A plan.
     *
     * @param salt of the parcel's account; null: its pushes are not signed
     * @param now the demo's now, from which the trip is told backwards
     */
    PushPlan(Parcel parcel, @Nullable String salt, Instant now) {
        this.parcel = parcel;
        this.salt = salt;
        this.history = parcel.trip().lines().stream().map(line -> at(line, now)).toList();
        this.chance = new Random(parcel.seed());
    }

    /** The history, oldest first. */
    List<Kuaidi100.Line> history() {
        return history;
    }

    /**
     * The pushes in the order in which they are sent. An old history comes whole with the first
     * push: part of it would be a stall of its own.
     */
    List<Push> pushes() {
        if (history.isEmpty()) {
            return List.of();
        }
        List<Push> pushes = new ArrayList<>();
        if (parcel.trip().isFresh()) {
            growing().forEach(size -> pushes.add(push(history.subList(0, size))));
        }
        switch (chance.nextInt(6)) {
            case 0 -> repeated(pushes);
            case 1 -> overtaken(pushes);
            case 2 -> withALateLine(pushes);
            case 3 -> pushes.add(outOfOrder());
            case 4 -> pushes.add(withALineTwice());
            default -> pushes.add(push(history));
        }
        return pushes;
    }

    /** The whole history and {@code more} lines that happened since. */
    Push after(List<Kuaidi100.Line> more) {
        List<Kuaidi100.Line> all = new ArrayList<>(history);
        all.addAll(more);
        return push(all);
    }

    private void repeated(List<Push> pushes) {
        pushes.add(push(history));
        pushes.add(push(history));
    }

    private void overtaken(List<Push> pushes) {
        pushes.add(push(history));
        pushes.add(push(history.subList(0, (history.size() + 1) / 2)));
    }

    private void withALateLine(List<Push> pushes) {
        if (history.size() > 2) {
            List<Kuaidi100.Line> gap = new ArrayList<>(history);
            gap.remove(1 + chance.nextInt(history.size() - 2));
            pushes.add(push(gap));
        }
        pushes.add(push(history));
    }

    private Push outOfOrder() {
        List<Kuaidi100.Line> mixed = new ArrayList<>(history);
        Collections.shuffle(mixed, chance);
        return asTheyStand(mixed);
    }

    private Push withALineTwice() {
        List<Kuaidi100.Line> twice = new ArrayList<>(history);
        int again = chance.nextInt(history.size());
        twice.add(again, history.get(again));
        return push(twice);
    }

    /** Sizes of the lists before the whole one. */
    private List<Integer> growing() {
        return IntStream.range(1, history.size())
                .filter(_ -> chance.nextBoolean())
                .boxed()
                .toList();
    }

    private Push push(List<Kuaidi100.Line> oldestFirst) {
        return asTheyStand(oldestFirst.reversed());
    }

    private Push asTheyStand(List<Kuaidi100.Line> lines) {
        String param = Kuaidi100.param(parcel, lines);
        return Push.of(parcel.account(), Kuaidi100.form(param, salt), lines.size());
    }

    private static Kuaidi100.Line at(TripLine line, Instant now) {
        Instant at = now.minus(line.minutesAgo(), ChronoUnit.MINUTES);
        return new Kuaidi100.Line(line.kind(), at.truncatedTo(ChronoUnit.SECONDS));
    }
}
