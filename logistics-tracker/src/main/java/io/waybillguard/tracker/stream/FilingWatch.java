package io.waybillguard.tracker.stream;

import io.waybillguard.tracker.stall.Filings;
import java.util.Arrays;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * Sees when filings change. Few exist: their bytes are compared at each look, and read when new.
 */
final class FilingWatch {

    private final ReadOnlyKeyValueStore<String, byte[]> store;
    private long seen;
    private Filings filings = Filings.NONE;

    FilingWatch(ReadOnlyKeyValueStore<String, byte[]> store) {
        this.store = store;
    }

    /** Whether approved filings changed since the last look. */
    boolean look() {
        long now = fingerprint();
        if (now == seen) {
            return false;
        }
        seen = now;
        Filings before = filings;
        filings = KeepFilings.read(store);
        return !filings.equals(before);
    }

    Filings filings() {
        return filings;
    }

    private long fingerprint() {
        long all = 0;
        try (KeyValueIterator<String, byte[]> entries = store.all()) {
            while (entries.hasNext()) {
                KeyValue<String, byte[]> entry = entries.next();
                all = 31 * (31 * all + entry.key.hashCode()) + Arrays.hashCode(entry.value);
            }
        }
        return all;
    }
}
