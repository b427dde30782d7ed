package io.waybillguard.aftersales.stream;

import jakarta.validation.constraints.NotNull;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where dossiers are kept between commits.
 *
 * @param kind default {@code rocksdb}: orders are kept for long and most of them are at rest
 */
@Validated
@ConfigurationProperties("waybill.engine.store")
record StoreSettings(@NotNull @DefaultValue("rocksdb") Kind kind) {

    /** In what. */
    enum Kind {
        /** On disk: more than fits in memory. */
        ROCKSDB,
        /** In memory: faster. */
        HEAP
    }

    StoreBuilder<KeyValueStore<String, byte[]>> orders() {
        KeyValueBytesStoreSupplier supplier =
                switch (kind) {
                    case ROCKSDB -> Stores.persistentKeyValueStore(EngineTopology.ORDERS);
                    case HEAP -> Stores.inMemoryKeyValueStore(EngineTopology.ORDERS);
                };
        return Stores.keyValueStoreBuilder(supplier, Serdes.String(), Serdes.ByteArray());
    }
}
