package io.waybillguard.system.benchmark;

import io.waybillguard.events.parcel.CourierReport.ScansReported;
import io.waybillguard.events.parcel.Scan;
import io.waybillguard.events.parcel.ScanKind;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the input allows to be told of one parcel's silences, judged by the broker's timestamps
 * alone. The silence that nothing followed must be a stall. One that ended must not be if what
 * ended it was appended before it was too long; else it may, for how soon pulses came decides.
 */
final class Silences {

    /** What may be made of a silence. */
    enum Verdict {
        MUST,
        MAY,
        MUST_NOT
    }

    private final Map<Instant, Verdict> bySince = new LinkedHashMap<>();

    /**
     * The silences of one parcel.
     *
     * @param reports in the order in which they were appended
     * @param allowed the silence that is none yet
     */
    Silences(List<Told<ScansReported>> reports, Duration allowed) {
        Instant since = Instant.MIN;
        for (Told<ScansReported> report : reports) {
            for (Scan scan : report.event().scans()) {
                if (scan.happenedAt().isAfter(since)) {
                    boolean soon = report.appended().isBefore(since.plus(allowed));
                    bySince.computeIfPresent(
                            since, (_, _) -> soon ? Verdict.MUST_NOT : Verdict.MAY);
                    since = scan.happenedAt();
                    bySince.put(
                            since,
                            scan.kind() == ScanKind.SIGNED ? Verdict.MUST_NOT : Verdict.MUST);
                }
            }
        }
    }

    /** For a silence that began at the instant; one that never began must not be told. */
    Verdict verdict(Instant since) {
        return bySince.getOrDefault(since, Verdict.MUST_NOT);
    }

    /** The beginnings of those that must be told: one, or none. */
    List<Instant> musts() {
        return bySince.entrySet().stream()
                .filter(entry -> entry.getValue() == Verdict.MUST)
                .map(Map.Entry::getKey)
                .toList();
    }
}
