package io.waybillguard.tracker.stream;

import io.waybillguard.events.json.EventJson;
import io.waybillguard.events.parcel.CourierReport.ScansReported;
import io.waybillguard.events.parcel.ParcelClaim;
import io.waybillguard.events.parcel.Scan;
import io.waybillguard.events.parcel.ScanEvent.ScanRecorded;
import io.waybillguard.events.parcel.Stage;
import io.waybillguard.events.parcel.TrackerProgress.ReadUntil;
import io.waybillguard.events.topics.Topic;
import io.waybillguard.events.topics.Topics;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.kit.kafka.DeadLetterCounter;
import io.waybillguard.kit.streams.DeadLetters;
import io.waybillguard.kit.streams.Rerouted;
import io.waybillguard.tracker.tracking.Change;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** The ways out of the tracker, by the names of their sinks. */
final class Outlets {

    static final String MILESTONES = "milestones";
    static final String STALLS = "stalls";
    static final String SCANS = "scans";
    static final String REROUTED = "rerouted-scans";
    static final String PASSED_ON = "passed-on";
    static final String PROGRESS = "progress";

    private final ProcessorContext<Object, Object> context;
    private final DeadLetters deadLetters;

    Outlets(ProcessorContext<Object, Object> context, DeadLetterCounter counter) {
        this.context = context;
        this.deadLetters = new DeadLetters(counter);
    }

    void milestones(Change change, Instant at) {
        change.milestones().forEach(event -> send(MILESTONES, Topics.PARCEL_MILESTONES, event, at));
    }

    void stalls(Change change, Instant at) {
        change.stalls().forEach(event -> send(STALLS, Topics.PARCEL_STALLS, event, at));
    }

    /** The scans of a report that told something new, by each id that somebody knows it by. */
    void scans(Change change, List<Scan> reported, Instant at) {
        Stage stage = change.parcel().journey().stage();
        for (Scan scan : change.freshOf(reported)) {
            for (ParcelId id : change.parcel().ids()) {
                send(SCANS, Topics.PARCEL_SCANS, new ScanRecorded(id, scan, stage), at);
            }
        }
    }

    void reroute(ScansReported report, Instant at) {
        for (ScansReported piece : Pieces.of(report)) {
            forward(REROUTED, Topics.COURIER_SCANS.keyFor(piece), piece, at, Rerouted.mark());
        }
    }

    /** A word on a parcel that is another task's. */
    void passOn(ParcelClaim claim, Instant at) {
        send(PASSED_ON, Topics.TRACKER_CLAIMS, claim, at);
    }

    void progress(ReadUntil event) {
        forward(PROGRESS, "", event, event.readUntil(), new RecordHeaders());
    }

    /**
     * Into the dead letters, as it was read.
     *
     * @param of the record it came in
     */
    void putAside(
            Record<Object, Object> of, ParcelId parcel, Object event, String reason, String why) {
        deadLetters.forward(
                context,
                of.withKey(parcel.waybill().getBytes(StandardCharsets.UTF_8))
                        .withValue(EventJson.write(event)),
                reason,
                why);
    }

    private <V> void send(String sink, Topic<V> topic, V event, Instant at) {
        forward(sink, topic.keyFor(event), event, at, new RecordHeaders());
    }

    private void forward(String sink, String key, Object event, Instant at, Headers headers) {
        context.forward(new Record<Object, Object>(key, event, at.toEpochMilli(), headers), sink);
    }
}
