package io.waybillguard.tracker.stream;

import io.waybillguard.kit.streams.HashStores;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
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

    /** A store whose keys are texts. */
    StoreBuilder<KeyValueStore<String, byte[]>> builder(String name) {
        return Stores.keyValueStoreBuilder(supplier(name), Serdes.String(), Serdes.ByteArray());
    }

    /** A store whose keys are kept as they are: no copy for whoever holds them too. */
    StoreBuilder<KeyValueStore<Bytes, byte[]>> bytes(String name) {
        return Stores.keyValueStoreBuilder(supplier(name), Serdes.Bytes(), Serdes.ByteArray());
    }

    private KeyValueBytesStoreSupplier supplier(String name) {
        return switch (this) {
            case HEAP -> HashStores.named(name);
            case ROCKSDB -> Stores.persistentKeyValueStore(name);
        };
    }
}
