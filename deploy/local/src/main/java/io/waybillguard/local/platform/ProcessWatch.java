package io.waybillguard.local.platform;

import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/** Says at once when a process ends that should run. */
final class ProcessWatch {

    private final List<ManagedProcess> processes;
    private final BooleanSupplier stopping;
    private final PrintStream out;
    private final AtomicBoolean broken = new AtomicBoolean();

    /**
     * A watch over {@code processes}.
     *
     * @param stopping whether their end is wanted
     */
    ProcessWatch(List<ManagedProcess> processes, BooleanSupplier stopping, PrintStream out) {
        this.processes = List.copyOf(processes);
        this.stopping = stopping;
        this.out = out;
    }

    /**
     * Watches from now on, and tells of every process that ends.
     *
     * @param first done once, when the first of them has ended
     */
    void start(Runnable first) {
        processes.forEach(process -> process.whenEnded(() -> ended(process, first)));
    }

    /** Whether a process ended that should run. */
    boolean hasSeenAnEnd() {
        return broken.get();
    }

    private void ended(ManagedProcess process, Runnable first) {
        if (stopping.getAsBoolean()) {
            return;
        }
        synchronized (out) {
            out.printf("%n%s%n", process.failure("has ended").getMessage());
            out.flush();
        }
        if (broken.compareAndSet(false, true)) {
            first.run();
        }
    }
}
