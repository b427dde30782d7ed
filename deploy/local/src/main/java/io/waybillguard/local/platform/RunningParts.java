package io.waybillguard.local.platform;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

/**
 * What runs, in the order it was started. Nothing is started once they are being stopped, from
 * whatever thread that is asked for.
 */
final class RunningParts implements AutoCloseable {

    /** A service closes its streams within 20 s and its server within 25 s. */
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    private final Object closing = new Object();
    private final Deque<AutoCloseable> foundation = new ArrayDeque<>();
    private final List<ManagedProcess> services = new ArrayList<>();
    private boolean closed;

    /** Starts a part that services need: stopped after them, the last first. */
    synchronized <T extends AutoCloseable> T foundation(Supplier<T> start) {
        refuseIfClosed();
        T part = start.get();
        foundation.push(part);
        return part;
    }

    /** Starts a process that services need. */
    ManagedProcess foundationProcess(Supplier<ManagedProcess> start) {
        return foundation(() -> new ProcessPart(start.get())).process();
    }

    /** Starts a service: all of them are stopped together. */
    synchronized ManagedProcess service(Supplier<ManagedProcess> start) {
        refuseIfClosed();
        ManagedProcess service = start.get();
        services.add(service);
        return service;
    }

    /** Whether they are being stopped, or were. */
    synchronized boolean isClosed() {
        return closed;
    }

    /** Stops all; returns when nothing runs any more, also to a second caller. */
    @Override
    public void close() {
        synchronized (closing) {
            stop(closeAndTakeServices());
            for (AutoCloseable part = foundation.poll(); part != null; part = foundation.poll()) {
                close(part);
            }
        }
    }

    private synchronized List<ManagedProcess> closeAndTakeServices() {
        closed = true;
        List<ManagedProcess> taken = List.copyOf(services);
        services.clear();
        return taken;
    }

    private synchronized void refuseIfClosed() {
        if (closed) {
            throw new StartFailed("stopped while it was starting");
        }
    }

    private static void stop(List<ManagedProcess> processes) {
        processes.forEach(ManagedProcess::terminate);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (ManagedProcess process : processes) {
            process.awaitEnd(Duration.ofNanos(deadline - System.nanoTime()));
        }
    }

    private static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            System.err.println("A part did not stop cleanly: " + e);
        }
    }

    private record ProcessPart(ManagedProcess process) implements AutoCloseable {
        @Override
        public void close() {
            stop(List.of(process));
        }
    }
}
