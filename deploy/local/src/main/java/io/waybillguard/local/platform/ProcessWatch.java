package io.waybillguard.local.platform;

import java.io.PrintStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Says when a process ends that should run; the others go on. */
final class ProcessWatch {

    private final List<ManagedProcess> processes;
    private final PrintStream out;
    private final Set<ManagedProcess> told = new HashSet<>();

    ProcessWatch(List<ManagedProcess> processes, PrintStream out) {
        this.processes = processes;
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
            if (!process.isAlive() && told.add(process)) {
                out.printf(
                        "%s has ended; the end of its log:%n%s%n", process.name(), process.tail());
            }
        }
    }
}
