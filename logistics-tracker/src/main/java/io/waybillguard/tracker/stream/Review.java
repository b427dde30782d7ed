package io.waybillguard.tracker.stream;

import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.jspecify.annotations.Nullable;

/** Goes through a task's parcels again when something beside them changed, a part at each pulse. */
final class Review implements AutoCloseable {

    /** The most parcels looked at by one pulse. */
    static final int MOST = 5000;

    private final ParcelStore parcels;
    private Iterator<Bytes> open = List.<Bytes>of().iterator();
    private @Nullable KeyValueIterator<Bytes, byte[]> all;

    Review(ParcelStore parcels) {
        this.parcels = parcels;
    }

    /** Those with an open stall, from the first. */
    void open() {
        open = parcels.openKeys().iterator();
    }

    /** All, from the first. */
    void all() {
        close();
        open = List.<Bytes>of().iterator();
        all = parcels.all();
    }

    boolean isDone() {
        return !open.hasNext() && all == null;
    }

    /** Goes on. */
    void step(Consumer<Bytes> look) {
        int left = MOST;
        for (; left > 0 && open.hasNext(); left--) {
            look.accept(open.next());
        }
        KeyValueIterator<Bytes, byte[]> rest = all;
        if (rest == null) {
            return;
        }
        for (; left > 0 && rest.hasNext(); left--) {
            look.accept(rest.next().key);
        }
        if (!rest.hasNext()) {
            close();
        }
    }

    @Override
    public void close() {
        KeyValueIterator<Bytes, byte[]> rest = all;
        all = null;
        if (rest != null) {
            rest.close();
        }
    }
}
