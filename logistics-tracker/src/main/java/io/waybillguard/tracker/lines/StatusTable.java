package io.waybillguard.tracker.lines;

import io.waybillguard.events.parcel.ProblemReason;
import io.waybillguard.events.parcel.ScanKind;
import io.waybillguard.events.parcel.SignedBy;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A provider's status codes. A code is looked up whole, whatever its case: a code that begins like
 * another means nothing of that one.
 *
 * @param provider whose codes these are
 * @param rows in the provider's own order; the documentation shows them so
 */
public record StatusTable(String provider, List<Row> rows, Map<String, Row> byCode) {

    /** How far a code is to be believed. */
    public enum Trust {
        /** It says what the line says. */
        CODE,
        /** It is known to lag behind the line: where the words are clear, they count. */
        WORDS_FIRST,
        /** It says only the family: the words choose among the family's kinds, and no other. */
        FAMILY,
        /**
         * The provider's own remark on a parcel that nobody scanned: evidence of a silence, never a
         * scan that would end it.
         */
        REMARK
    }

    /**
     * One row.
     *
     * @param name what the provider calls it
     * @param reason of a problem; null where the words must tell it
     * @param signedBy null where the words must tell it
     * @param confirmed false while no second source confirms the meaning
     * @param family the kinds that words may choose; empty where they have no choice
     */
    public record Row(
            String code,
            String name,
            ScanKind kind,
            @Nullable ProblemReason reason,
            @Nullable SignedBy signedBy,
            Trust trust,
            boolean confirmed,
            Set<ScanKind> family) {

        public Row {
            family = Set.copyOf(family);
        }

        private Row(
                String code,
                String name,
                ScanKind kind,
                @Nullable ProblemReason reason,
                @Nullable SignedBy signedBy,
                Trust trust) {
            this(code, name, kind, reason, signedBy, trust, true, Set.of());
        }

        /** The code says what the line says. */
        public static Row code(String code, String name, ScanKind kind) {
            return new Row(code, name, kind, null, null, Trust.CODE);
        }

        /** The code lags behind the words. */
        public static Row lagging(String code, String name, ScanKind kind) {
            return new Row(code, name, kind, null, null, Trust.WORDS_FIRST);
        }

        /** The code is a family's: of its kinds the words may choose another. */
        public static Row family(String code, String name, ScanKind kind, ScanKind... others) {
            return new Row(
                    code, name, kind, null, null, Trust.FAMILY, true, EnumSet.of(kind, others));
        }

        /** The provider remarks on a silence. */
        public static Row remark(String code, String name) {
            return new Row(code, name, ScanKind.OTHER, null, null, Trust.REMARK);
        }

        /** Something is wrong. */
        public static Row problem(String code, String name, ProblemReason reason) {
            return new Row(code, name, ScanKind.PROBLEM, reason, null, Trust.CODE);
        }

        /** An attempt to deliver failed. */
        public static Row failed(String code, String name, ProblemReason reason) {
            return new Row(code, name, ScanKind.DELIVERY_FAILED, reason, null, Trust.CODE);
        }

        /** Signed for. */
        public static Row signed(String code, String name, SignedBy by) {
            return new Row(code, name, ScanKind.SIGNED, null, by, Trust.CODE);
        }

        /** The same, as long as no second source confirms it. */
        public Row unconfirmed() {
            return new Row(code, name, kind, reason, signedBy, trust, false, family);
        }
    }

    public StatusTable {
        rows = List.copyOf(rows);
        byCode = Map.copyOf(byCode);
    }

    /**
     * A table of {@code rows}.
     *
     * @throws IllegalArgumentException when two rows have the same code
     */
    public static StatusTable of(String provider, Row... rows) {
        Map<String, Row> byCode = new HashMap<>();
        for (Row row : rows) {
            if (byCode.put(key(row.code()), row) != null) {
                throw new IllegalArgumentException(provider + ": code " + row.code() + " twice");
            }
        }
        return new StatusTable(provider, List.of(rows), byCode);
    }

    /** The row of {@code code}; null when it is empty or unknown. */
    public @Nullable Row find(String code) {
        return byCode.get(key(code));
    }

    /** Whether {@code code} only remarks on a silence. */
    public boolean isRemark(String code) {
        Row row = find(code);
        return row != null && row.trust() == Trust.REMARK;
    }

    private static String key(String code) {
        return code.strip().toLowerCase(Locale.ROOT);
    }
}
