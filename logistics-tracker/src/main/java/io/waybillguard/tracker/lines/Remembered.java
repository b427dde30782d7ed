package io.waybillguard.tracker.lines;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.waybillguard.tracker.lines.LineMeanings.Meaning;
import io.waybillguard.tracker.lines.LineMeanings.Said;

/**
 * Meanings of the latest lines, found again without being thought about. What lines say stays in
 * this process's memory only.
 */
final class Remembered {

    /** An entry with its key, its meaning and their texts' headers, in bytes. */
    private static final int ENTRY = 400;

    private static final int BYTES_A_CHARACTER = 4;

    private final LineMeanings meanings;
    private final Cache<Said, Meaning> known;

    /**
     * Nothing yet.
     *
     * @param bytes how much is remembered, roughly
     */
    Remembered(LineMeanings meanings, long bytes) {
        this.meanings = meanings;
        this.known =
                Caffeine.newBuilder()
                        .maximumWeight(bytes)
                        .<Said, Meaning>weigher(
                                (said, _) -> ENTRY + BYTES_A_CHARACTER * said.length())
                        .executor(Runnable::run)
                        .build();
    }

    /** What {@code said} means. */
    Meaning of(Said said) {
        return known.get(said, meanings::of);
    }

    /** How many are remembered at the moment. */
    long size() {
        known.cleanUp();
        return known.estimatedSize();
    }
}
