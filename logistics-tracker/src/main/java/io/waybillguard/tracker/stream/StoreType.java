package io.waybillguard.tracker.stream;

import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** Where parcels are kept; either way a changelog topic can rebuild them. */
public enum StoreType {
    /** In memory: fastest. */
    HEAP,
    /** On disk: for state larger than memory. */
    ROCKSDB;

    StoreBuilder<KeyValueStore<String, byte[]>> builder(String name) {
        return Stores.keyValueStoreBuilder(supplier(name), Serdes.String(), Serdes.ByteArray());
    }

    private KeyValueBytesStoreSupplier supplier(String name) {
        return switch (this) {
            case HEAP -> Stores.inMemoryKeyValueStore(name);
            case ROCKSDB -> Stores.persistentKeyValueStore(name);
        };
    }
}
