package io.waybillguard.tracker.stream;

import io.waybillguard.events.types.ParcelId;
import io.waybillguard.kit.streams.StreamsRunner;
import io.waybillguard.tracker.tracking.Parcel;
import java.util.Optional;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** The parcels that this instance has, for reading. */
public final class Parcels {

    private final StreamsRunner runner;

    Parcels(StreamsRunner runner) {
        this.runner = runner;
    }

    /**
     * The parcel, as far as it is processed; empty when this instance has none.
     *
     * @throws NotNow while the stores are not open
     */
    public Optional<Parcel> find(ParcelId id) {
        KafkaStreams streams = runner.streams().orElseThrow(NotNow::new);
        try {
            ReadOnlyKeyValueStore<String, byte[]> store =
                    streams.store(
                            StoreQueryParameters.fromNameAndType(
                                    ParcelStore.NAME, QueryableStoreTypes.keyValueStore()));
            return Optional.ofNullable(store.get(ParcelStore.keyOf(id)))
                    .map(bytes -> ParcelCodec.read(id, bytes));
        } catch (InvalidStateStoreException e) {
            throw new NotNow(e);
        }
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
