package io.waybillguard.notifier.send;

import io.waybillguard.events.notice.PlannedNotice.NoticePlanned;
import io.waybillguard.events.notice.SuppressedBecause;
import io.waybillguard.notifier.send.Leave.Verdict;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The messages on their way, each on a virtual thread of its own. */
class Deliveries implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Deliveries.class);

    private final Channel channel;
    private final ChannelGuard guard;
    private final Receipts receipts;
    private final Outbox outbox;
    private final Leave leave;
    private final ChannelSettings settings;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final ExecutorService threads =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("deliver-", 0).factory());

    Deliveries(
            Channel channel,
            ChannelGuard guard,
            Receipts receipts,
            Outbox outbox,
            Leave leave,
            ChannelSettings settings) {
        this.channel = channel;
        this.guard = guard;
        this.receipts = receipts;
        this.outbox = outbox;
        this.leave = leave;
        this.settings = settings;
    }

    /** Begins with a message that entered through the guard; it leaves when it is done with. */
    void begin(NoticePlanned notice) {
        try {
            threads.execute(() -> deliver(notice));
        } catch (RejectedExecutionException e) {
            guard.turnBack();
            putBack(notice);
        }
    }

    private void deliver(NoticePlanned notice) {
        try {
            switch (attempts(notice)) {
                case Ending.Answered(var answer) -> report(notice, answer);
                case Ending.Suppressed(var because) -> receipts.suppressed(notice, because);
                case Ending.NotNow _ -> putBack(notice);
            }
        } catch (RuntimeException | Error e) {
            log.error("notice {} ended in an error", notice.noticeId(), e);
            receipts.failed(notice, "error");
        } finally {
            guard.leave();
        }
    }

    private sealed interface Ending {
        record Answered(Answer answer) implements Ending {}

        record Suppressed(SuppressedBecause because) implements Ending {}

        /** Not taken so far, and not to be tried here and now. */
        record NotNow() implements Ending {}
    }

    private Ending attempts(NoticePlanned notice) {
        var attempts = guard.attempts();
        while (true) {
            Ending withoutAnAttempt = ending(leave.of(notice));
            if (withoutAnAttempt != null) {
                guard.withdraw();
                return withoutAnAttempt;
            }
            Answer answer = guard.attempt(() -> channel.send(notice));
            long wait = attempts.onResult(answer);
            if (wait < 0) {
                attempts.onComplete();
                return new Ending.Answered(answer);
            }
            Ending meanwhile = untilAdmitted(notice, Duration.ofMillis(wait));
            if (meanwhile != null) {
                return meanwhile;
            }
        }
    }

    /** Waits until another attempt is admitted; how it ended when none is. */
    private @Nullable Ending untilAdmitted(NoticePlanned notice, Duration wait) {
        Duration pause = wait;
        do {
            if (stops(pause)) {
                return new Ending.NotNow();
            }
            Ending meanwhile = ending(leave.of(notice));
            if (meanwhile != null) {
                return meanwhile;
            }
            pause = settings.pause();
        } while (!guard.admit(notice.shopId()));
        return null;
    }

    private static @Nullable Ending ending(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Now _ -> null;
            case Verdict.Later _ -> new Ending.NotNow();
            case Verdict.Never(var because) -> new Ending.Suppressed(because);
        };
    }

    private void putBack(NoticePlanned notice) {
        if (!outbox.putBack(notice)) {
            receipts.failed(notice, "not taken, and not put back");
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
            case Answer.Unsendable(String why) -> receipts.failed(notice, "not sent, " + why);
            case Answer.Busy _ -> receipts.failed(notice, "not taken, too many");
            case Answer.Unreachable _ -> receipts.failed(notice, "not taken, unreachable");
        }
    }

    /** Waits for the attempts that run; messages that only wait for another one are put back. */
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
