package io.waybillguard.local.platform;

import java.io.PrintStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Says when a process ends that should run; the others go on. */
final class ProcessWatch {

    private final List<ManagedProcess> processes;
    private final BooleanSupplier stopping;
    private final PrintStream out;
    private final Set<ManagedProcess> told = new HashSet<>();

    /**
     * A watch over {@code processes}.
     *
     * @param stopping whether their end is wanted
     */
    ProcessWatch(List<ManagedProcess> processes, BooleanSupplier stopping, PrintStream out) {
        this.processes = processes;
        this.stopping = stopping;
        this.out = out;
    }

    /** Looks every second, for ever. */
    void untilInterrupted() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        do {
            look();
        } while (!never.await(1, TimeUnit.SECONDS));
    }

    /** Tells of each process that has ended since, once. */
    void look() {
        for (ManagedProcess process : processes) {
            if (!process.isAlive() && !stopping.getAsBoolean() && told.add(process)) {
                out.printf(
                        "%s has ended; the end of its log:%n%s%n", process.name(), process.tail());
            }
        }
    }
}
