package io.waybillguard.tracker.stream;

import static io.waybillguard.kit.streams.EventSources.decoderOf;

import io.waybillguard.events.topics.Topic;
import io.waybillguard.events.topics.Topics;
import io.waybillguard.kit.kafka.DeadLetterCounter;
import io.waybillguard.kit.kafka.EventSerializer;
import io.waybillguard.kit.streams.DecodeEvents;
import io.waybillguard.kit.streams.EventSources;
import io.waybillguard.kit.streams.Partitions;
import io.waybillguard.kit.streams.Rerouted;
import io.waybillguard.timers.PulseTopology;
import io.waybillguard.tracker.provider.Providers;
import io.waybillguard.tracker.silence.SilenceRules;
import io.waybillguard.tracker.tracking.Tracking;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.StreamPartitioner;

/** The picture: webhooks, scans, claims and pulses in; scans, milestones and stalls out. */
record TrackerTopology(
        String service,
        Providers providers,
        Tracking tracking,
        TrackerSettings settings,
        SilenceRules silences,
        Partitions partitions,
        TrackerMetrics metrics,
        DeadLetterCounter counter) {

    private static final String TRACK = "track-parcels";
    private static final String CLAIM = "claim-parcels";
    private static final String CLAIMS = "claims";

    Topology topology() {
        Topology topology = new Topology();
        KeepFilings.addTo(topology, counter);
        webhooks(topology);
        events(topology, Topics.COURIER_SCANS, TRACK);
        events(topology, Topics.TRACKER_CLAIMS, TRACK);
        events(topology, Topics.ORDERS, CLAIM);
        events(topology, Topics.AFTERSALES_REQUESTS, CLAIM);
        PulseTopology.addTo(topology, Topics.TRACKER_PULSES.name(), settings.pulse().every());
        topology.addProcessor(
                        TRACK,
                        new TrackParcels.Supplier(
                                tracking, settings, silences, partitions, metrics, counter),
                        decoderOf(Topics.COURIER_WEBHOOKS),
                        decoderOf(Topics.COURIER_SCANS),
                        decoderOf(Topics.TRACKER_CLAIMS),
                        PulseTopology.SOURCE)
                .addProcessor(
                        CLAIM,
                        new ClaimParcels.Supplier(settings),
                        decoderOf(Topics.ORDERS),
                        decoderOf(Topics.AFTERSALES_REQUESTS));
        sink(topology, Outlets.MILESTONES, Topics.PARCEL_MILESTONES, TRACK);
        sink(topology, Outlets.STALLS, Topics.PARCEL_STALLS, TRACK);
        sink(topology, Outlets.SCANS, Topics.PARCEL_SCANS, TRACK);
        sink(topology, Outlets.PASSED_ON, Topics.TRACKER_CLAIMS, TRACK);
        sink(topology, CLAIMS, Topics.TRACKER_CLAIMS, CLAIM);
        sink(topology, Outlets.REROUTED, Topics.COURIER_SCANS, TRACK, Rerouted.HEADER);
        progress(topology);
        return EventSources.addDeadLetters(
                topology,
                decoderOf(Topics.COURIER_WEBHOOKS),
                decoderOf(Topics.COURIER_SCANS),
                decoderOf(Topics.TRACKER_CLAIMS),
                decoderOf(Topics.ORDERS),
                decoderOf(Topics.AFTERSALES_REQUESTS),
                TRACK);
    }

    private void webhooks(Topology topology) {
        String source = Topics.COURIER_WEBHOOKS.name();
        ByteArrayDeserializer bytes = new ByteArrayDeserializer();
        topology.addSource(source, bytes, bytes, source)
                .addProcessor(
                        decoderOf(Topics.COURIER_WEBHOOKS),
                        new DecodeWebhook.Supplier(providers, counter, metrics, TRACK),
                        source);
    }

    private <V> void events(Topology topology, Topic<V> topic, String reader) {
        EventSources.add(
                topology, topic, new DecodeEvents.Supplier<>(topic, counter, List.of(reader)));
    }

    private void sink(
            Topology topology, String name, Topic<?> topic, String parent, String... kept) {
        topology.addSink(
                name,
                topic.name(),
                new StringSerializer(),
                new EventSerializer(service, kept),
                parent);
    }

    /** To every partition: whoever reads one of them knows of all. */
    private void progress(Topology topology) {
        StreamPartitioner<String, Object> all = (_, _, _, count) -> Optional.of(every(count));
        topology.addSink(
                Outlets.PROGRESS,
                Topics.TRACKER_PROGRESS.name(),
                new StringSerializer(),
                new EventSerializer(service),
                all,
                TRACK);
    }

    private static Set<Integer> every(int partitions) {
        return IntStream.range(0, partitions).boxed().collect(Collectors.toUnmodifiableSet());
    }
}
