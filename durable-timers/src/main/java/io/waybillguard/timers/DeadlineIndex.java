package io.waybillguard.timers;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One next deadline a key, ordered by due time and then by key, in memory. It is an index of
 * deadlines that stand in a task's state: rebuilt from it when the task starts, never the truth.
 * For one thread.
 */
public final class DeadlineIndex<K extends Comparable<? super K>> {

    /** A key and when it is due. */
    public record Deadline<K>(K key, Instant due) {}

    private final Map<K, Instant> dueByKey = new HashMap<>();
    private final TreeSet<Deadline<K>> byDue =
            new TreeSet<>(
                    Comparator.<Deadline<K>, Instant>comparing(Deadline::due)
                            .thenComparing(Deadline::key));

    /** Sets the key's deadline; null clears it. */
    public void set(K key, @Nullable Instant due) {
        Instant old = due == null ? dueByKey.remove(key) : dueByKey.put(key, due);
        if (old != null) {
            byDue.remove(new Deadline<>(key, old));
        }
        if (due != null) {
            byDue.add(new Deadline<>(key, due));
        }
    }

    /** Takes out the oldest deadline that is due at {@code now}; null when none is. */
    public @Nullable Deadline<K> pollDue(Instant now) {
        if (byDue.isEmpty() || byDue.first().due().isAfter(now)) {
            return null;
        }
        Deadline<K> first = byDue.removeFirst();
        dueByKey.remove(first.key());
        return first;
    }

    /** When the next one is due; null when there is none. */
    public @Nullable Instant nextDue() {
        return byDue.isEmpty() ? null : byDue.first().due();
    }

    public int size() {
        return dueByKey.size();
    }

    public void clear() {
        dueByKey.clear();
        byDue.clear();
    }
}
