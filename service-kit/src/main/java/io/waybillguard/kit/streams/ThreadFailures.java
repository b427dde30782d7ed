package io.waybillguard.kit.streams;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;

/** Remembers the recent failures of stream threads. Safe for many threads. */
final class ThreadFailures {

    private final FailureSettings settings;
    private final LongSupplier nanoTime;
    private final Deque<Long> recent = new ArrayDeque<>();

    ThreadFailures(FailureSettings settings, LongSupplier nanoTime) {
        this.settings = settings;
        this.nanoTime = nanoTime;
    }

    /** Takes a failure; says whether there were few enough of them that the thread be replaced. */
    synchronized boolean replaceable() {
        long now = nanoTime.getAsLong();
        while (!recent.isEmpty() && now - recent.peekFirst() >= settings.within().toNanos()) {
            recent.removeFirst();
        }
        recent.addLast(now);
        return recent.size() <= settings.replacements();
    }
}
