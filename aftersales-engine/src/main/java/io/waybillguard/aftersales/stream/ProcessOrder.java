package io.waybillguard.aftersales.stream;

import io.waybillguard.aftersales.order.OrderFacts;
import io.waybillguard.aftersales.refund.CaseEvent;
import io.waybillguard.aftersales.refund.Dossier;
import io.waybillguard.aftersales.refund.Message;
import io.waybillguard.aftersales.refund.Outcome;
import io.waybillguard.aftersales.refund.Policies;
import io.waybillguard.aftersales.refund.ProvenNow;
import io.waybillguard.aftersales.refund.RefundDesk;
import io.waybillguard.events.interception.InterceptionResult;
import io.waybillguard.events.json.EventJson;
import io.waybillguard.events.order.OrderEvent;
import io.waybillguard.events.parcel.MilestoneEvent;
import io.waybillguard.events.parcel.StallEvent;
import io.waybillguard.events.parcel.TrackerProgress.ReadUntil;
import io.waybillguard.events.payout.PayoutResult;
import io.waybillguard.events.refund.AftersalesRequest;
import io.waybillguard.events.topics.Topics;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.kit.streams.DeadLetters;
import io.waybillguard.timers.Pulse;
import io.waybillguard.timers.PulseSettings;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings every input to the dossier of its order, and what the desk makes of it to the sinks. The
 * order is the one that the event names, whatever the record's key.
 */
final class ProcessOrder implements Processor<Object, Object, Object, Object> {

    private static final Logger log = LoggerFactory.getLogger(ProcessOrder.class);

    private final RefundDesk desk;
    private final EngineMeters meters;
    private final Deadlines deadlines;
    private final DeadLetters deadLetters;
    private ProcessorContext<Object, Object> context;
    private TaskId task;
    private Dossiers dossiers;
    private Policies policies;

    private ProcessOrder(RefundDesk desk, PulseSettings pulses, EngineMeters meters) {
        this.desk = desk;
        this.meters = meters;
        this.deadlines = new Deadlines(pulses, meters.pulses()::fired);
        this.deadLetters = new DeadLetters(meters.deadLetters());
    }

    /** Makes one for each task, with its store. */
    record Supplier(
            RefundDesk desk, PulseSettings pulses, EngineMeters meters, StoreBuilder<?> store)
            implements ProcessorSupplier<Object, Object, Object, Object> {
        @Override
        public Processor<Object, Object, Object, Object> get() {
            return new ProcessOrder(desk, pulses, meters);
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return Set.of(store);
        }
    }

    @Override
    public void init(ProcessorContext<Object, Object> context) {
        this.context = context;
        this.task = context.taskId();
        this.policies = new ShopPolicies(context.getStateStore(Topics.SHOP_POLICIES.name()));
        this.dossiers =
                new Dossiers(
                        context.getStateStore(EngineTopology.ORDERS),
                        deadlines,
                        meters.openCases().begin(task));
        dossiers.derive();
    }

    @Override
    public void process(Record<Object, Object> record) {
        Instant at = Instant.ofEpochMilli(record.timestamp());
        switch (record.value()) {
            case Pulse _ -> beat(record);
            case ReadUntil told -> deadlines.told(told, at);
            case OrderEvent event -> learn(record, event.orderId(), facts -> facts.with(event));
            case MilestoneEvent event -> learn(record, event.orderId(), facts -> facts.with(event));
            case StallEvent event -> learn(record, event.orderId(), facts -> facts.with(event));
            case AftersalesRequest request ->
                    work(
                            record,
                            request.orderId(),
                            dossier -> desk.asked(dossier, request, policies, at));
            case InterceptionResult result ->
                    work(
                            record,
                            result.orderId(),
                            dossier ->
                                    desk.happened(
                                            dossier,
                                            result.refundId(),
                                            CaseEvent.of(result),
                                            policies,
                                            at));
            case PayoutResult result ->
                    work(
                            record,
                            result.orderId(),
                            dossier ->
                                    desk.happened(
                                            dossier,
                                            result.refundId(),
                                            CaseEvent.of(result),
                                            policies,
                                            at));
            default ->
                    throw new IllegalStateException(
                            "no source is wired for " + record.value().getClass());
        }
    }

    private void learn(
            Record<Object, Object> record, OrderId order, UnaryOperator<OrderFacts> evolve) {
        Instant at = Instant.ofEpochMilli(record.timestamp());
        work(
                record,
                order,
                dossier -> desk.learned(dossier, evolve.apply(dossier.facts()), policies, at));
    }

    private void beat(Record<Object, Object> record) {
        meters.pulses().pulse(task, record.timestamp());
        deadlines.pulse(
                record.timestamp(), (order, proven) -> due(order, proven, record.timestamp()));
    }

    private void due(OrderId order, ProvenNow proven, long timestamp) {
        Dossier before = dossiers.load(order);
        take(before, desk.due(before, policies, proven), timestamp);
    }

    /** What nobody foresaw of an input puts the input aside and changes nothing. */
    private void work(
            Record<Object, Object> record, OrderId order, Function<Dossier, Outcome> input) {
        Dossier before = dossiers.load(order);
        Outcome outcome;
        try {
            outcome = input.apply(before);
        } catch (RuntimeException unforeseen) {
            log.error("a {} is put aside", record.value().getClass().getSimpleName(), unforeseen);
            putAside(record, order, unforeseen);
            return;
        }
        take(before, outcome, record.timestamp());
    }

    private void putAside(Record<Object, Object> record, OrderId order, RuntimeException why) {
        deadLetters.forward(
                context,
                record.withKey(order.value().getBytes(StandardCharsets.UTF_8))
                        .withValue(EventJson.write(record.value())),
                "unforeseen",
                why.getClass().getSimpleName());
    }

    private void take(Dossier before, Outcome outcome, long timestamp) {
        dossiers.save(before, outcome.dossier());
        String key = outcome.dossier().facts().id().value();
        for (Message message : outcome.messages()) {
            switch (message) {
                case Message.Published(var event) ->
                        context.forward(new Record<>(key, event, timestamp), EngineTopology.EVENTS);
                case Message.ToCourier(var command) ->
                        context.forward(
                                new Record<>(key, command, timestamp),
                                EngineTopology.INTERCEPTIONS);
                case Message.ToPayment(var command) ->
                        context.forward(
                                new Record<>(key, command, timestamp), EngineTopology.PAYOUTS);
            }
        }
        meters.refunds().count(outcome);
    }

    @Override
    public void close() {
        meters.openCases().end(task);
        meters.pulses().end(task);
    }
}
