package io.waybillguard.tracker.stream;

import io.waybillguard.events.types.OrderId;
import io.waybillguard.tracker.stream.ShipmentCodec.Stored;
import io.waybillguard.tracker.tracking.Retention;
import io.waybillguard.tracker.tracking.Shipments;
import java.time.Instant;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * One task's orders with their parcels, until they have said nothing for long. That time is the
 * broker's, and passes with the orders' own events: each of them looks at a few orders, one round
 * after the other through all. No index is kept of when they end: it would be larger than they are.
 */
final class ShipmentStore implements AutoCloseable {

    /** The store's name. */
    static final String NAME = "shipments";

    /** The orders looked at by one event: more than it can add, so that rounds come to an end. */
    private static final int LOOKED_AT = 8;

    private final KeyValueStore<String, byte[]> store;
    private final Retention retention;
    private @Nullable KeyValueIterator<String, byte[]> round;

    ShipmentStore(KeyValueStore<String, byte[]> store, Retention retention) {
        this.store = store;
        this.retention = retention;
    }

    static String keyOf(OrderId order) {
        return order.value();
    }

    Shipments of(OrderId order) {
        byte[] bytes = store.get(keyOf(order));
        return bytes == null ? Shipments.NONE : ShipmentCodec.read(bytes).shipments();
    }

    void put(OrderId order, Shipments shipments, Instant at) {
        if (shipments.all().isEmpty()) {
            store.delete(keyOf(order));
        } else {
            store.put(keyOf(order), ShipmentCodec.write(new Stored(shipments, at)));
        }
    }

    /** Forgets those of the next few orders that have said nothing for too long. */
    void forget(Instant now) {
        KeyValueIterator<String, byte[]> next = round == null ? store.all() : round;
        round = next;
        for (int left = LOOKED_AT; left > 0 && next.hasNext(); left--) {
            String key = next.next().key;
            byte[] bytes = store.get(key);
            if (bytes != null && isOver(ShipmentCodec.read(bytes), now)) {
                store.delete(key);
            }
        }
        if (!next.hasNext()) {
            close();
        }
    }

    private boolean isOver(Stored stored, Instant now) {
        return !now.isBefore(retention.end(stored.shipments(), stored.at()));
    }

    /** Ends the round. */
    @Override
    public void close() {
        KeyValueIterator<String, byte[]> open = round;
        round = null;
        if (open != null) {
            open.close();
        }
    }
}
