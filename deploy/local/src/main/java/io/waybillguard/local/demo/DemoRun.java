package io.waybillguard.local.demo;

import io.waybillguard.local.platform.Endpoints;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One run of the demo, or of captured webhooks, from the first order to the report. */
public final class DemoRun {

    private static final int GOOD = 0;
    private static final int A_CHECK_FAILED = 1;
    private static final int COULD_NOT_RUN = 2;

    private final Endpoints endpoints;
    private final DemoOptions options;
    private final PrintStream out;

    private DemoRun(Endpoints endpoints, DemoOptions options, PrintStream out) {
        this.endpoints = endpoints;
        this.options = options;
        this.out = out;
    }

    /**
     * Plays, shows what happens, waits until all is settled, prints a summary and writes the
     * report.
     *
     * @return 0 only if all checks hold; 1 if one does not, 2 if there was no run to check
     */
    public static int run(Endpoints endpoints, DemoOptions options) {
        try {
            return new DemoRun(endpoints, options, System.out).run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return COULD_NOT_RUN;
        } catch (IOException | StoryBroken | ReplayLine.BadReplay e) {
            System.err.println("The run could not be made: " + e.getMessage());
            return COULD_NOT_RUN;
        }
    }

    private int run() throws InterruptedException, IOException {
        Report report = options.replays().isEmpty() ? demo() : replay();
        Summary.print(out, report, endpoints, options);
        Path file = options.report();
        if (file != null) {
            report.writeTo(file);
        }
        return report.isGood() ? GOOD : A_CHECK_FAILED;
    }

    private Report demo() throws InterruptedException, IOException {
        String tag = tag("d");
        Cast cast = Cast.of(options.orders(), tag, endpoints.webhookAccount());
        int orders = cast.parts().size();
        out.printf("Playing %d orders of %d shops (run %s)%n", orders, cast.shops().size(), tag);
        try (Session session = new Session(endpoints, tag, out, Pace.DEFAULT)) {
            Demo demo = new Demo(session, endpoints, cast);
            return session.perform(demo.size(), demo::play, Checklist::afterDemo);
        }
    }

    private Report replay() throws InterruptedException, IOException {
        String tag = tag("r");
        List<ReplayLine> lines = new ArrayList<>();
        for (Path file : options.replays()) {
            lines.addAll(ReplayLine.readAll(file));
        }
        out.printf("Replaying %d webhooks (run %s)%n", lines.size(), tag);
        try (Session session = new Session(endpoints, tag, out, Pace.DEFAULT)) {
            Replay replay = new Replay(session, tag, lines);
            return session.perform(replay.size(), replay::play, Checklist::afterReplay);
        }
    }

    /** Of this run alone: state kept from an earlier one stays apart. */
    private static String tag(String prefix) {
        return prefix + Long.toString(Instant.now().getEpochSecond(), 36);
    }
}
