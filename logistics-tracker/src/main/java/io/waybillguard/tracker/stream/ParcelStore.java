package io.waybillguard.tracker.stream;

import io.waybillguard.events.types.ParcelId;
import io.waybillguard.timers.Timers;
import io.waybillguard.tracker.stall.OpenStall;
import io.waybillguard.tracker.tracking.Change;
import io.waybillguard.tracker.tracking.Outlook;
import io.waybillguard.tracker.tracking.Parcel;
import io.waybillguard.tracker.tracking.Tracking;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** One task's parcels, with the index of their deadlines and the count of their open stalls. */
final class ParcelStore implements AutoCloseable {

    /** The store's name. */
    static final String NAME = "parcels";

    private final KeyValueStore<Bytes, byte[]> store;
    private final Timers<Bytes> timers;
    private final Tracking tracking;
    private final TrackerMetrics metrics;
    private final Supplier<Outlook> outlook;
    private final Map<Bytes, OpenStall> open = new HashMap<>();

    ParcelStore(
            KeyValueStore<Bytes, byte[]> store,
            Timers<Bytes> timers,
            Tracking tracking,
            TrackerMetrics metrics,
            Supplier<Outlook> outlook) {
        this.store = store;
        this.timers = timers;
        this.tracking = tracking;
        this.metrics = metrics;
        this.outlook = outlook;
    }

    /** Rebuilds index and counts from what is stored. */
    void restore() {
        try (KeyValueIterator<Bytes, byte[]> all = store.all()) {
            while (all.hasNext()) {
                KeyValue<Bytes, byte[]> entry = all.next();
                watch(entry.key, ParcelCodec.read(idOf(entry.key), entry.value));
            }
        }
    }

    /** The parcel; one that nothing is known of when it is not stored. */
    Parcel load(ParcelId id, Instant at) {
        byte[] bytes = store.get(keyOf(id));
        return bytes == null ? Parcel.unknown(id, at) : ParcelCodec.read(id, bytes);
    }

    /** The parcel under a key of the index; null when it is gone. */
    @Nullable Parcel find(Bytes key) {
        byte[] bytes = store.get(key);
        return bytes == null ? null : ParcelCodec.read(idOf(key), bytes);
    }

    /** Does what the change says. */
    void apply(Change change) {
        Parcel parcel = change.parcel();
        switch (change.fate()) {
            case KEPT -> {
                Bytes key = keyOf(parcel.id());
                store.put(key, ParcelCodec.write(parcel));
                watch(key, parcel);
            }
            case UNCHANGED -> {}
            case FORGOTTEN -> {
                Bytes key = keyOf(parcel.id());
                store.delete(key);
                timers.set(key, null);
                count(key, parcel, null);
            }
        }
    }

    /** Sets the parcel's deadline again, after it was taken out of the index. */
    void watch(Parcel parcel) {
        watch(keyOf(parcel.id()), parcel);
    }

    private void watch(Bytes key, Parcel parcel) {
        timers.set(key, tracking.deadline(parcel, outlook.get()));
        count(key, parcel, parcel.watch().open());
    }

    /** The keys of the parcels that have an open stall. */
    List<Bytes> openKeys() {
        return List.copyOf(open.keySet());
    }

    /** All parcels as they now are stored; to be closed. */
    KeyValueIterator<Bytes, byte[]> all() {
        return store.all();
    }

    private void count(Bytes key, Parcel parcel, @Nullable OpenStall now) {
        OpenStall before = now == null ? open.remove(key) : open.put(key, now);
        if (before == null && now == null) {
            return;
        }
        String courier = parcel.id().courier().value();
        if (before != null) {
            metrics.active(before, courier, -1);
        }
        if (now != null) {
            metrics.active(now, courier, 1);
        }
    }

    /** The task ends: its stalls are counted by whoever has it next. */
    @Override
    public void close() {
        open.forEach((key, stall) -> metrics.active(stall, idOf(key).courier().value(), -1));
        open.clear();
    }

    /** The key's bytes: courier, slash, waybill. */
    static Bytes keyOf(ParcelId id) {
        return Bytes.wrap(id.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static ParcelId idOf(Bytes key) {
        String text = new String(key.get(), StandardCharsets.UTF_8);
        int slash = text.indexOf('/');
        return ParcelId.of(text.substring(0, slash), text.substring(slash + 1));
    }
}
