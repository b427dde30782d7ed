package io.waybillguard.tracker.stream;

import io.waybillguard.events.parcel.CourierReport.ScansReported;
import io.waybillguard.events.parcel.ParcelClaim;
import io.waybillguard.events.parcel.Scan;
import io.waybillguard.events.parcel.StallEvent;
import io.waybillguard.events.parcel.StallEvent.StallDetected;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.kit.kafka.DeadLetterCounter;
import io.waybillguard.kit.streams.Partitions;
import io.waybillguard.kit.streams.Rerouted;
import io.waybillguard.timers.Pulse;
import io.waybillguard.timers.Timers;
import io.waybillguard.tracker.silence.SilenceRules;
import io.waybillguard.tracker.tracking.Change;
import io.waybillguard.tracker.tracking.Parcel;
import io.waybillguard.tracker.tracking.Tracking;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;

/** Scans, claims and pulses of one partition to its parcels, and what that makes known. */
final class TrackParcels implements Processor<Object, Object, Object, Object> {

    private final Tracking tracking;
    private final TrackerSettings settings;
    private final SilenceRules silences;
    private final Partitions partitions;
    private final TrackerMetrics metrics;
    private final DeadLetterCounter counter;
    private ProcessorContext<Object, Object> context;
    private Surroundings surroundings;
    private ParcelStore parcels;
    private Review review;
    private Outlets outlets;
    private Chains chains;
    private Beat beat;

    private TrackParcels(Supplier made) {
        this.tracking = made.tracking();
        this.settings = made.settings();
        this.silences = made.silences();
        this.partitions = made.partitions();
        this.metrics = made.metrics();
        this.counter = made.counter();
    }

    /** Makes trackers, each with its store. */
    record Supplier(
            Tracking tracking,
            TrackerSettings settings,
            SilenceRules silences,
            Partitions partitions,
            TrackerMetrics metrics,
            DeadLetterCounter counter)
            implements ProcessorSupplier<Object, Object, Object, Object> {
        @Override
        public Processor<Object, Object, Object, Object> get() {
            return new TrackParcels(this);
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return Set.of(
                    settings.store().bytes(ParcelStore.NAME),
                    StoreType.HEAP.builder(FeedStore.NAME),
                    StoreType.HEAP.builder(SilenceStore.NAME));
        }
    }

    @Override
    public void init(ProcessorContext<Object, Object> context) {
        this.context = context;
        Timers<Bytes> timers = new Timers<>(settings.pulse().settings());
        this.surroundings =
                new Surroundings(
                        context,
                        settings.feed().rules(),
                        tracking.learns() ? silences : null,
                        metrics);
        this.parcels =
                new ParcelStore(
                        context.getStateStore(ParcelStore.NAME),
                        timers,
                        tracking,
                        metrics,
                        () -> surroundings.outlook());
        this.review = new Review(parcels);
        this.outlets = new Outlets(context, counter);
        this.chains =
                new Chains(
                        tracking,
                        parcels,
                        () -> surroundings.outlook(),
                        new Chains.Ways(this::isHere, this::tell, outlets::passOn, metrics::moved));
        this.beat =
                new Beat(
                        tracking,
                        timers,
                        surroundings,
                        parcels,
                        review,
                        new Progress(
                                partition(), partitions.count(), settings.progressEvery(), outlets),
                        metrics,
                        metrics.task(),
                        this::tell);
        surroundings.restore();
        parcels.restore();
        review.open();
    }

    @Override
    public void process(Record<Object, Object> record) {
        Instant at = Instant.ofEpochMilli(record.timestamp());
        switch (record.value()) {
            case ScansReported report -> {
                if (isHere(report.parcel())) {
                    reported(report, at);
                } else {
                    astray(record, report, at);
                }
            }
            case ParcelClaim claim -> claimed(record, claim, at);
            case Pulse _ -> beat.pulse(record.timestamp());
            default -> throw new IllegalStateException("no reader for " + record.value());
        }
    }

    /**
     * Others choose the partition by other rules, or wrongly: what belongs elsewhere goes there,
     * once. What bears the mark of that and is here again was never sent by us; it is put aside,
     * for it would go in circles, and a parcel must not be kept in two places.
     */
    private void astray(Record<Object, Object> record, ScansReported report, Instant at) {
        if (Rerouted.isMarked(record)) {
            outlets.putAside(
                    record,
                    report.parcel(),
                    report,
                    "wrong-partition",
                    "sent on once, and still not in partition "
                            + partitions.of(report.parcel().waybill()));
        } else {
            metrics.rerouted();
            outlets.reroute(report, at);
        }
    }

    private void claimed(Record<Object, Object> record, ParcelClaim claim, Instant at) {
        if (!chains.claim(claim, at)) {
            outlets.putAside(
                    record,
                    claim.parcel(),
                    claim,
                    "unreadable-state",
                    "the state of the parcel that went on cannot be read");
        }
    }

    private void reported(ScansReported report, Instant at) {
        chains.before(report, at);
        List<Scan> scans = possible(report, at);
        Parcel before = parcels.load(report.parcel(), at);
        Change change = tracking.reported(before, scans, at, surroundings.outlook());
        surroundings.ended(tracking.ended(before, change.parcel(), surroundings.outlook()), at);
        surroundings.came(report.parcel().courier(), scans, change.fresh(), at);
        int recorded = Collections.frequency(change.fresh(), true);
        metrics.scans(report.provider(), "recorded", recorded);
        metrics.scans(report.provider(), "duplicate", scans.size() - recorded);
        if (settings.publishScans() && recorded > 0) {
            outlets.scans(change, scans, at);
        }
        tell(change, at);
        chains.after(report, change, scans, at);
    }

    private List<Scan> possible(ScansReported report, Instant at) {
        List<Scan> possible = new ArrayList<>(report.scans().size());
        for (Scan scan : report.scans()) {
            if (settings.arrival().isPossible(scan.happenedAt(), at)) {
                possible.add(scan);
            } else {
                metrics.rejected(report.provider(), "in-the-future");
            }
        }
        return possible;
    }

    private void tell(Change change, Instant at) {
        parcels.apply(change);
        outlets.milestones(change, at);
        outlets.stalls(change, at);
        for (StallEvent event : change.stalls()) {
            if (event instanceof StallDetected raised) {
                metrics.raised(raised);
            }
        }
    }

    private boolean isHere(ParcelId parcel) {
        return partitions.of(parcel.waybill()) == partition();
    }

    private int partition() {
        return context.taskId().partition();
    }

    @Override
    public void close() {
        review.close();
        parcels.close();
        surroundings.close();
        beat.age().close();
    }
}
