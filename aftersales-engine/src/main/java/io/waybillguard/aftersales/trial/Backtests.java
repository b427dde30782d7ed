package io.waybillguard.aftersales.trial;

import io.micrometer.core.instrument.MeterRegistry;
import io.waybillguard.aftersales.access.Caller;
import io.waybillguard.aftersales.trial.BacktestState.Status;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/**
 * The backtests of this instance: asked for, running, over. What is over is kept in the folder and
 * found again after a restart; what was not over then is shown as interrupted.
 */
@Component
final class Backtests implements InitializingBean, DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Backtests.class);

    private final TrialSettings settings;
    private final Trials trials;
    private final MeterRegistry meters;
    private final Clock clock = Clock.systemUTC();
    private final Map<String, Job> jobs = new ConcurrentHashMap<>();
    private final ThreadPoolExecutor threads;
    private boolean ends;

    Backtests(TrialSettings settings, Trials trials, MeterRegistry meters) {
        this.settings = settings;
        this.trials = trials;
        this.meters = meters;
        this.threads =
                new ThreadPoolExecutor(
                        settings.atOnce(),
                        settings.atOnce(),
                        1,
                        TimeUnit.MINUTES,
                        new LinkedBlockingQueue<>(),
                        Thread.ofPlatform().name("backtest-", 0).daemon().factory());
        threads.allowCoreThreadTimeOut(true);
    }

    @Override
    public void afterPropertiesSet() throws IOException {
        if (!Files.isDirectory(settings.dir())) {
            return;
        }
        try (Stream<Path> folders = Files.list(settings.dir())) {
            for (Path folder : folders.filter(Files::isDirectory).toList()) {
                findAgain(folder);
            }
        }
    }

    /** What is no backtest, or cannot be read any more, is left alone. */
    private void findAgain(Path path) throws IOException {
        BacktestFolder folder = new BacktestFolder(path);
        BacktestState state;
        try {
            state = folder.state().orElse(null);
        } catch (JacksonException e) {
            log.warn("{} is passed over: {}", path, e.getClass().getSimpleName());
            return;
        }
        if (state == null) {
            if (folder.isUnfinished()) {
                log.info("an upload that was not finished is removed: {}", path.getFileName());
                folder.remove();
            }
            return;
        }
        if (!state.status().isOver()) {
            log.info("backtest {} was cut off by the last stop, and is interrupted", state.id());
            state = Job.cutOff(state, clock.instant());
            folder.save(state);
            folder.removeInput();
        }
        jobs.put(state.id(), job(state, folder));
    }

    private Job job(BacktestState state, BacktestFolder folder) {
        return new Job(state, folder, trials, meters, clock);
    }

    @Override
    public void destroy() throws InterruptedException {
        synchronized (this) {
            ends = true;
            threads.getQueue().clear();
            threads.shutdown();
        }
        jobs.values().forEach(Job::interrupt);
        if (!threads.awaitTermination(5, TimeUnit.SECONDS)) {
            // it waits for a broker, or for a disk
            threads.shutdownNow();
            if (!threads.awaitTermination(5, TimeUnit.SECONDS)) {
                log.warn("a backtest does not stop in time");
            }
        }
    }

    /** Of a period. */
    BacktestState ask(BacktestAsk ask) {
        BacktestState state = state(ask);
        return start(state, new BacktestFolder(settings.dir().resolve(state.id())));
    }

    /** A file that comes in, with the limits it has. */
    Upload upload(InputStream body) throws IOException {
        return Upload.of(body, settings.largestUpload(), settings.longestLine());
    }

    /** Of a file, whose first line is {@code ask}. */
    BacktestState ask(BacktestAsk ask, Upload upload) throws IOException {
        roomForOneMore();
        BacktestState state = state(ask);
        BacktestFolder folder = new BacktestFolder(settings.dir().resolve(state.id()));
        try {
            try (OutputStream file = Files.newOutputStream(folder.input())) {
                upload.writeTo(file);
            }
            return start(state, folder);
        } catch (IOException | RuntimeException e) {
            folder.remove();
            throw e;
        }
    }

    private BacktestState state(BacktestAsk ask) {
        return BacktestState.asked(
                UUID.randomUUID().toString(),
                ask.policy().shopId(),
                ask.policy(),
                ask.baseline(),
                ask.from(),
                ask.until(),
                clock.instant());
    }

    private synchronized BacktestState start(BacktestState state, BacktestFolder folder) {
        forgetTheOld();
        roomForOneMore();
        if (ends) {
            throw new TurnedAwayException(
                    HttpStatus.SERVICE_UNAVAILABLE, "unavailable", "the engine is stopping");
        }
        try {
            folder.save(state);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Job job = job(state, folder);
        jobs.put(state.id(), job);
        threads.execute(job);
        return state;
    }

    private void roomForOneMore() {
        long open = jobs.values().stream().filter(job -> !job.state().status().isOver()).count();
        if (open >= settings.atOnce() + settings.waiting()) {
            throw new TurnedAwayException(
                    HttpStatus.TOO_MANY_REQUESTS, "too-many", "enough backtests wait already");
        }
    }

    private void forgetTheOld() {
        var oldest = clock.instant().minus(settings.kept());
        for (Job job : List.copyOf(jobs.values())) {
            var ended = job.state().endedAt();
            if (ended != null && ended.isBefore(oldest)) {
                remove(job);
            }
        }
    }

    private void remove(Job job) {
        jobs.remove(job.state().id());
        try {
            job.folder().remove();
        } catch (IOException e) {
            log.warn("a backtest's files stay behind: {}", e.toString());
        }
    }

    /** Those that the caller may see, the latest first. */
    List<BacktestState> all(Caller caller) {
        List<BacktestState> all = new ArrayList<>();
        for (Job job : jobs.values()) {
            if (caller.sees(job.state().shop())) {
                all.add(job.state());
            }
        }
        all.sort(Comparator.comparing(BacktestState::askedAt).reversed());
        return all;
    }

    private Job find(Caller caller, String id) {
        Job job = jobs.get(id);
        if (job == null || !caller.sees(job.state().shop())) {
            throw TurnedAwayException.unknown();
        }
        return job;
    }

    /** As it stands. */
    BacktestState get(Caller caller, String id) {
        return find(caller, id).state();
    }

    /** Documents of differing cases; none before it is done. */
    List<String> cases(Caller caller, String id, long first, int atMost) throws IOException {
        Job job = find(caller, id);
        return job.state().status() == Status.DONE ? job.folder().cases(first, atMost) : List.of();
    }

    /** Stops it where it is not over; else forgets it. */
    void delete(Caller caller, String id) {
        Job job = find(caller, id);
        if (job.state().status().isOver()) {
            remove(job);
        } else {
            job.cancel();
        }
    }
}
