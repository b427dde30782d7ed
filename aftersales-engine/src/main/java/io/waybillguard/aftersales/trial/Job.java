package io.waybillguard.aftersales.trial;

import io.micrometer.core.instrument.MeterRegistry;
import io.waybillguard.aftersales.backtest.Backtest;
import io.waybillguard.aftersales.backtest.ComparedCase;
import io.waybillguard.aftersales.backtest.Tally;
import io.waybillguard.aftersales.trial.BacktestState.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One backtest from its asking to its end. Counts {@code backtests_total{outcome}} and times {@code
 * backtest_seconds}.
 */
final class Job implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(Job.class);

    private final BacktestFolder folder;
    private final Trials trials;
    private final MeterRegistry meters;
    private final Clock clock;
    private final Progress progress = new Progress();
    private volatile BacktestState state;
    private volatile boolean cancelled;
    private volatile boolean interrupted;

    Job(
            BacktestState state,
            BacktestFolder folder,
            Trials trials,
            MeterRegistry meters,
            Clock clock) {
        this.state = state;
        this.folder = folder;
        this.trials = trials;
        this.meters = meters;
        this.clock = clock;
    }

    /** As it stands, with its progress. */
    BacktestState state() {
        BacktestState now = state;
        return now.status() == Status.RUNNING ? now.at(progress) : now;
    }

    BacktestFolder folder() {
        return folder;
    }

    void cancel() {
        cancelled = true;
        progress.cancel();
    }

    /** The process ends: the run does too, whatever it meets, and is shown so. */
    void interrupt() {
        interrupted = true;
        progress.cancel();
    }

    @Override
    public void run() {
        long began = System.nanoTime();
        try {
            become(state.running());
            become(compared());
        } catch (Progress.CancelledException e) {
            become(cancelled ? ended(Status.CANCELLED, null) : cutOff());
        } catch (InvalidInputException e) {
            String where = e.field().isEmpty() ? "" : e.field() + ": ";
            become(ended(Status.FAILED, where + e.getMessage()));
        } catch (TurnedAwayException e) {
            become(interrupted ? cutOff() : ended(Status.FAILED, e.getMessage()));
        } catch (KafkaException e) {
            log.warn("a backtest cannot read the topics", e);
            become(interrupted ? cutOff() : ended(Status.FAILED, "the topics cannot be read now"));
        } catch (IOException | RuntimeException e) {
            become(interrupted ? cutOff() : unforeseen(e));
        } finally {
            String outcome = state.status().name().toLowerCase(Locale.ROOT);
            meters.counter("backtests", "outcome", outcome).increment();
            meters.timer("backtest").record(java.time.Duration.ofNanos(System.nanoTime() - began));
            forgetInput();
        }
    }

    private BacktestState unforeseen(Exception e) {
        log.error("a backtest fails", e);
        return ended(Status.FAILED, "an unforeseen error: " + e.getClass().getSimpleName());
    }

    private BacktestState cutOff() {
        return cutOff(state(), clock.instant());
    }

    /** One whose process ended before it did. */
    static BacktestState cutOff(BacktestState state, Instant now) {
        return state.ended(
                Status.INTERRUPTED, "the engine stopped before it was done: ask for it again", now);
    }

    private BacktestState ended(Status how, @org.jspecify.annotations.Nullable String why) {
        return state().ended(how, why, clock.instant());
    }

    private BacktestState compared() throws IOException {
        progress.more(0);
        Backtest backtest = trials.backtest(state, progress);
        Tally tally = new Tally();
        try (BacktestFolder.Cases cases = folder.new Cases()) {
            trials.source(state, folder)
                    .read(
                            (order, records, until) -> {
                                progress.more(0);
                                for (ComparedCase one : backtest.compare(order, records, until)) {
                                    tally.add(one);
                                    trials.allow(tally.cases());
                                    if (one.differs()) {
                                        cases.add(one);
                                    }
                                }
                            },
                            progress);
        }
        return state().done(tally.totals(), clock.instant());
    }

    private void become(BacktestState next) {
        state = next;
        try {
            folder.save(next);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void forgetInput() {
        try {
            folder.removeInput();
        } catch (IOException e) {
            log.warn("the input of a backtest stays behind: {}", e.toString());
        }
    }
}
