package io.waybillguard.tracker.lines;

import io.waybillguard.events.parcel.ProblemReason;
import io.waybillguard.events.parcel.Scan;
import io.waybillguard.events.parcel.ScanEvidence;
import io.waybillguard.events.parcel.ScanKind;
import io.waybillguard.events.parcel.SignedBy;
import io.waybillguard.tracker.lines.StatusTable.Row;
import io.waybillguard.tracker.provider.Arrival;
import io.waybillguard.tracker.provider.Decoded.PassedOver;
import io.waybillguard.tracker.provider.Times;
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
        if (happened == null || !Times.isSane(happened)) {
            return new Line.Passed(PassedOver.NO_TIME);
        }
        if (!arrival.isPossible(happened, receivedAt)) {
            return new Line.Passed(PassedOver.IN_THE_FUTURE);
        }
        CourierLine tidy = tidied(line, happened);
        Row own = table.find(tidy.code());
        Row row = own == null ? table.find(tidy.parent()) : own;
        Meaning meaning = meaning(row, tidy.text());
        return meaning == null
                ? new Line.Passed(PassedOver.REMARK)
                : new Line.Told(
                        scan(tidy, row, meaning, happened, receivedAt),
                        own == null && !tidy.code().isEmpty());
    }

    private static CourierLine tidied(CourierLine line, Instant happened) {
        return new CourierLine(
                happened,
                Tidy.text(line.code(), LONGEST_CODE),
                Tidy.text(line.parent(), LONGEST_CODE),
                Tidy.text(line.text()),
                Tidy.text(line.place()));
    }

    private static @Nullable Meaning meaning(@Nullable Row row, String words) {
        if (row == null) {
            Meaning said = said(words, null);
            return said != null || Words.isRemark(words)
                    ? said
                    : new Meaning(ScanKind.OTHER, ScanEvidence.TEXT);
        }
        Meaning coded = new Meaning(row.kind(), ScanEvidence.CODE);
        return switch (row.trust()) {
            case CODE -> coded;
            case WORDS_FIRST -> orRemark(said(words, row.kind()), words, coded);
            case FAMILY -> orRemark(chosen(row, words), words, coded);
            case REMARK -> said(words, row.kind());
        };
    }

    private static @Nullable Meaning said(String words, @Nullable ScanKind coded) {
        ScanKind said = Words.kindOf(words);
        return said == null
                ? null
                : new Meaning(said, said == coded ? ScanEvidence.CODE : ScanEvidence.TEXT);
    }

    private static @Nullable Meaning chosen(Row row, String words) {
        ScanKind said = Words.kindOf(words);
        return said != null && row.family().contains(said)
                ? new Meaning(said, ScanEvidence.CODE)
                : null;
    }

    private static @Nullable Meaning orRemark(@Nullable Meaning said, String words, Meaning coded) {
        if (said != null) {
            return said;
        }
        return Words.isRemark(words) ? null : coded;
    }

    private static Scan scan(
            CourierLine line,
            @Nullable Row row,
            Meaning meaning,
            Instant happened,
            Instant receivedAt) {
        String masked = Masking.mask(line.text());
        return new Scan(
                meaning.kind(),
                reason(line, row, meaning),
                happened,
                receivedAt,
                Places.in(masked, line.place()),
                Tidy.text(masked, LONGEST_TEXT),
                line.code(),
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
}
