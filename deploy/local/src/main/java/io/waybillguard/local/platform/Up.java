package io.waybillguard.local.platform;

import io.waybillguard.local.demo.BadInput;
import io.waybillguard.local.demo.DemoOptions;
import io.waybillguard.local.demo.DemoRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command behind {@code deploy/local/up}. */
@Command(
        name = "up",
        description = "Runs the whole platform on this machine.",
        exitCodeOnInvalidInput = Up.WRONG_USAGE)
public final class Up implements Callable<Integer> {

    /** Something did not come up. */
    static final int NOT_STARTED = 2;

    /** Something ended by itself that should run. */
    static final int PART_ENDED = 3;

    /** The command line makes no sense. */
    static final int WRONG_USAGE = 64;

    @Spec private @Nullable CommandSpec spec;

    @Option(
            names = "--demo",
            arity = "0..1",
            paramLabel = "SIZE",
            fallbackValue = "" + DemoOptions.DEFAULT_ORDERS,
            description = "play couriers and buyers on SIZE orders (default ${FALLBACK-VALUE})")
    private @Nullable Integer demo;

    @Option(
            names = "--replay",
            paramLabel = "FILE",
            description = "feed captured webhooks instead of the demo; repeatable")
    private List<Path> replays = new ArrayList<>();

    @Option(
            names = "--once",
            description = "stop when the input is done; exit 0 if all checks hold")
    private boolean once;

    @Option(names = "--report", paramLabel = "FILE", description = "write the summary as JSON")
    private @Nullable Path report;

    @Option(
            names = "--port-base",
            paramLabel = "N",
            description = "use the ports from N on, instead of free ones")
    private @Nullable Integer portBase;

    @Option(names = "--fresh", description = "forget what an earlier run kept")
    private boolean fresh;

    @Option(names = "--data", paramLabel = "DIR", description = "keep state here, not in .local")
    private @Nullable Path data;

    @Option(
            names = "--payment-key-hours",
            paramLabel = "H",
            defaultValue = "24",
            description = "how long the payment sandbox knows an idempotency key (default 24)")
    private int paymentKeyHours = 24;

    @Option(
            names = "--start-within",
            paramLabel = "S",
            defaultValue = "120",
            description = "seconds the services may take to be ready (default 120)")
    private int startWithinSeconds = 120;

    @Option(names = "--root", hidden = true, description = "the repository's folder")
    private Path root = Path.of("");

    /** Runs until the input is done or, without {@code --once}, until Ctrl-C. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Up())
                .setExecutionExceptionHandler((failure, _, _) -> tell(failure));
    }

    private static int tell(Exception failure) {
        if (failure instanceof StartFailed) {
            System.err.println("Not started: " + failure.getMessage());
        } else {
            failure.printStackTrace();
        }
        return NOT_STARTED;
    }

    @Override
    public Integer call() throws InterruptedException {
        long start = System.nanoTime();
        DemoOptions input = input();
        PlatformOptions options = options();
        DemoRun run = input == null ? null : prepared(input);
        Progress progress = new Progress(System.out, start);
        LocalPlatform platform = new LocalPlatform(options, progress);
        Runtime.getRuntime().addShutdownHook(new Thread(platform::close, "stop"));
        try (platform) {
            Endpoints endpoints = platform.start();
            System.out.println(StartTable.of(endpoints, options, progress.seconds()));
            return play(platform, run, endpoints);
        }
    }

    private int play(LocalPlatform platform, @Nullable DemoRun run, Endpoints endpoints)
            throws InterruptedException {
        Thread player = Thread.currentThread();
        ProcessWatch watch =
                new ProcessWatch(platform.processes(), platform::isStopping, System.out);
        watch.start(player::interrupt);
        try {
            int result = run == null ? 0 : run.on(endpoints);
            if (!once) {
                new CountDownLatch(1).await();
            }
            return watch.hasSeenAnEnd() ? PART_ENDED : result;
        } catch (InterruptedException e) {
            if (watch.hasSeenAnEnd()) {
                return PART_ENDED;
            }
            throw e;
        } finally {
            Thread.interrupted(); // the others are to stop in order
        }
    }

    private DemoRun prepared(DemoOptions input) {
        try {
            return DemoRun.prepared(input);
        } catch (BadInput e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    /** What the command line says about the platform. */
    PlatformOptions options() {
        if (paymentKeyHours < 1) {
            throw wrong("--payment-key-hours must be at least 1");
        }
        if (startWithinSeconds < 1) {
            throw wrong("--start-within must be at least 1");
        }
        Path repository = root.toAbsolutePath().normalize();
        Path folder =
                data == null ? repository.resolve(".local") : data.toAbsolutePath().normalize();
        return new PlatformOptions(
                repository,
                folder,
                fresh,
                checkedPortBase(),
                demo != null || !replays.isEmpty(),
                Duration.ofHours(paymentKeyHours),
                Duration.ofSeconds(startWithinSeconds));
    }

    /** What the command line says is to be played; null when nothing is. */
    @Nullable DemoOptions input() {
        if (demo == null && replays.isEmpty()) {
            if (report != null) {
                throw wrong("--report needs --demo or --replay");
            }
            return null;
        }
        if (demo != null && !replays.isEmpty()) {
            throw wrong("--replay feeds captured webhooks instead of the demo: leave one out");
        }
        if (demo != null && demo < 1) {
            throw wrong("--demo needs a positive size");
        }
        replays.stream()
                .filter(file -> !Files.isReadable(file))
                .findFirst()
                .ifPresent(file -> {
                    throw wrong("cannot read " + file);
                });
        return new DemoOptions(
                demo == null ? DemoOptions.DEFAULT_ORDERS : demo, once, replays, report);
    }

    private @Nullable Integer checkedPortBase() {
        try {
            return portBase == null ? null : Integer.valueOf(new Ports(portBase).base());
        } catch (IllegalArgumentException e) {
            throw wrong("--port-base: " + e.getMessage());
        }
    }

    private ParameterException wrong(String why) {
        return new ParameterException(java.util.Objects.requireNonNull(spec).commandLine(), why);
    }
}
