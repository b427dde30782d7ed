package io.waybillguard.notifier.stream;

import io.waybillguard.events.types.Checks;
import io.waybillguard.timers.OncePerPeriod;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Says, at most once a period, how far one task has read its partitions. */
final class Progress {

    private final int partition;
    private final Settings settings;
    private final OncePerPeriod due;

    Progress(int partition, Settings settings) {
        this.partition = partition;
        this.settings = settings;
        this.due = new OncePerPeriod(settings.every());
    }

    /**
     * What all tasks share.
     *
     * @param partitions of every topic
     * @param every how often each tells the others
     */
    record Settings(int partitions, Duration every) {}

    /**
     * All news of what reached a partition of the inputs before an instant lies before this word in
     * the news: whoever has read the word has read the news.
     *
     * @param partitions how many there are
     */
    record ReadUntil(int partition, int partitions, Instant readUntil) {
        ReadUntil {
            Checks.required("readUntil", readUntil);
        }
    }

    /** The word of a task that has read everything before {@code now}; empty between periods. */
    Optional<ReadUntil> readUntil(Instant now) {
        return due.isFirst(now)
                ? Optional.of(new ReadUntil(partition, settings.partitions(), now))
                : Optional.empty();
    }
}
