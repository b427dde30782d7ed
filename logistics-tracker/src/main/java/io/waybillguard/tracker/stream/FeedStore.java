package io.waybillguard.tracker.stream;

import io.waybillguard.events.types.CourierCode;
import io.waybillguard.timers.OncePerPeriod;
import io.waybillguard.tracker.feed.Feed;
import io.waybillguard.tracker.feed.Feeds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * One task's feeds, written when a pulse comes, at most once a minute unless one is judged anew.
 */
final class FeedStore {

    /** The store's name. */
    static final String NAME = "feeds";

    private static final int VERSION = 2;
    private static final Duration EVERY = Duration.ofMinutes(1);

    /** Usual numbers are kept to a hundredth. */
    private static final double PARTS = 100;

    private final KeyValueStore<String, byte[]> store;
    private final Feeds feeds;
    private final OncePerPeriod due = new OncePerPeriod(EVERY);

    FeedStore(KeyValueStore<String, byte[]> store, Feeds feeds) {
        this.store = store;
        this.feeds = feeds;
    }

    void restore() {
        try (KeyValueIterator<String, byte[]> all = store.all()) {
            while (all.hasNext()) {
                KeyValue<String, byte[]> entry = all.next();
                feeds.restore(new CourierCode(entry.key), read(entry.value));
            }
        }
    }

    Set<CourierCode> suspect() {
        return feeds.suspect();
    }

    /** Judges at a pulse; says whether others are suspect than before. */
    boolean judge(Instant now) {
        boolean changed = feeds.judge(now);
        if (due.isFirst(now) || changed) {
            feeds.takeChanged().forEach(this::write);
        }
        return changed;
    }

    private void write(CourierCode courier) {
        Feed feed = feeds.of(courier);
        store.put(courier.value(), feed == null ? null : write(feed));
    }

    static byte[] write(Feed feed) {
        CompactOutput out = new CompactOutput();
        out.octet(VERSION);
        out.number(feed.hour());
        out.number(feed.current());
        out.optional(feed.suspectSince());
        out.optional(feed.trustedSince());
        out.number(feed.recent().size());
        feed.recent().forEach(out::number);
        out.number(feed.usual().size());
        feed.usual().forEach(scans -> out.number(Math.round(scans * PARTS)));
        return out.toBytes();
    }

    /**
     * The feed.
     *
     * @throws IllegalStateException for a version this code does not know
     */
    static Feed read(byte[] bytes) {
        CompactInput in = new CompactInput(bytes);
        int version = in.octet();
        if (version < 1 || version > VERSION) {
            throw new IllegalStateException("a stored feed has the unknown version " + version);
        }
        long hour = in.number();
        int current = in.count();
        Instant suspectSince = in.optional();
        Instant trustedSince = version == 1 ? null : in.optional();
        List<Integer> recent = new ArrayList<>();
        for (int left = in.count(); left > 0; left--) {
            recent.add(in.count());
        }
        List<Double> usual = new ArrayList<>();
        for (int left = in.count(); left > 0; left--) {
            usual.add(in.number() / PARTS);
        }
        return new Feed(usual, recent, hour, current, suspectSince, trustedSince);
    }
}
