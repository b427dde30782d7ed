package io.waybillguard.aftersales.stream;

import io.waybillguard.events.topics.Topic;
import io.waybillguard.events.topics.Topics;
import io.waybillguard.kit.kafka.DeadLetterCounter;
import io.waybillguard.kit.kafka.EventSerializer;
import io.waybillguard.kit.streams.DecodeEvents;
import io.waybillguard.kit.streams.EventSources;
import io.waybillguard.kit.streams.Rerouted;
import io.waybillguard.timers.PulseTopology;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.RecordContext;

/** Facts, requests and answers in; decisions and commands out. */
final class EngineTopology {

    /** The store of dossiers, by order id. */
    static final String ORDERS = "orders";

    static final String PROCESS = "process-order";
    static final String EVENTS = "aftersales-events";
    static final String INTERCEPTIONS = "interception-commands";
    static final String PAYOUTS = "payout-commands";
    static final String REROUTED = "rerouted";
    static final String ALLOWANCE_QUESTIONS = "allowance-questions";
    static final String ALLOWANCE_ANSWERS = "allowance-answers";

    private static final String KEEP_ALLOWANCES = "keep-allowances";

    private static final String SERVICE = "aftersales-engine";

    private static final List<Topic<?>> INPUTS =
            List.of(
                    Topics.ORDERS,
                    Topics.AFTERSALES_REQUESTS,
                    Topics.PARCEL_MILESTONES,
                    Topics.PARCEL_STALLS,
                    Topics.INTERCEPTION_RESULTS,
                    Topics.PAYOUT_RESULTS,
                    Topics.ALLOWANCE_ANSWERS,
                    Topics.TRACKER_PROGRESS);

    private EngineTopology() {}

    static Topology of(
            ProcessOrder.Supplier process,
            KeepAllowances.Supplier allowances,
            Duration pulseEvery) {
        DeadLetterCounter counter = process.meters().deadLetters();
        Topology topology = new Topology();
        KeepLatest.addTo(topology, Topics.SHOP_POLICIES, counter);
        KeepLatest.addTo(topology, Topics.FORCE_MAJEURE, counter);
        PulseTopology.addTo(topology, Topics.ENGINE_PULSES.name(), pulseEvery);
        INPUTS.forEach(topic -> addSource(topology, topic, counter));
        topology.addProcessor(PROCESS, process, parents());
        addSink(topology, EVENTS, Topics.AFTERSALES_EVENTS, PROCESS);
        addSink(topology, INTERCEPTIONS, Topics.INTERCEPTIONS, PROCESS);
        addSink(topology, PAYOUTS, Topics.PAYOUTS, PROCESS);
        addRerouted(topology);
        addAllowances(topology, allowances, counter);
        return EventSources.addDeadLetters(topology, rejecting());
    }

    /** Questions of shops' and buyers' days, each in the partition that counts the day. */
    private static void addAllowances(
            Topology topology, KeepAllowances.Supplier allowances, DeadLetterCounter counter) {
        EventSources.add(
                topology,
                Topics.ALLOWANCE_QUESTIONS,
                new DecodeEvents.Supplier<>(
                        Topics.ALLOWANCE_QUESTIONS, counter, List.of(KEEP_ALLOWANCES)));
        topology.addProcessor(
                KEEP_ALLOWANCES, allowances, EventSources.decoderOf(Topics.ALLOWANCE_QUESTIONS));
        addSink(topology, ALLOWANCE_QUESTIONS, Topics.ALLOWANCE_QUESTIONS, PROCESS);
        addSink(topology, ALLOWANCE_ANSWERS, Topics.ALLOWANCE_ANSWERS, KEEP_ALLOWANCES);
    }

    private static <V> void addSource(
            Topology topology, Topic<V> topic, DeadLetterCounter counter) {
        EventSources.add(
                topology, topic, new DecodeEvents.Supplier<>(topic, counter, List.of(PROCESS)));
    }

    private static void addSink(Topology topology, String name, Topic<?> topic, String... parents) {
        topology.addSink(
                name, topic.name(), new StringSerializer(), new EventSerializer(SERVICE), parents);
    }

    /** Back to the topic that the record came from. */
    private static void addRerouted(Topology topology) {
        topology.addSink(
                REROUTED,
                (String _, Object _, RecordContext context) -> context.topic(),
                new StringSerializer(),
                new EventSerializer(SERVICE, Rerouted.HEADER),
                PROCESS);
    }

    private static String[] parents() {
        List<String> parents = decoders();
        parents.add(PulseTopology.SOURCE);
        return parents.toArray(String[]::new);
    }

    private static String[] rejecting() {
        List<String> parents = decoders();
        parents.add(PROCESS);
        parents.add(EventSources.decoderOf(Topics.ALLOWANCE_QUESTIONS));
        return parents.toArray(String[]::new);
    }

    private static List<String> decoders() {
        List<String> decoders = new ArrayList<>();
        INPUTS.forEach(topic -> decoders.add(EventSources.decoderOf(topic)));
        return decoders;
    }
}
