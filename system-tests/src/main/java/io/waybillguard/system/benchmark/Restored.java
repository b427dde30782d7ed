package io.waybillguard.system.benchmark;

import io.waybillguard.system.benchmark.Recovery.Times;
import java.time.Duration;

/**
 * What one run of {@link RestoreBenchmark} measured.
 *
 * @param times from the kill
 */
record Restored(
        int parcels,
        String store,
        int standbys,
        String sessionTimeout,
        String transactionTimeout,
        Times times,
        Changelogs logs) {

    /** A row of {@link #HEADER}. */
    String row() {
        return "| %,d | %s | %d | %s | %s | %s | %s | %s | %.1f MB | %,d | %s |"
                .formatted(
                        parcels,
                        store,
                        standbys,
                        sessionTimeout,
                        transactionTimeout,
                        standbys > 0 ? "" : seconds(times.running()),
                        seconds(times.pulsing()),
                        seconds(times.answered()),
                        logs.bytes() / 1e6,
                        logs.records(),
                        standbys > 0 ? "" : "%,.0f".formatted(recordsPerSecond()));
    }

    /** With the start of the process and of its group: a lower bound. */
    private double recordsPerSecond() {
        return logs.records() * 1e3 / times.running().toMillis();
    }

    private static String seconds(Duration time) {
        return "%.1f".formatted(time.toMillis() / 1e3);
    }

    static final String HEADER =
            """
            | live parcels | store | standbys | session | transaction | s to running | s to pulses | s to probes | changelogs | records | records/s restored, at least |
            |---|---|---|---|---|---|---|---|---|---|---|\
            """;
}
