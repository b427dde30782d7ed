package io.waybillguard.local.demo;

import io.waybillguard.local.platform.Endpoints;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One run of the demo, or of captured webhooks, from the first order to the report. */
public final class DemoRun {

    private static final int GOOD = 0;
    private static final int A_CHECK_FAILED = 1;
    private static final int COULD_NOT_RUN = 2;

    private final DemoOptions options;
    private final List<ReplayLine> lines;
    private final PrintStream out;

    private DemoRun(DemoOptions options, List<ReplayLine> lines, PrintStream out) {
        this.options = options;
        this.lines = List.copyOf(lines);
        this.out = out;
    }

    /**
     * Looks at all that is to be played, before anything is started, and removes the report of an
     * earlier run: one that is there afterwards is this run's.
     *
     * @throws BadInput when a file of captured webhooks is none, or no report can be written
     */
    public static DemoRun prepared(DemoOptions options) {
        try {
            List<ReplayLine> lines = new ArrayList<>();
            for (Path file : options.replays()) {
                lines.addAll(ReplayLine.readAll(file));
            }
            Path report = options.report();
            if (report != null) {
                makeRoomFor(report);
            }
            return new DemoRun(options, lines, System.out);
        } catch (ReplayLine.BadReplay e) {
            throw new BadInput(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new BadInput(e.toString(), e);
        }
    }

    private static void makeRoomFor(Path report) throws IOException {
        if (Files.isDirectory(report)) {
            throw new BadInput("the report cannot be written: " + report + " is a folder");
        }
        Path folder = report.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.deleteIfExists(report);
        Files.createFile(report); // whether it can be written
        Files.delete(report);
    }

    /**
     * Plays, shows what happens, waits until all is settled, prints a summary and writes the
     * report.
     *
     * @return 0 only if all checks hold; 1 if one does not, 2 if there was no run to check
     */
    public int on(Endpoints endpoints) throws InterruptedException {
        try {
            return play(endpoints);
        } catch (IOException | StoryBroken e) {
            System.err.println("The run could not be made: " + e.getMessage());
            return COULD_NOT_RUN;
        }
    }

    private int play(Endpoints endpoints) throws InterruptedException, IOException {
        Report report = options.replays().isEmpty() ? demo(endpoints) : replay(endpoints);
        Summary.print(out, report, endpoints, options);
        Path file = options.report();
        if (file != null) {
            report.writeTo(file);
        }
        return report.isGood() ? GOOD : A_CHECK_FAILED;
    }

    private Report demo(Endpoints endpoints) throws InterruptedException, IOException {
        String tag = tag("d");
        Instant began = Instant.now();
        Cast cast = Cast.of(options.orders(), tag, endpoints.webhookAccount());
        int orders = cast.parts().size();
        out.printf("Playing %d orders of %d shops (run %s)%n", orders, cast.shops().size(), tag);
        try (Session session = new Session(endpoints, tag, out, Pace.DEFAULT)) {
            Demo demo = new Demo(session, endpoints, cast);
            Session.Ended ended = session.perform(demo.size(), demo::play, Checklist::afterDemo);
            return rehearsed(new Rehearsal(session.engine(), cast, began), ended);
        }
    }

    private Report rehearsed(Rehearsal rehearsal, Session.Ended ended) throws InterruptedException {
        try {
            Trial trial = rehearsal.on(ended.findings());
            out.println();
            TrialPage.of(trial).forEach(out::println);
            return ended.report().with(trial.inShort(), TrialChecks.all(trial, ended.findings()));
        } catch (IOException | StoryBroken e) {
            return ended.report().with(null, List.of(TrialChecks.failed(e)));
        }
    }

    private Report replay(Endpoints endpoints) throws InterruptedException, IOException {
        String tag = tag("r");
        out.printf("Replaying %d webhooks (run %s)%n", lines.size(), tag);
        try (Session session = new Session(endpoints, tag, out, Pace.DEFAULT)) {
            Replay replay =
                    new Replay(
                            session.post(),
                            session.desk(),
                            session.playbook(),
                            session.pace(),
                            tag,
                            lines);
            return session.perform(replay.size(), replay::play, Checklist::afterReplay).report();
        }
    }

    /** Of this run alone: state kept from an earlier one stays apart. */
    private static String tag(String prefix) {
        return prefix + Long.toString(Instant.now().getEpochSecond(), 36);
    }
}
