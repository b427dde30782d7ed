package io.waybillguard.tracker.stream;

import io.waybillguard.events.json.EventJson;
import io.waybillguard.events.parcel.CourierReport.ScansReported;
import io.waybillguard.events.parcel.Scan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A report in pieces, for its way to its right partition. */
final class Pieces {

    /**
     * The most bytes of scans in one record: with all else well within what a producer may send.
     */
    static final int MOST_BYTES = 256 * 1024;

    private Pieces() {}

    /**
     * The report in pieces that fit a record each, what happened first in the first: a webhook may
     * be as long as a record, and its scans are longer than its lines.
     */
    static List<ScansReported> of(ScansReported report) {
        List<ScansReported> pieces = new ArrayList<>();
        List<Scan> piece = new ArrayList<>();
        int bytes = 0;
        for (Scan scan : inOrder(report.scans())) {
            int size = EventJson.write(scan).length + 1;
            if (!piece.isEmpty() && bytes + size > MOST_BYTES) {
                pieces.add(piece(report, piece));
                piece = new ArrayList<>();
                bytes = 0;
            }
            piece.add(scan);
            bytes += size;
        }
        pieces.add(piece(report, piece));
        return pieces;
    }

    private static List<Scan> inOrder(List<Scan> scans) {
        return scans.stream().sorted(Comparator.comparing(Scan::happenedAt)).toList();
    }

    private static ScansReported piece(ScansReported report, List<Scan> scans) {
        return new ScansReported(
                report.parcel(),
                report.provider(),
                scans,
                report.receivedAt(),
                report.correctedFrom(),
                report.redirectedTo());
    }
}
