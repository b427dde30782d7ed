package io.waybillguard.aftersales.stream;

import io.waybillguard.aftersales.order.OrderFacts;
import io.waybillguard.aftersales.refund.Dossier;
import io.waybillguard.aftersales.refund.Note;
import io.waybillguard.aftersales.refund.Outcome;
import io.waybillguard.aftersales.refund.Policies;
import io.waybillguard.aftersales.refund.ProvenNow;
import io.waybillguard.aftersales.refund.RefundDesk;
import io.waybillguard.events.allowance.AllowanceAnswer;
import io.waybillguard.events.interception.InterceptionResult;
import io.waybillguard.events.order.OrderEvent;
import io.waybillguard.events.parcel.MilestoneEvent;
import io.waybillguard.events.parcel.StallEvent;
import io.waybillguard.events.parcel.TrackerProgress.ReadUntil;
import io.waybillguard.events.payout.PayoutResult;
import io.waybillguard.events.refund.AftersalesRequest;
import io.waybillguard.events.refund.AftersalesRequest.RefundRequested;
import io.waybillguard.events.topics.Topics;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.kit.streams.Partitions;
import io.waybillguard.kit.streams.Rerouted;
import io.waybillguard.timers.Pulse;
import io.waybillguard.timers.PulseSettings;
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
 * order is the one that the event names, whatever the record's key; what belongs to an order of
 * another partition is sent there, once.
 */
final class ProcessOrder implements Processor<Object, Object, Object, Object> {

    private static final Logger log = LoggerFactory.getLogger(ProcessOrder.class);

    private final Supplier parts;
    private final RefundDesk desk;
    private final EngineMeters meters;
    private final Deadlines deadlines;
    private Outlets outlets;
    private TaskId task;
    private Dossiers dossiers;
    private Policies policies;

    private ProcessOrder(Supplier parts) {
        this.parts = parts;
        this.desk = parts.desk();
        this.meters = parts.meters();
        this.deadlines = new Deadlines(parts.pulses(), meters.pulses()::fired);
    }

    /** Makes one for each task, with its store. */
    record Supplier(
            RefundDesk desk,
            PulseSettings pulses,
            EngineMeters meters,
            StoreSettings store,
            Partitions partitions)
            implements ProcessorSupplier<Object, Object, Object, Object> {
        @Override
        public Processor<Object, Object, Object, Object> get() {
            return new ProcessOrder(this);
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return Set.of(store.orders());
        }
    }

    @Override
    public void init(ProcessorContext<Object, Object> context) {
        this.outlets = new Outlets(context, meters.deadLetters());
        this.task = context.taskId();
        this.policies = new ShopPolicies(context.getStateStore(Topics.SHOP_POLICIES.name()));
        this.dossiers =
                new Dossiers(
                        context.getStateStore(EngineTopology.ORDERS),
                        deadlines,
                        meters.openCases().begin(task),
                        parts.store().largestDossier());
        dossiers.derive();
    }

    @Override
    public void process(Record<Object, Object> record) {
        Instant at = Instant.ofEpochMilli(record.timestamp());
        switch (record.value()) {
            case Pulse _ -> beat(record);
            case ReadUntil told -> deadlines.told(told, at);
            default -> bring(record, inputOf(record.value(), at));
        }
    }

    /**
     * What is to be done with the dossier of an order.
     *
     * @param adds it may make the dossier larger, and is put aside where that is too large
     */
    private record Input(OrderId order, boolean adds, Function<Dossier, Outcome> work) {}

    private Input inputOf(Object value, Instant at) {
        return switch (value) {
            case OrderEvent event -> fact(event.orderId(), facts -> facts.with(event), at);
            case MilestoneEvent event -> fact(event.orderId(), facts -> facts.with(event), at);
            case StallEvent event -> fact(event.orderId(), facts -> facts.with(event), at);
            case AftersalesRequest request ->
                    new Input(
                            request.orderId(),
                            request instanceof RefundRequested,
                            dossier -> desk.asked(dossier, request, policies, at));
            case InterceptionResult result ->
                    new Input(
                            result.orderId(),
                            false,
                            dossier -> desk.answered(dossier, result, policies, at));
            case AllowanceAnswer answer ->
                    new Input(
                            answer.orderId(),
                            false,
                            dossier -> desk.answered(dossier, answer, policies, at));
            case PayoutResult result ->
                    new Input(
                            result.orderId(),
                            false,
                            dossier -> desk.answered(dossier, result, policies, at));
            default ->
                    throw new IllegalStateException("no source is wired for " + value.getClass());
        };
    }

    private Input fact(OrderId order, UnaryOperator<OrderFacts> evolve, Instant at) {
        return new Input(
                order,
                true,
                dossier -> desk.learned(dossier, evolve.apply(dossier.facts()), policies, at));
    }

    private void bring(Record<Object, Object> record, Input input) {
        if (parts.partitions().of(input.order().value()) == task.partition()) {
            meters.answers().heard(record.value());
            work(record, input);
        } else if (Rerouted.isMarked(record)) {
            outlets.putAside(record, input.order(), "wrong-partition", "");
        } else {
            meters.refunds().rerouted();
            outlets.reroute(record, input.order());
        }
    }

    /** What nobody foresaw of an input puts the input aside and changes nothing. */
    private void work(Record<Object, Object> record, Input input) {
        OrderId order = input.order();
        Dossier before = dossiers.load(order);
        Outcome outcome;
        try {
            outcome = input.work().apply(before);
        } catch (RuntimeException unforeseen) {
            log.error("a {} is put aside", record.value().getClass().getSimpleName(), unforeseen);
            outlets.putAside(record, order, "unforeseen", unforeseen.getClass().getSimpleName());
            return;
        }
        if (outcome.notes().contains(new Note.OneTooMany())) {
            outlets.putAside(record, order, "too-many-requests", "");
        } else if (input.adds() && dossiers.isTooLarge(before, outcome.dossier())) {
            outlets.putAside(record, order, "order-too-large", "");
        } else {
            take(before, outcome, record.timestamp());
        }
    }

    private void beat(Record<Object, Object> record) {
        meters.pulses().pulse(task, record.timestamp());
        deadlines.pulse(
                record.timestamp(), (order, proven) -> due(order, proven, record.timestamp()));
    }

    /** What nobody foresaw of one order leaves the deadlines of the others to fire. */
    private boolean due(OrderId order, ProvenNow proven, long timestamp) {
        Dossier before;
        Outcome outcome;
        try {
            before = dossiers.load(order);
            outcome = desk.due(before, policies, proven);
        } catch (RuntimeException unforeseen) {
            log.error("a deadline fails and is tried again", unforeseen);
            meters.pulses().failed();
            return false;
        }
        take(before, outcome, timestamp);
        return true;
    }

    private void take(Dossier before, Outcome outcome, long timestamp) {
        dossiers.save(before, outcome.dossier());
        outlets.send(outcome, timestamp);
        meters.refunds().count(outcome);
    }

    @Override
    public void close() {
        meters.openCases().end(task);
        meters.pulses().end(task);
    }
}
