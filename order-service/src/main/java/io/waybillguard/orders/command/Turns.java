package io.waybillguard.orders.command;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * One command at a time for one aggregate, so that the second sees what the first did. Within this
 * process only; what two processes let through at once is judged again by whoever reads the log.
 */
@Component
class Turns {
    private static final int STRIPES = 1024;

    private final ReentrantLock[] locks =
            Stream.generate(ReentrantLock::new).limit(STRIPES).toArray(ReentrantLock[]::new);

    <T> T take(String id, Supplier<T> command) {
        ReentrantLock lock = locks[Math.floorMod(id.hashCode(), STRIPES)];
        lock.lock();
        try {
            return command.get();
        } finally {
            lock.unlock();
        }
    }
}
