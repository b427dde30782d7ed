package io.waybillguard.orders.command;

import io.waybillguard.orders.projection.CaughtUp;
import java.util.concurrent.TimeUnit;
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

    private final CaughtUp projection;
    private final CommandSettings settings;

    Turns(CaughtUp projection, CommandSettings settings) {
        this.projection = projection;
        this.settings = settings;
    }

    /**
     * Carries a command out when its turn comes.
     *
     * @throws NotNowException when it does not come in time, or the projection does not yet know
     *     what was said before this process started
     */
    <T> T take(String id, Supplier<T> command) {
        if (!projection.isReached()) {
            throw new NotNowException(NotNowException.Why.PROJECTION_BEHIND);
        }
        ReentrantLock lock = locks[Math.floorMod(id.hashCode(), STRIPES)];
        if (!acquired(lock)) {
            throw new NotNowException(NotNowException.Why.BUSY);
        }
        try {
            return command.get();
        } finally {
            lock.unlock();
        }
    }

    private boolean acquired(ReentrantLock lock) {
        try {
            return lock.tryLock(settings.turnWithin().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
