package io.waybillguard.tracker.lines;

import io.waybillguard.events.parcel.ProblemReason;
import io.waybillguard.events.parcel.Scan;
import io.waybillguard.events.parcel.ScanEvidence;
import io.waybillguard.events.parcel.ScanKind;
import io.waybillguard.events.parcel.SignedBy;
import io.waybillguard.tracker.lines.StatusTable.Row;
import io.waybillguard.tracker.lines.StatusTable.Trust;
import io.waybillguard.tracker.provider.Arrival;
import io.waybillguard.tracker.provider.Decoded.PassedOver;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line to a scan, by the provider's table and, where the table says so or has no row, by the
 * line's Chinese words. A code that the table does not know means what the wider one means that it
 * belongs to. A line that says nothing known is a sign of life; every line keeps its own code.
 */
public final class LineReader {

    /** A line's fate. */
    public sealed interface Line {
        /**
         * It is a scan.
         *
         * @param unknownCode whether it bore a code that the table does not know
         */
        record Told(Scan scan, boolean unknownCode) implements Line {}

        /** It is none. */
        record Passed(PassedOver because) implements Line {}
    }

    private record Meaning(ScanKind kind, ScanEvidence evidence) {}

    private static final int LONGEST_TEXT = 500;
    private static final int LONGEST_CODE = 64;

    private final StatusTable table;
    private final Arrival arrival;

    /**
     * A reader.
     *
     * @param table the provider's codes
     */
    public LineReader(StatusTable table, Arrival arrival) {
        this.table = table;
        this.arrival = arrival;
    }

    /** What {@code line} says. */
    public Line read(CourierLine line, Instant receivedAt) {
        Instant happened = line.happenedAt();
        if (happened == null) {
            return new Line.Passed(PassedOver.NO_TIME);
        }
        if (!arrival.isPossible(happened, receivedAt)) {
            return new Line.Passed(PassedOver.IN_THE_FUTURE);
        }
        Row own = table.find(line.code());
        Row row = own == null ? table.find(line.parent()) : own;
        Meaning meaning = meaning(row, line.text());
        return meaning == null
                ? new Line.Passed(PassedOver.REMARK)
                : new Line.Told(
                        scan(line, row, meaning, happened, receivedAt),
                        own == null && !line.code().isBlank());
    }

    private static @Nullable Meaning meaning(@Nullable Row row, String words) {
        if (row != null && row.trust() == Trust.CODE) {
            return new Meaning(row.kind(), ScanEvidence.CODE);
        }
        ScanKind said = Words.kindOf(words);
        if (said != null) {
            boolean agrees = row != null && row.kind() == said;
            return new Meaning(said, agrees ? ScanEvidence.CODE : ScanEvidence.TEXT);
        }
        if (row == null) {
            return new Meaning(ScanKind.OTHER, ScanEvidence.TEXT);
        }
        return row.trust() == Trust.REMARK ? null : new Meaning(row.kind(), ScanEvidence.CODE);
    }

    private static Scan scan(
            CourierLine line,
            @Nullable Row row,
            Meaning meaning,
            Instant happened,
            Instant receivedAt) {
        String masked = Masking.mask(line.text().strip());
        return new Scan(
                meaning.kind(),
                reason(line, row, meaning),
                happened,
                receivedAt,
                Places.in(masked, line.place()),
                shortened(masked, LONGEST_TEXT),
                shortened(line.code().strip(), LONGEST_CODE),
                meaning.evidence(),
                signer(line, row, meaning));
    }

    private static @Nullable ProblemReason reason(
            CourierLine line, @Nullable Row row, Meaning meaning) {
        if (meaning.kind() != ScanKind.PROBLEM && meaning.kind() != ScanKind.DELIVERY_FAILED) {
            return null;
        }
        ProblemReason told = row == null ? null : row.reason();
        return told == null ? Words.reasonIn(line.text()) : told;
    }

    private static @Nullable SignedBy signer(CourierLine line, @Nullable Row row, Meaning meaning) {
        if (meaning.kind() != ScanKind.SIGNED) {
            return null;
        }
        SignedBy told = row == null ? null : row.signedBy();
        return told == null ? Words.signerIn(line.text()) : told;
    }

    private static String shortened(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }
}
