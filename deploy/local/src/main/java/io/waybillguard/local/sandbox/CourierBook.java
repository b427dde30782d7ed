package io.waybillguard.local.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The requests couriers took, each once, and what became of them. */
final class CourierBook implements AutoCloseable {

    private record Key(String courier, String requestId) {}

    private final Journal<CourierLine> journal;
    private final Duration usualTime;
    private final Clock clock;
    private final Map<Key, CourierLine> made = new HashMap<>();
    private final Map<Key, CourierLine> latest = new HashMap<>();

    /**
     * A book.
     *
     * @param usualTime from a request to its outcome
     */
    CourierBook(Journal<CourierLine> journal, Duration usualTime, Clock clock) {
        this.journal = journal;
        this.usualTime = usualTime;
        this.clock = clock;
        journal.lines().forEach(this::index);
    }

    /** The request as it was made; {@code isNew} only for the first with its id. */
    record Taken(CourierLine line, boolean isNew) {}

    /** Takes a request, or finds the one with its id. */
    synchronized Taken take(
            String courier,
            InterceptionOrder order,
            @Nullable String dialect,
            @Nullable String salt,
            Behaviour inForce) {
        CourierLine before = made.get(new Key(courier, order.requestId()));
        if (before != null) {
            return new Taken(before, false);
        }
        return new Taken(write(lineOf(courier, order, dialect, salt, inForce)), true);
    }

    /** Writes the outcome of {@code request}, unless it came to its end before. */
    synchronized Optional<CourierLine> end(CourierLine request) {
        return find(request.courier(), request.requestId())
                .filter(line -> line.status() == Interception.Status.ACCEPTED)
                .map(_ -> write(request.ended(clock.instant())));
    }

    /** Writes that a request is let go; empty when there is none, or it came to its end. */
    synchronized Optional<CourierLine> release(String courier, String requestId) {
        return find(courier, requestId)
                .filter(line -> line.status() == Interception.Status.ACCEPTED)
                .map(line -> write(line.cancelled(clock.instant())));
    }

    /** Whether another interception of the order succeeded. */
    synchronized boolean succeededBefore(String courier, String orderId, String requestId) {
        return latest.values().stream()
                .filter(line -> line.courier().equals(courier) && line.orderId().equals(orderId))
                .filter(line -> !line.requestId().equals(requestId))
                .anyMatch(line -> line.status() == Interception.Status.SUCCEEDED);
    }

    synchronized Optional<CourierLine> find(String courier, String requestId) {
        return Optional.ofNullable(latest.get(new Key(courier, requestId)));
    }

    /** Requests whose outcome is still to come. */
    synchronized List<CourierLine> open() {
        return latest.values().stream()
                .filter(line -> line.status() == Interception.Status.ACCEPTED)
                .filter(line -> line.outcomeAt() != null)
                .toList();
    }

    List<CourierLine> lines() {
        return journal.lines();
    }

    @Override
    public void close() {
        journal.close();
    }

    private CourierLine lineOf(
            String courier,
            InterceptionOrder order,
            @Nullable String dialect,
            @Nullable String salt,
            Behaviour inForce) {
        Mode mode = inForce.mode();
        Duration time = mode == Mode.LATE ? Duration.ofMillis(inForce.delayMillis()) : usualTime;
        Instant now = clock.instant();
        return new CourierLine(
                courier,
                order.requestId(),
                order.waybill(),
                order.orderId(),
                Interception.Status.ACCEPTED,
                null,
                now,
                order.callbackUrl(),
                mode == Mode.NEVER ? null : now.plus(time),
                mode == Mode.FAIL ? Interception.Status.FAILED : Interception.Status.SUCCEEDED,
                mode != Mode.NO_CALLBACK,
                dialect,
                salt);
    }

    private CourierLine write(CourierLine line) {
        journal.append(line);
        index(line);
        return line;
    }

    private void index(CourierLine line) {
        Key key = new Key(line.courier(), line.requestId());
        made.putIfAbsent(key, line);
        latest.put(key, line);
    }
}
