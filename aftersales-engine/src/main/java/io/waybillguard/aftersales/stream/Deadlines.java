package io.waybillguard.aftersales.stream;

import io.waybillguard.aftersales.refund.Dossier;
import io.waybillguard.aftersales.refund.ProvenNow;
import io.waybillguard.events.parcel.TrackerProgress.ReadUntil;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.timers.PulseSettings;
import io.waybillguard.timers.Timers;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BiPredicate;
import java.util.function.Consumer;

/**
 * The deadlines of one task's dossiers: those that move money wait for the tracker's word too, the
 * others for the pulse alone.
 */
final class Deadlines {

    private static final Duration AGAIN = Duration.ofMinutes(1);

    private final Timers<OrderId> plain;
    private final Timers<OrderId> money;
    private final TrackerReach tracker = new TrackerReach();
    private final Consumer<Duration> lateness;

    /**
     * For one task.
     *
     * @param lateness is told how late each deadline fires
     */
    Deadlines(PulseSettings settings, Consumer<Duration> lateness) {
        this.plain = new Timers<>(settings);
        this.money = new Timers<>(settings);
        this.lateness = lateness;
    }

    void set(Dossier dossier) {
        OrderId order = dossier.facts().id();
        plain.set(order, dossier.next(false));
        money.set(order, dossier.next(true));
    }

    void told(ReadUntil progress, Instant appendedAt) {
        tracker.told(progress, appendedAt);
    }

    /**
     * Takes a pulse and fires what is due by it.
     *
     * @param onDue false when it failed: it fires again after a minute
     */
    void pulse(long timestamp, BiPredicate<OrderId, ProvenNow> onDue) {
        Instant now = plain.pulse(timestamp);
        Instant told = tracker.asOf(now);
        Instant moneyNow = told == null || told.isBefore(now) ? told : now;
        ProvenNow proven = new ProvenNow(now, moneyNow);
        fire(plain, now, proven, onDue);
        if (moneyNow != null) {
            fire(money, moneyNow, proven, onDue);
        }
    }

    private void fire(
            Timers<OrderId> timers,
            Instant now,
            ProvenNow proven,
            BiPredicate<OrderId, ProvenNow> onDue) {
        timers.fire(
                now,
                (order, due, _) -> {
                    lateness.accept(Duration.between(due, proven.now()));
                    if (!onDue.test(order, proven)) {
                        timers.set(order, now.plus(AGAIN));
                    }
                });
    }
}
