package io.waybillguard.tracker.stream;

import io.waybillguard.events.types.ParcelId;
import io.waybillguard.kit.streams.StreamsRunner;
import io.waybillguard.tracker.stall.Standing;
import io.waybillguard.tracker.stream.Sought.Found;
import io.waybillguard.tracker.stream.Sought.NotNow;
import io.waybillguard.tracker.tracking.Outlook;
import io.waybillguard.tracker.tracking.Parcel;
import io.waybillguard.tracker.tracking.Tracking;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/** The parcels that this instance has, for reading. */
public final class Parcels {

    private final StreamsRunner runner;
    private final OwnedStores stores;
    private final Tracking tracking;

    Parcels(StreamsRunner runner, OwnedStores stores, Tracking tracking) {
        this.runner = runner;
        this.stores = stores;
        this.tracking = tracking;
    }

    /**
     * A parcel.
     *
     * @param standing by which row its silence is judged; null when it is not
     * @param nextDeadline when silence, or the end of its keeping, is next looked at
     */
    public record Seen(Parcel parcel, @Nullable Standing standing, Instant nextDeadline) {}

    /** The parcel, as far as it is processed. */
    public Sought<Seen> find(ParcelId id) {
        return stores.seek(ParcelStore.NAME, ParcelStore.keyOf(id), id.waybill())
                .then(bytes -> seen(ParcelCodec.read(id, bytes)));
    }

    private Sought<Seen> seen(Parcel parcel) {
        return outlook()
                .<Sought<Seen>>map(outlook -> new Found<>(seen(parcel, outlook)))
                .orElseGet(() -> new NotNow<>("this instance starts or stops"));
    }

    private Seen seen(Parcel parcel, Outlook outlook) {
        return new Seen(
                parcel, tracking.standing(parcel, outlook), tracking.deadline(parcel, outlook));
    }

    /** Empty while it cannot be read. Which feeds are suspect moves no deadline. */
    private Optional<Outlook> outlook() {
        try {
            return runner.streams()
                    .map(streams ->
                            streams.<ReadOnlyKeyValueStore<String, byte[]>>store(
                                    StoreQueryParameters.fromNameAndType(
                                            KeepFilings.STORE,
                                            QueryableStoreTypes.keyValueStore())))
                    .map(KeepFilings::read)
                    .map(filings -> new Outlook(filings, Set.of()));
        } catch (InvalidStateStoreException | IllegalStateException e) {
            return Optional.empty();
        }
    }
}
