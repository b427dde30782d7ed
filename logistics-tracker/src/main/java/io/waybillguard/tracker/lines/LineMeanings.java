package io.waybillguard.tracker.lines;

import io.waybillguard.events.parcel.ProblemReason;
import io.waybillguard.events.parcel.Scan;
import io.waybillguard.events.parcel.ScanEvidence;
import io.waybillguard.events.parcel.ScanKind;
import io.waybillguard.events.parcel.SignedBy;
import io.waybillguard.tracker.lines.StatusTable.Row;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What lines mean, by the provider's table and, where the table says so or has no row, by the
 * line's Chinese words. A code that the table does not know means what the wider one means that it
 * belongs to. A line that says nothing known is a sign of life; every line keeps its own code.
 */
final class LineMeanings {

    private static final int LONGEST_TEXT = 500;
    private static final int LONGEST_CODE = 64;

    private final StatusTable table;

    /**
     * The meanings.
     *
     * @param table the provider's codes
     */
    LineMeanings(StatusTable table) {
        this.table = table;
    }

    /**
     * What a line says without its time, tidied: what two lines have in common that mean the same.
     */
    record Said(String code, String parent, String text, String place) {
        static Said in(CourierLine line) {
            return new Said(
                    Tidy.text(line.code(), LONGEST_CODE),
                    Tidy.text(line.parent(), LONGEST_CODE),
                    Tidy.text(line.text()),
                    Tidy.text(line.place()));
        }

        /** Its characters. */
        int length() {
            return code.length() + parent.length() + text.length() + place.length();
        }
    }

    /** What it means. */
    sealed interface Meaning {
        /** It remarks on a silence, or on what a row says is no event. */
        record Nothing() implements Meaning {}

        /**
         * Something happened; the parts are a {@link Scan}'s.
         *
         * @param text masked
         * @param unknownCode whether it bore a code that the table does not know
         */
        record Event(
                ScanKind kind,
                @Nullable ProblemReason reason,
                String place,
                String text,
                String code,
                ScanEvidence evidence,
                @Nullable SignedBy signedBy,
                boolean unknownCode)
                implements Meaning {

            /** The scan of it. */
            Scan at(Instant happened, Instant received) {
                return new Scan(
                        kind, reason, happened, received, place, text, code, evidence, signedBy);
            }
        }
    }

    private record Judged(ScanKind kind, ScanEvidence evidence) {}

    /** What {@code said} means. */
    Meaning of(Said said) {
        Row own = table.find(said.code());
        Row row = own == null ? table.find(said.parent()) : own;
        Judged judged = judged(row, said.text());
        if (judged == null) {
            return new Meaning.Nothing();
        }
        String masked = Masking.mask(said.text());
        return new Meaning.Event(
                judged.kind(),
                reason(said, row, judged),
                Places.in(masked, said.place()),
                Tidy.text(masked, LONGEST_TEXT),
                said.code(),
                judged.evidence(),
                signer(said, row, judged),
                own == null && !said.code().isEmpty());
    }

    private static @Nullable Judged judged(@Nullable Row row, String words) {
        if (row == null) {
            Judged said = said(words, null);
            return said != null || Words.isRemark(words)
                    ? said
                    : new Judged(ScanKind.OTHER, ScanEvidence.TEXT);
        }
        Judged coded = new Judged(row.kind(), ScanEvidence.CODE);
        return switch (row.trust()) {
            case CODE -> coded;
            case WORDS_FIRST -> orRemark(said(words, row.kind()), words, coded);
            case FAMILY -> orRemark(chosen(row, words), words, coded);
            case REMARK -> said(words, row.kind());
        };
    }

    private static @Nullable Judged said(String words, @Nullable ScanKind coded) {
        ScanKind said = Words.kindOf(words);
        return said == null
                ? null
                : new Judged(said, said == coded ? ScanEvidence.CODE : ScanEvidence.TEXT);
    }

    private static @Nullable Judged chosen(Row row, String words) {
        ScanKind said = Words.kindOf(words);
        return said != null && row.family().contains(said)
                ? new Judged(said, ScanEvidence.CODE)
                : null;
    }

    private static @Nullable Judged orRemark(@Nullable Judged said, String words, Judged coded) {
        if (said != null) {
            return said;
        }
        return Words.isRemark(words) ? null : coded;
    }

    private static @Nullable ProblemReason reason(Said line, @Nullable Row row, Judged judged) {
        if (judged.kind() != ScanKind.PROBLEM && judged.kind() != ScanKind.DELIVERY_FAILED) {
            return null;
        }
        ProblemReason told = row == null ? null : row.reason();
        return told == null ? Words.reasonIn(line.text()) : told;
    }

    private static @Nullable SignedBy signer(Said line, @Nullable Row row, Judged judged) {
        if (judged.kind() != ScanKind.SIGNED) {
            return null;
        }
        SignedBy told = row == null ? null : row.signedBy();
        return told == null ? Words.signerIn(line.text()) : told;
    }
}
