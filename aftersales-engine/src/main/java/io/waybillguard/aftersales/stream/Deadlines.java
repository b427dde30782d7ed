package io.waybillguard.aftersales.stream;

import io.waybillguard.aftersales.refund.Dossier;
import io.waybillguard.aftersales.refund.ProvenNow;
import io.waybillguard.events.parcel.TrackerProgress.ReadUntil;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.timers.PulseSettings;
import io.waybillguard.timers.Timers;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * The deadlines of one task's dossiers: those that move money wait for the tracker's word too, the
 * others for the pulse alone.
 */
final class Deadlines {

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

    /** Takes a pulse and fires what is due by it. */
    void pulse(long timestamp, BiConsumer<OrderId, ProvenNow> onDue) {
        Instant now = plain.pulse(timestamp);
        Instant told = tracker.asOf(now);
        Instant moneyNow = told == null || told.isBefore(now) ? told : now;
        ProvenNow proven = new ProvenNow(now, moneyNow);
        plain.fire(now, (order, due, _) -> fire(order, due, proven, onDue));
        if (moneyNow != null) {
            money.fire(moneyNow, (order, due, _) -> fire(order, due, proven, onDue));
        }
    }

    private void fire(
            OrderId order, Instant due, ProvenNow proven, BiConsumer<OrderId, ProvenNow> onDue) {
        lateness.accept(Duration.between(due, proven.now()));
        onDue.accept(order, proven);
    }
}
