package io.waybillguard.system.benchmark;

import io.waybillguard.system.benchmark.Journeys.Journey;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * In which order the scans of many parcels come in: interleaved over all parcels that are on the
 * road, two of a hundred twice, one of a hundred after its successor; the last of a parcel comes
 * last.
 */
final class Traffic {

    private static final double REPEATED = 0.02;
    private static final double LATE = 0.01;

    private final int window;
    private final Random random;

    /**
     * Traffic.
     *
     * @param window how many parcels are on the road at once
     */
    Traffic(long seed, int window) {
        this.random = new Random(seed);
        this.window = window;
    }

    /** One arrival: the parcel's scan of that number. */
    record Arrival(Journey journey, int scan) {}

    /** Takes arrivals in their order. */
    @FunctionalInterface
    interface Sink {
        void arrived(Arrival arrival);
    }

    /**
     * Plays them.
     *
     * @return how many arrivals there were
     */
    long play(List<Journey> journeys, Sink sink) {
        List<int[]> onTheRoad = new ArrayList<>();
        int next = 0;
        long count = 0;
        while (next < journeys.size() || !onTheRoad.isEmpty()) {
            while (onTheRoad.size() < window && next < journeys.size()) {
                onTheRoad.add(new int[] {next++, 0});
            }
            int index = random.nextInt(onTheRoad.size());
            int[] state = onTheRoad.get(index);
            count += arrive(journeys.get(state[0]), state, sink);
            if (state[1] >= journeys.get(state[0]).scans().size()) {
                onTheRoad.set(index, onTheRoad.getLast());
                onTheRoad.removeLast();
            }
        }
        return count;
    }

    private int arrive(Journey journey, int[] state, Sink sink) {
        int scan = state[1];
        boolean late = scan + 2 < journey.scans().size() && random.nextDouble() < LATE;
        if (late) {
            sink.arrived(new Arrival(journey, scan + 1));
            sink.arrived(new Arrival(journey, scan));
            state[1] = scan + 2;
            return 2;
        }
        sink.arrived(new Arrival(journey, scan));
        state[1] = scan + 1;
        if (random.nextDouble() < REPEATED) {
            sink.arrived(new Arrival(journey, scan));
            return 2;
        }
        return 1;
    }
}
