package io.waybillguard.aftersales.trial;

import java.util.concurrent.atomic.AtomicLong;

/** How far a run is, and whether it should go on. */
final class Progress {

    private final AtomicLong read = new AtomicLong();
    private volatile long of;
    private volatile boolean cancelled;

    /** The run was told to stop. */
    static final class CancelledException extends RuntimeException {}

    void of(long total) {
        of = total;
    }

    long of() {
        return of;
    }

    long read() {
        return read.get();
    }

    /** Some more is read; ends the run where it was told to stop. */
    void more(long count) {
        read.addAndGet(count);
        if (cancelled) {
            throw new CancelledException();
        }
    }

    void cancel() {
        cancelled = true;
    }
}
