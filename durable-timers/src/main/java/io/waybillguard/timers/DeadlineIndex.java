package io.waybillguard.timers;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * One next deadline a key, ordered by due time and then by key, in memory. It is an index of
 * deadlines that stand in a task's state: rebuilt from it when the task starts, never the truth.
 * For one thread.
 *
 * <p>Most deadlines are put off, again and again, before one is due. Putting one off only notes the
 * later instant; its place in the queue is corrected when it comes to the front. Instants are held
 * to the nanosecond from the year 1678 to 2262; one beyond counts as the nearest of these.
 */
public final class DeadlineIndex<K extends Comparable<? super K>> {

    /** A key and when it is due. */
    public record Deadline<K>(K key, Instant due) {}

    /** Queued under an instant that is never after the one at which it is due. */
    private static final class Entry<K> {
        private final K key;
        private long queued;
        private long due;

        private Entry(K key, long due) {
            this.key = key;
            this.queued = due;
            this.due = due;
        }
    }

    private static final long CLEARED = Long.MIN_VALUE;
    private static final int SPARE = 64;
    private static final long NANOS = 1_000_000_000L;
    private static final long LAST_SECOND = Long.MAX_VALUE / NANOS - 1;

    private final Map<K, Entry<K>> byKey = new HashMap<>();
    private final PriorityQueue<Entry<K>> queue =
            new PriorityQueue<>(
                    Comparator.<Entry<K>>comparingLong(entry -> entry.queued)
                            .thenComparing(entry -> entry.key));

    /** Sets the key's deadline; null clears it. */
    public void set(K key, @Nullable Instant due) {
        if (due == null) {
            drop(byKey.remove(key));
            return;
        }
        long nanos = nanos(due);
        Entry<K> entry = byKey.get(key);
        if (entry == null || nanos < entry.queued) {
            Entry<K> added = new Entry<>(key, nanos);
            byKey.put(key, added);
            queue.add(added);
            drop(entry);
        } else {
            entry.due = nanos;
        }
    }

    /** It stays in the queue until it comes to the front, unless too many do. */
    private void drop(@Nullable Entry<K> entry) {
        if (entry == null) {
            return;
        }
        entry.due = CLEARED;
        if (queue.size() > 2 * byKey.size() + SPARE) {
            queue.removeIf(dropped -> dropped.due == CLEARED);
        }
    }

    /** Takes out the oldest deadline that is due at {@code now}; null when none is. */
    public @Nullable Deadline<K> pollDue(Instant now) {
        Entry<K> first = first();
        if (first == null || first.due > nanos(now)) {
            return null;
        }
        queue.remove();
        byKey.remove(first.key);
        return new Deadline<>(first.key, instant(first.due));
    }

    /** When the next one is due; null when there is none. */
    public @Nullable Instant nextDue() {
        Entry<K> first = first();
        return first == null ? null : instant(first.due);
    }

    /** The entry that is due first, with all before it put in their places. */
    private @Nullable Entry<K> first() {
        Entry<K> first = queue.peek();
        while (first != null && first.queued != first.due) {
            queue.remove();
            if (first.due != CLEARED) {
                first.queued = first.due;
                queue.add(first);
            }
            first = queue.peek();
        }
        return first;
    }

    private static long nanos(Instant instant) {
        long second = Math.clamp(instant.getEpochSecond(), -LAST_SECOND, LAST_SECOND);
        return second * NANOS + instant.getNano();
    }

    private static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS), Math.floorMod(nanos, NANOS));
    }

    public int size() {
        return byKey.size();
    }

    public void clear() {
        byKey.clear();
        queue.clear();
    }
}
