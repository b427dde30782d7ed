package io.waybillguard.tracker.stream;

import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.timers.DeadlineIndex;
import io.waybillguard.tracker.tracking.Shipments;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * One task's orders with what they have sent, until they end or have said nothing for long. That
 * time is the broker's, and passes with the orders' own events.
 */
final class ShipmentStore {

    /** The store's name. */
    static final String NAME = "shipments";

    private static final int VERSION = 1;

    /** The most orders forgotten by one event: the work of a record stays bounded. */
    private static final int MOST_FORGOTTEN = 100;

    private final KeyValueStore<String, byte[]> store;
    private final Duration keep;
    private final DeadlineIndex<String> ends = new DeadlineIndex<>();

    ShipmentStore(KeyValueStore<String, byte[]> store, Duration keep) {
        this.store = store;
        this.keep = keep;
    }

    /** Rebuilds the index from what is stored. */
    void restore() {
        try (KeyValueIterator<String, byte[]> all = store.all()) {
            while (all.hasNext()) {
                KeyValue<String, byte[]> entry = all.next();
                ends.set(entry.key, opened(entry.value).instant().plus(keep));
            }
        }
    }

    Shipments of(OrderId order) {
        byte[] bytes = store.get(order.value());
        if (bytes == null) {
            return Shipments.NONE;
        }
        CompactInput in = opened(bytes);
        in.instant();
        Set<ParcelId> parcels = new HashSet<>();
        for (int left = in.count(); left > 0; left--) {
            parcels.add(ParcelId.of(in.text(), in.text()));
        }
        return new Shipments(parcels);
    }

    void put(OrderId order, Shipments shipments, Instant at) {
        String key = order.value();
        if (shipments.parcels().isEmpty()) {
            store.delete(key);
            ends.set(key, null);
            return;
        }
        CompactOutput out = new CompactOutput();
        out.octet(VERSION);
        out.instant(at);
        out.number(shipments.parcels().size());
        shipments.parcels().stream()
                .sorted()
                .forEach(parcel -> {
                    out.text(parcel.courier().value());
                    out.text(parcel.waybill());
                });
        store.put(key, out.toBytes());
        ends.set(key, at.plus(keep));
    }

    /** Forgets orders that have said nothing for too long. */
    void forget(Instant now) {
        for (int left = MOST_FORGOTTEN; left > 0; left--) {
            DeadlineIndex.Deadline<String> silent = ends.pollDue(now);
            if (silent == null) {
                return;
            }
            store.delete(silent.key());
        }
    }

    private static CompactInput opened(byte[] bytes) {
        CompactInput in = new CompactInput(bytes);
        int version = in.octet();
        if (version != VERSION) {
            throw new IllegalStateException("stored shipments have the unknown version " + version);
        }
        return in;
    }
}
