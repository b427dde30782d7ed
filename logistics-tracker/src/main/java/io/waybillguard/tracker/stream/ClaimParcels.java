package io.waybillguard.tracker.stream;

import io.waybillguard.events.order.OrderEvent;
import io.waybillguard.events.parcel.ParcelClaim;
import io.waybillguard.events.refund.AftersalesRequest;
import io.waybillguard.events.topics.Topics;
import io.waybillguard.tracker.tracking.Claims;
import java.util.Optional;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Brings what orders and returns say about a parcel to the parcel's own partition. */
final class ClaimParcels implements Processor<Object, Object, String, Object> {

    private ProcessorContext<String, Object> context;

    @Override
    public void init(ProcessorContext<String, Object> context) {
        this.context = context;
    }

    @Override
    public void process(Record<Object, Object> record) {
        claim(record.value()).ifPresent(claim -> forward(claim, record.timestamp()));
    }

    private static Optional<ParcelClaim> claim(Object event) {
        return switch (event) {
            case OrderEvent order -> Claims.in(order);
            case AftersalesRequest request -> Claims.in(request);
            default -> throw new IllegalStateException("no reader for " + event);
        };
    }

    private void forward(ParcelClaim claim, long timestamp) {
        String key = Topics.TRACKER_CLAIMS.keyFor(claim);
        context.forward(new Record<>(key, claim, timestamp, new RecordHeaders()));
    }
}
