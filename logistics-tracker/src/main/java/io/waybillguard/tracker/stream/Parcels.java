package io.waybillguard.tracker.stream;

import io.waybillguard.events.types.ParcelId;
import io.waybillguard.kit.streams.Partitions;
import io.waybillguard.kit.streams.StreamsRunner;
import io.waybillguard.tracker.silence.SilenceRules;
import io.waybillguard.tracker.stall.Filings;
import io.waybillguard.tracker.stall.UsualSilences;
import io.waybillguard.tracker.tracking.Outlook;
import io.waybillguard.tracker.tracking.Parcel;
import io.waybillguard.tracker.tracking.Tracking;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.errors.InvalidStateStorePartitionException;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** The parcels that this instance has, for reading. */
public final class Parcels {

    private final StreamsRunner runner;
    private final Tracking tracking;
    private final SilenceRules silences;
    private final Partitions partitions;

    Parcels(StreamsRunner runner, Tracking tracking, SilenceRules silences, Partitions partitions) {
        this.runner = runner;
        this.tracking = tracking;
        this.silences = silences;
        this.partitions = partitions;
    }

    /**
     * A parcel.
     *
     * @param nextDeadline when silence, or the end of its keeping, is next looked at
     */
    public record Found(Parcel parcel, Instant nextDeadline) {}

    /**
     * The parcel, as far as it is processed; empty when this instance has none.
     *
     * @throws NotNow while the stores are not open
     */
    public Optional<Found> find(ParcelId id) {
        KafkaStreams streams = runner.streams().orElseThrow(NotNow::new);
        try {
            return Optional.ofNullable(
                            Parcels.<Bytes>store(streams, ParcelStore.NAME)
                                    .get(ParcelStore.keyOf(id)))
                    .map(bytes -> found(ParcelCodec.read(id, bytes), streams));
        } catch (InvalidStateStoreException e) {
            throw new NotNow(e);
        }
    }

    /**
     * What was learned of silences by each partition that this instance has: each learns for its
     * own parcels.
     *
     * @throws NotNow while the stores are not open
     */
    public SortedMap<Integer, UsualSilences> usual() {
        KafkaStreams streams = runner.streams().orElseThrow(NotNow::new);
        SortedMap<Integer, UsualSilences> usual = new TreeMap<>();
        for (int partition = 0; partition < partitions.count(); partition++) {
            try {
                usual.put(partition, usual(streams, partition));
            } catch (InvalidStateStorePartitionException e) {
                // another instance has it
            } catch (InvalidStateStoreException e) {
                throw new NotNow(e);
            }
        }
        return usual;
    }

    private UsualSilences usual(KafkaStreams streams, int partition) {
        StoreQueryParameters<ReadOnlyKeyValueStore<String, byte[]>> query =
                StoreQueryParameters.fromNameAndType(
                        SilenceStore.NAME, QueryableStoreTypes.keyValueStore());
        return SilenceStore.read(streams.store(query.withPartition(partition)), silences);
    }

    /** Which feeds are suspect moves no deadline. */
    private Found found(Parcel parcel, KafkaStreams streams) {
        Filings filings = KeepFilings.read(store(streams, KeepFilings.STORE));
        UsualSilences usual =
                tracking.learns()
                        ? usual(streams, partitions.of(parcel.id().waybill()))
                        : UsualSilences.UNKNOWN;
        return new Found(parcel, tracking.deadline(parcel, new Outlook(filings, Set.of(), usual)));
    }

    private static <K> ReadOnlyKeyValueStore<K, byte[]> store(KafkaStreams streams, String name) {
        return streams.store(
                StoreQueryParameters.fromNameAndType(name, QueryableStoreTypes.keyValueStore()));
    }

    /** The stores are not open: the service starts, or partitions move. */
    public static final class NotNow extends RuntimeException {
        NotNow() {
            super("the parcels are not open");
        }

        NotNow(Throwable cause) {
            super("the parcels are not open", cause);
        }
    }
}
