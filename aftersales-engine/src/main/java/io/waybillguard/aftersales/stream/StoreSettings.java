package io.waybillguard.aftersales.stream;

import io.waybillguard.kit.streams.HashStores;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Where dossiers are kept between commits.
 *
 * @param kind default {@code rocksdb}: orders are kept for long and most of them are at rest
 * @param largestDossier what an order may come to: an event that would make it larger is put aside;
 *     default 512 KiB, well under what Kafka takes as one record
 */
@Validated
@ConfigurationProperties("waybill.engine.store")
record StoreSettings(
        @NotNull @DefaultValue("rocksdb") Kind kind,
        @NotNull @DefaultValue("512KB") DataSize largestDossier) {

    @AssertTrue(message = "a dossier must have room, and fit into a record: 64KB to 900KB")
    boolean isDossierPossible() {
        return largestDossier.toKilobytes() >= 64 && largestDossier.toKilobytes() <= 900;
    }

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
                    case HEAP -> HashStores.named(EngineTopology.ORDERS);
                };
        return Stores.keyValueStoreBuilder(supplier, Serdes.String(), Serdes.ByteArray());
    }
}
