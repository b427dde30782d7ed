package io.waybillguard.timers;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far a stage before this one has read its inputs, by the word of each of its partitions. Take
 * a word only once all that the partition published before it has been processed: the least of the
 * words is then as good as a pulse. For one task.
 */
public final class Reach {

    private final Map<Integer, Instant> readUntil = new HashMap<>();
    private int partitions;

    /**
     * Takes what one partition told; what makes no sense is passed over.
     *
     * @param partitions how many there are, by the latest word
     */
    public void told(int partition, int partitions, Instant until) {
        if (partition >= 0 && partition < partitions) {
            this.partitions = partitions;
            readUntil.merge(partition, until, (one, other) -> one.isAfter(other) ? one : other);
        }
    }

    /** The least of what all partitions told; null until each has told something. */
    public @Nullable Instant least() {
        Instant least = null;
        for (int partition = 0; partition < partitions; partition++) {
            Instant told = readUntil.get(partition);
            if (told == null) {
                return null;
            }
            least = least == null || told.isBefore(least) ? told : least;
        }
        return least;
    }
}
