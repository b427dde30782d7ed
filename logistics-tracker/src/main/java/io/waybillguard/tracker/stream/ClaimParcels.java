package io.waybillguard.tracker.stream;

import io.waybillguard.events.order.OrderEvent;
import io.waybillguard.events.parcel.ParcelClaim;
import io.waybillguard.events.parcel.ParcelClaim.ParcelClaimed;
import io.waybillguard.events.refund.AftersalesRequest;
import io.waybillguard.events.topics.Topics;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.tracker.tracking.Returns;
import io.waybillguard.tracker.tracking.Shipments;
import java.time.Instant;
import java.util.Set;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;

/** Brings what orders and returns say about a parcel to the parcel's own partition. */
final class ClaimParcels implements Processor<Object, Object, String, Object> {

    private final TrackerSettings settings;
    private ProcessorContext<String, Object> context;
    private ShipmentStore shipments;

    private ClaimParcels(TrackerSettings settings) {
        this.settings = settings;
    }

    /** Makes them, each with its store. */
    record Supplier(TrackerSettings settings)
            implements ProcessorSupplier<Object, Object, String, Object> {
        @Override
        public Processor<Object, Object, String, Object> get() {
            return new ClaimParcels(settings);
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return Set.of(settings.store().builder(ShipmentStore.NAME));
        }
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        this.context = context;
        this.shipments =
                new ShipmentStore(context.getStateStore(ShipmentStore.NAME), settings.retention());
    }

    @Override
    public void process(Record<Object, Object> record) {
        Instant at = Instant.ofEpochMilli(record.timestamp());
        switch (record.value()) {
            case OrderEvent event -> order(event, at);
            case AftersalesRequest request ->
                    Returns.in(request).ifPresent(claim -> returned(claim, at));
            default -> throw new IllegalStateException("no reader for " + record.value());
        }
    }

    private void order(OrderEvent event, Instant at) {
        Shipments before = shipments.of(event.orderId());
        Shipments.Step step = before.on(event);
        keep(event.orderId(), before, step.after(), at);
        step.claims().forEach(claim -> forward(claim, at));
    }

    private void returned(ParcelClaimed claim, Instant at) {
        Shipments before = shipments.of(claim.orderId());
        keep(claim.orderId(), before, before.returned(claim.parcel()), at);
        forward(claim, at);
    }

    private void keep(OrderId order, Shipments before, Shipments after, Instant at) {
        if (!after.equals(before)) {
            shipments.put(order, after, at);
        }
        shipments.forget(at);
    }

    private void forward(ParcelClaim claim, Instant at) {
        String key = Topics.TRACKER_CLAIMS.keyFor(claim);
        context.forward(new Record<>(key, claim, at.toEpochMilli(), new RecordHeaders()));
    }

    @Override
    public void close() {
        shipments.close();
    }
}
