package io.waybillguard.kit.streams;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.BatchingStateRestoreCallback;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.query.Position;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Stores in a hash map on the heap. Kafka's own in-memory store is an ordered map behind one lock;
 * this one has no order, so it knows no ranges, and readers of other threads never wait.
 */
public final class HashStores {

    private HashStores() {}

    /** Makes the stores of that name, one a task. */
    public static KeyValueBytesStoreSupplier named(String name) {
        return new Supplier(name);
    }

    private record Supplier(String name) implements KeyValueBytesStoreSupplier {
        @Override
        public KeyValueStore<Bytes, byte[]> get() {
            return new HashStore(name);
        }

        @Override
        public String metricsScope() {
            return "hash";
        }
    }

    private static final class HashStore implements KeyValueStore<Bytes, byte[]> {

        private final String name;
        private final Map<Bytes, byte[]> map = new ConcurrentHashMap<>();
        private final Position position = Position.emptyPosition();
        private volatile boolean open;

        private HashStore(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public void init(StateStoreContext context, StateStore root) {
            context.register(root, (BatchingStateRestoreCallback) this::restore);
            open = true;
        }

        private void restore(Iterable<KeyValue<byte[], byte[]>> records) {
            for (KeyValue<byte[], byte[]> record : records) {
                put(Bytes.wrap(record.key), record.value);
            }
        }

        @Override
        public byte @Nullable [] get(Bytes key) {
            return map.get(key);
        }

        @Override
        public void put(Bytes key, byte @Nullable [] value) {
            if (value == null) {
                map.remove(key);
            } else {
                map.put(key, value);
            }
        }

        @Override
        public byte @Nullable [] putIfAbsent(Bytes key, byte @Nullable [] value) {
            byte[] before = map.get(key);
            if (before == null) {
                put(key, value);
            }
            return before;
        }

        @Override
        public void putAll(List<KeyValue<Bytes, byte[]>> entries) {
            entries.forEach(entry -> put(entry.key, entry.value));
        }

        @Override
        public byte @Nullable [] delete(Bytes key) {
            return map.remove(key);
        }

        /** In no order; what is written meanwhile may be among them or not. */
        @Override
        public KeyValueIterator<Bytes, byte[]> all() {
            return new Entries(map.entrySet().iterator());
        }

        @Override
        public KeyValueIterator<Bytes, byte[]> range(Bytes from, Bytes to) {
            throw new UnsupportedOperationException(name + " has no order");
        }

        @Override
        public long approximateNumEntries() {
            return map.size();
        }

        @Override
        public Position getPosition() {
            return position;
        }

        @Override
        public boolean persistent() {
            return false;
        }

        @Override
        public boolean isOpen() {
            return open;
        }

        @Override
        public void close() {
            map.clear();
            open = false;
        }
    }

    private static final class Entries implements KeyValueIterator<Bytes, byte[]> {

        private final Iterator<Map.Entry<Bytes, byte[]>> entries;
        private Map.@Nullable Entry<Bytes, byte[]> next;

        private Entries(Iterator<Map.Entry<Bytes, byte[]>> entries) {
            this.entries = entries;
        }

        @Override
        public boolean hasNext() {
            return next != null || entries.hasNext();
        }

        @Override
        public Bytes peekNextKey() {
            return peek().getKey();
        }

        private Map.Entry<Bytes, byte[]> peek() {
            Map.Entry<Bytes, byte[]> peeked = next == null ? entries.next() : next;
            next = peeked;
            return peeked;
        }

        @Override
        public KeyValue<Bytes, byte[]> next() {
            Map.Entry<Bytes, byte[]> entry = peek();
            next = null;
            return KeyValue.pair(entry.getKey(), entry.getValue());
        }

        @Override
        public void close() {}
    }
}
