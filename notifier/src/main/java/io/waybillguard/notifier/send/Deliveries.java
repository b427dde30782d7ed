package io.waybillguard.notifier.send;

import io.waybillguard.events.notice.PlannedNotice.NoticePlanned;
import io.waybillguard.notifier.notice.QuietHours;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The messages on their way, each on a virtual thread of its own. */
class Deliveries implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Deliveries.class);

    private static final String STOPPED = "stopped before it was taken";

    private final Channel channel;
    private final ChannelGuard guard;
    private final Receipts receipts;
    private final QuietHours quietHours;
    private final ChannelSettings settings;
    private final InstantSource clock;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final ExecutorService threads =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("deliver-", 0).factory());

    Deliveries(
            Channel channel,
            ChannelGuard guard,
            Receipts receipts,
            QuietHours quietHours,
            ChannelSettings settings,
            InstantSource clock) {
        this.channel = channel;
        this.guard = guard;
        this.receipts = receipts;
        this.quietHours = quietHours;
        this.settings = settings;
        this.clock = clock;
    }

    /** Begins with a message that entered through the guard; it leaves when it is done with. */
    void begin(NoticePlanned notice) {
        try {
            threads.execute(() -> deliver(notice));
        } catch (RejectedExecutionException e) {
            guard.turnBack();
            receipts.failed(notice, STOPPED);
        }
    }

    private void deliver(NoticePlanned notice) {
        try {
            switch (attempts(notice)) {
                case Ending.Answered(var answer) -> report(notice, answer);
                case Ending.Stale _ -> receipts.stale(notice);
                case Ending.Stopped _ -> receipts.failed(notice, STOPPED);
            }
        } catch (RuntimeException e) {
            log.error("notice {} ended in an error", notice.noticeId(), e);
            receipts.failed(notice, "error");
        } finally {
            guard.leave();
        }
    }

    private sealed interface Ending {
        record Answered(Answer answer) implements Ending {}

        record Stale() implements Ending {}

        record Stopped() implements Ending {}
    }

    private Ending attempts(NoticePlanned notice) {
        var attempts = guard.attempts();
        while (true) {
            Answer answer = guard.attempt(() -> channel.send(notice));
            long wait = attempts.onResult(answer);
            if (wait < 0) {
                attempts.onComplete();
                return new Ending.Answered(answer);
            }
            Duration pause = Duration.ofMillis(wait);
            do {
                if (stops(pause)) {
                    return new Ending.Stopped();
                }
                if (!clock.instant().isBefore(notice.notAfter())) {
                    return new Ending.Stale();
                }
                pause = settings.pause();
            } while (quietHours.contains(clock.instant()) || !guard.admit());
        }
    }

    /** Waits; true as soon as the service stops. */
    private boolean stops(Duration pause) {
        try {
            return stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private void report(NoticePlanned notice, Answer answer) {
        switch (answer) {
            case Answer.Taken _ -> receipts.sent(notice);
            case Answer.Refused(int status) -> receipts.failed(notice, "refused, status " + status);
            case Answer.Unknown(String why) -> receipts.failed(notice, "unknown, " + why);
            case Answer.Busy _ -> receipts.failed(notice, "not taken, too many");
            case Answer.Unreachable _ -> receipts.failed(notice, "not taken, unreachable");
        }
    }

    /** Waits for the attempts that run; messages that only wait for another one fail. */
    @Override
    public void close() {
        stopping.countDown();
        threads.shutdown();
        try {
            if (!threads.awaitTermination(
                    settings.stopWithin().toMillis(), TimeUnit.MILLISECONDS)) {
                log.warn("some messages were still on their way");
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            threads.shutdownNow();
        }
    }
}
