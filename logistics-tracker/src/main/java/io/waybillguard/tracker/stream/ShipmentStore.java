package io.waybillguard.tracker.stream;

import io.waybillguard.events.types.OrderId;
import io.waybillguard.timers.DeadlineIndex;
import io.waybillguard.tracker.stream.ShipmentCodec.Stored;
import io.waybillguard.tracker.tracking.Retention;
import io.waybillguard.tracker.tracking.Shipments;
import java.time.Instant;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * One task's orders with their parcels, until they have said nothing for long. That time is the
 * broker's, and passes with the orders' own events.
 */
final class ShipmentStore {

    /** The store's name. */
    static final String NAME = "shipments";

    /** The most orders forgotten by one event: the work of a record stays bounded. */
    private static final int MOST_FORGOTTEN = 100;

    private final KeyValueStore<String, byte[]> store;
    private final Retention retention;
    private final DeadlineIndex<String> ends = new DeadlineIndex<>();

    ShipmentStore(KeyValueStore<String, byte[]> store, Retention retention) {
        this.store = store;
        this.retention = retention;
    }

    /** Rebuilds the index from what is stored. */
    void restore() {
        try (KeyValueIterator<String, byte[]> all = store.all()) {
            while (all.hasNext()) {
                KeyValue<String, byte[]> entry = all.next();
                Stored stored = ShipmentCodec.read(entry.value);
                ends.set(entry.key, retention.end(stored.shipments(), stored.at()));
            }
        }
    }

    static String keyOf(OrderId order) {
        return order.value();
    }

    Shipments of(OrderId order) {
        byte[] bytes = store.get(keyOf(order));
        return bytes == null ? Shipments.NONE : ShipmentCodec.read(bytes).shipments();
    }

    void put(OrderId order, Shipments shipments, Instant at) {
        String key = keyOf(order);
        if (shipments.all().isEmpty()) {
            store.delete(key);
            ends.set(key, null);
            return;
        }
        store.put(key, ShipmentCodec.write(new Stored(shipments, at)));
        ends.set(key, retention.end(shipments, at));
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
}
