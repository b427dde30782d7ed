package io.waybillguard.system.benchmark;

import io.waybillguard.events.parcel.Scan;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.system.benchmark.Journeys.Journey;
import io.waybillguard.system.benchmark.Traffic.Arrival;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Seeded parcels on the road while something else goes wrong: their scans are sent at a steady rate
 * and happen about when they are sent, until it is closed. Who is then on the road stays there.
 */
final class Road implements AutoCloseable {

    private static final int ON_THE_ROAD = 150;
    private static final int PER_SECOND = 250;
    private static final int TICKS_PER_SECOND = 25;
    private static final Duration BETWEEN_SCANS = Duration.ofMillis(600);

    private final Loading loading;
    private final List<Arrival> arrivals = new ArrayList<>();
    private final Map<ParcelId, Journey> started = new HashMap<>();
    private final ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor();
    private final ScheduledFuture<?> ticking;
    private volatile int sent;

    Road(Loading loading, List<Journey> journeys, long seed) {
        this.loading = loading;
        new Traffic(seed, ON_THE_ROAD).play(journeys, arrivals::add);
        ticking =
                ticks.scheduleAtFixedRate(
                        this::tick, 0, 1_000 / TICKS_PER_SECOND, TimeUnit.MILLISECONDS);
    }

    private void tick() {
        for (int left = PER_SECOND / TICKS_PER_SECOND; left > 0 && sent < arrivals.size(); left--) {
            Arrival arrival = arrivals.get(sent);
            Journey journey =
                    started.computeIfAbsent(
                            arrival.journey().parcel(), _ -> startingNow(arrival.journey()));
            loading.scan(Input.SCANS, new Arrival(journey, arrival.scan()));
            sent++;
        }
    }

    private static Journey startingNow(Journey journey) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return journey.with(
                IntStream.range(0, journey.scans().size())
                        .mapToObj(i ->
                                at(now.plus(BETWEEN_SCANS.multipliedBy(i)), journey.scans().get(i)))
                        .toList());
    }

    private static Scan at(Instant instant, Scan scan) {
        return new Scan(
                scan.kind(),
                scan.reason(),
                instant,
                instant,
                scan.place(),
                scan.text(),
                scan.code(),
                scan.evidence(),
                scan.signedBy());
    }

    /** How many reports were sent so far. */
    int sent() {
        return sent;
    }

    /** No scan happened, or will, after this instant; once closed. */
    Instant end() {
        return started.values().stream()
                .map(journey -> journey.scans().getLast().happenedAt())
                .max(Instant::compareTo)
                .orElse(Instant.MIN);
    }

    /** Stops, and waits until all that was sent is written. */
    @Override
    public void close() {
        ticks.close();
        Throwable failure = failure();
        if (failure != null) {
            throw new IllegalStateException("the traffic broke off", failure);
        }
        loading.flush();
    }

    private @Nullable Throwable failure() {
        try {
            if (!ticking.isCancelled()) {
                ticking.get();
            }
            return null;
        } catch (ExecutionException e) {
            return e.getCause();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return e;
        }
    }
}
