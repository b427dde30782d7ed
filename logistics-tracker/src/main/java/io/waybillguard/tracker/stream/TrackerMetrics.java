package io.waybillguard.tracker.stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.waybillguard.events.parcel.StallEvent.StallDetected;
import io.waybillguard.events.types.CourierCode;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.kit.streams.PulseAge;
import io.waybillguard.kit.streams.Spans;
import io.waybillguard.tracker.provider.Subscription;
import io.waybillguard.tracker.stall.OpenStall;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What the tracker counts. Providers and couriers are names that others choose: beyond a number of
 * different ones they are counted as {@code other}.
 */
public final class TrackerMetrics {

    private static final int MOST_NAMES = 100;
    private static final String OTHER = "other";

    private record Counted(String provider, String outcome) {}

    private record Stalled(String kind, String courier) {}

    private final MeterRegistry meters;
    private final Set<String> names = ConcurrentHashMap.newKeySet();
    private final Set<String> codes = ConcurrentHashMap.newKeySet();
    private final Map<Counted, Counter> scans = new ConcurrentHashMap<>();
    private final Map<Stalled, AtomicInteger> active = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> suspect = new ConcurrentHashMap<>();
    private final AtomicInteger sketches;
    private final PulseAge pulses;
    private final Timer detection;
    private final Timer lateness;

    /**
     * The tracker's meters.
     *
     * @param clock of this host: only the age of the latest pulse is measured with it
     */
    public TrackerMetrics(MeterRegistry meters, Clock clock) {
        this.meters = meters;
        this.sketches = meters.gauge("silence.sketches", new AtomicInteger());
        this.detection = meters.timer("stall.detection.lag");
        this.lateness = meters.timer("deadline.lateness");
        this.pulses = new PulseAge(meters, clock);
    }

    /** A webhook of the topic was decoded, or became a dead letter. */
    void webhook(String provider, boolean decoded) {
        meters.counter(
                        "webhooks",
                        "provider",
                        known(provider),
                        "outcome",
                        decoded ? "decoded" : "dead_lettered")
                .increment();
    }

    /** A provider said how a subscription stands. */
    void subscription(String provider, Subscription stands) {
        meters.counter(
                        "webhook.subscriptions",
                        "provider",
                        known(provider),
                        "state",
                        stands.label())
                .increment();
    }

    /** Lines of a report. */
    void scans(String provider, String outcome, long count) {
        if (count > 0) {
            scans.computeIfAbsent(
                            new Counted(known(provider), outcome),
                            of ->
                                    meters.counter(
                                            "parcel.scans",
                                            "provider",
                                            of.provider(),
                                            "outcome",
                                            of.outcome()))
                    .increment((double) count);
        }
    }

    /** A line that is no scan. */
    void rejected(String provider, String reason) {
        scans(provider, "rejected", 1);
        meters.counter("scans.rejected", "reason", reason).increment();
    }

    /** A line with a code that its provider's table does not know. */
    void unknownCode(String provider, String code) {
        meters.counter(
                        "scan.codes.unknown",
                        "provider",
                        known(provider),
                        "code",
                        codes.size() < MOST_NAMES || codes.contains(code) ? remember(code) : OTHER)
                .increment();
    }

    private String remember(String code) {
        codes.add(code);
        return code;
    }

    /** A report that came to the wrong partition. */
    void rerouted() {
        meters.counter("records.rerouted").increment();
    }

    /** A parcel went on under another id, or has done so too often. */
    void moved(Chains.Moved why) {
        meters.counter("parcels.moved", "why", why.name().toLowerCase(Locale.ROOT)).increment();
    }

    /** A stall was told to an order. */
    void raised(StallDetected event) {
        ParcelId now = event.stall().movedTo();
        ParcelId parcel = now == null ? event.stall().parcel() : now;
        meters.counter(
                        "parcel.stalls",
                        "kind",
                        event.stall().kind().name(),
                        "cause",
                        event.stall().cause().name(),
                        "courier",
                        known(parcel.courier().value()))
                .increment();
    }

    /** How long a stall was one before it was found. */
    void detected(Duration lag) {
        detection.record(Spans.measurable(lag));
    }

    /** How long a deadline was due before it fired. */
    void fired(Duration late) {
        lateness.record(Spans.measurable(late));
    }

    /** A parcel has one more ({@code +1}) or one less open stall of that kind. */
    void active(OpenStall stall, String courier, int change) {
        Stalled key = new Stalled(stall.kind().name(), known(courier));
        active.computeIfAbsent(
                        key,
                        added -> {
                            AtomicInteger count = new AtomicInteger();
                            meters.gauge(
                                    "parcel.stalls.active",
                                    Tags.of("kind", added.kind(), "courier", added.courier()),
                                    count);
                            return count;
                        })
                .addAndGet(change);
    }

    /** Feeds of one task are suspect that were not, or the other way round. */
    void suspect(Set<CourierCode> before, Set<CourierCode> now) {
        before.stream().filter(courier -> !now.contains(courier)).forEach(is -> suspect(is, -1));
        now.stream().filter(courier -> !before.contains(courier)).forEach(is -> suspect(is, 1));
    }

    private void suspect(CourierCode courier, int change) {
        suspect.computeIfAbsent(
                        known(courier.value()),
                        name -> {
                            AtomicInteger count = new AtomicInteger();
                            meters.gauge("courier.feeds.suspect", Tags.of("courier", name), count);
                            return count;
                        })
                .addAndGet(change);
    }

    /** A silence ended and was learned; of its lane only where there was room for a sketch. */
    void learned(boolean kept) {
        meters.counter("silences.learned", "outcome", kept ? "kept" : "no_room").increment();
    }

    /** A task keeps so many more sketches of silences. */
    void sketches(int change) {
        sketches.addAndGet(change);
    }

    /** A task begins; close it when it ends. */
    PulseAge.Task task() {
        return pulses.started();
    }

    private String known(String name) {
        if (name.isEmpty()) {
            return "unknown";
        }
        return names.contains(name) || (names.size() < MOST_NAMES && names.add(name))
                ? name
                : OTHER;
    }
}
