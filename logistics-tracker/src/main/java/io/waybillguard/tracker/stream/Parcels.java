package io.waybillguard.tracker.stream;

import io.waybillguard.events.types.ParcelId;
import io.waybillguard.tracker.silence.SilenceRules;
import io.waybillguard.tracker.stall.Standing;
import io.waybillguard.tracker.stall.UsualSilences;
import io.waybillguard.tracker.stream.Sought.Found;
import io.waybillguard.tracker.stream.Sought.NotNow;
import io.waybillguard.tracker.tracking.Outlook;
import io.waybillguard.tracker.tracking.Parcel;
import io.waybillguard.tracker.tracking.Tracking;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The parcels that this instance has, for reading. */
public final class Parcels {

    private final OwnedStores stores;
    private final Tracking tracking;
    private final SilenceRules silences;

    Parcels(OwnedStores stores, Tracking tracking, SilenceRules silences) {
        this.stores = stores;
        this.tracking = tracking;
        this.silences = silences;
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
        return outlook(parcel.id())
                .<Sought<Seen>>map(outlook -> new Found<>(seen(parcel, outlook)))
                .orElseGet(() -> new NotNow<>("this instance starts or stops"));
    }

    private Seen seen(Parcel parcel, Outlook outlook) {
        return new Seen(
                parcel, tracking.standing(parcel, outlook), tracking.deadline(parcel, outlook));
    }

    /** Empty while it cannot be read. Which feeds are suspect moves no deadline. */
    private Optional<Outlook> outlook(ParcelId id) {
        Optional<UsualSilences> usual =
                tracking.learns()
                        ? usual(stores.partitionOf(id.waybill()))
                        : Optional.of(UsualSilences.UNKNOWN);
        return usual.flatMap(known ->
                stores.<String>global(KeepFilings.STORE)
                        .map(KeepFilings::read)
                        .map(filings -> new Outlook(filings, Set.of(), known)));
    }

    /**
     * What was learned of silences by each partition that this instance has and can read now: each
     * learns for its own parcels.
     */
    public SortedMap<Integer, UsualSilences> usual() {
        SortedMap<Integer, UsualSilences> usual = new TreeMap<>();
        for (int partition = 0; partition < stores.partitions(); partition++) {
            int of = partition;
            usual(partition).ifPresent(known -> usual.put(of, known));
        }
        return usual;
    }

    private Optional<UsualSilences> usual(int partition) {
        return stores.<String>open(SilenceStore.NAME, partition)
                .map(store -> SilenceStore.read(store, silences));
    }
}
