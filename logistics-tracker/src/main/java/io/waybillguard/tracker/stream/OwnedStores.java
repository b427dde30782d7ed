package io.waybillguard.tracker.stream;

import io.waybillguard.kit.streams.Advertised;
import io.waybillguard.kit.streams.Partitions;
import io.waybillguard.kit.streams.StreamsRunner;
import io.waybillguard.tracker.stream.Sought.Elsewhere;
import io.waybillguard.tracker.stream.Sought.Found;
import io.waybillguard.tracker.stream.Sought.NotNow;
import io.waybillguard.tracker.stream.Sought.Unknown;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.state.HostInfo;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * The stores of which each instance has some partitions. Only the partition to which a key belongs
 * is asked: of a key in another, this instance says who has it, not that there is none.
 */
final class OwnedStores {

    private final StreamsRunner runner;
    private final Partitions partitions;
    private final HostInfo self;

    OwnedStores(StreamsRunner runner, Partitions partitions, Advertised self) {
        this.runner = runner;
        this.partitions = partitions;
        this.self = new HostInfo(self.host(), self.port());
    }

    /**
     * The bytes under {@code key}.
     *
     * @param partitionedBy what the key's partition is chosen by
     */
    <K> Sought<byte[]> seek(String store, K key, String partitionedBy) {
        KafkaStreams streams = runner.streams().orElse(null);
        if (streams == null) {
            return new NotNow<>("this instance starts or stops");
        }
        int partition = partitions.of(partitionedBy);
        try {
            byte[] bytes = OwnedStores.<K>partition(streams, store, partition).get(key);
            return bytes == null ? new Unknown<>() : new Found<>(bytes);
        } catch (InvalidStateStoreException | IllegalStateException e) {
            return owner(streams, store, partitionedBy, partition);
        }
    }

    int partitions() {
        return partitions.count();
    }

    int partitionOf(String key) {
        return partitions.of(key);
    }

    /** One partition of a store; empty when this instance does not have it, or not now. */
    <K> Optional<ReadOnlyKeyValueStore<K, byte[]>> open(String store, int partition) {
        try {
            return runner.streams().map(streams -> partition(streams, store, partition));
        } catch (InvalidStateStoreException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    /** A store that every instance has whole; empty while it cannot be read. */
    <K> Optional<ReadOnlyKeyValueStore<K, byte[]>> global(String store) {
        try {
            return runner.streams().map(streams -> streams.store(OwnedStores.<K>query(store)));
        } catch (InvalidStateStoreException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    private static <K> ReadOnlyKeyValueStore<K, byte[]> partition(
            KafkaStreams streams, String store, int partition) {
        return streams.store(OwnedStores.<K>query(store).withPartition(partition));
    }

    private static <K> StoreQueryParameters<ReadOnlyKeyValueStore<K, byte[]>> query(String store) {
        return StoreQueryParameters.fromNameAndType(store, QueryableStoreTypes.keyValueStore());
    }

    private Sought<byte[]> owner(KafkaStreams streams, String store, String key, int partition) {
        StreamPartitioner<String, Object> there = (_, _, _, _) -> Optional.of(Set.of(partition));
        try {
            KeyQueryMetadata owner = streams.queryMetadataForKey(store, key, there);
            HostInfo host = owner == null ? HostInfo.unavailable() : owner.activeHost();
            if (host.equals(self)) {
                return new NotNow<>("this instance restores it");
            }
            return host.equals(HostInfo.unavailable())
                    ? new NotNow<>("no instance is known to have it")
                    : new Elsewhere<>(host.host(), host.port());
        } catch (InvalidStateStoreException | IllegalStateException e) {
            return new NotNow<>("this instance starts or stops");
        }
    }
}
