package io.waybillguard.local.platform;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Tells a person who waits what is up already. */
final class Progress {

    private final PrintStream out;
    private final long start;

    /**
     * Progress from now on.
     *
     * @param start a reading of {@link System#nanoTime}
     */
    Progress(PrintStream out, long start) {
        this.out = out;
        this.start = start;
    }

    void done(String what) {
        out.printf(Locale.ROOT, "  %-24s up after %5.1f s%n", what, seconds());
        out.flush();
    }

    void stopping() {
        out.println("Stopping.");
        out.flush();
    }

    /** Since the start. */
    double seconds() {
        return Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0;
    }
}
