package io.waybillguard.tracker.parcel;

import io.waybillguard.events.parcel.ProblemReason;
import io.waybillguard.events.parcel.Scan;
import io.waybillguard.events.parcel.ScanKind;
import io.waybillguard.events.parcel.SignedBy;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of one scan: all that decides, nothing to read.
 *
 * @param happenedAt in whole milliseconds
 * @param place may be empty
 * @param identity tells lines apart: two scans with the same identity are one line
 * @param receivedAt when the line was first heard, in whole milliseconds
 */
public record ScanFact(
        Instant happenedAt,
        ScanKind kind,
        @Nullable ProblemReason reason,
        @Nullable SignedBy signedBy,
        String place,
        long identity,
        Instant receivedAt) {

    /**
     * The order in which scans count: as they happened, then by kind, then by identity. A problem
     * counts after all of its instant: whatever moved then is what it came upon.
     */
    public static final Comparator<ScanFact> ORDER =
            Comparator.comparing(ScanFact::happenedAt)
                    .thenComparing(fact -> fact.kind() == ScanKind.PROBLEM)
                    .thenComparing(ScanFact::kind)
                    .thenComparingLong(ScanFact::identity);

    private static final Comparator<ScanFact> CLEARNESS =
            Comparator.<ScanFact, Boolean>comparing(fact -> fact.kind() != ScanKind.OTHER)
                    .thenComparing(ScanFact::kind)
                    .thenComparing(ScanFact::reason, vagueFirst(ProblemReason.OTHER))
                    .thenComparing(ScanFact::signedBy, vagueFirst(SignedBy.UNKNOWN))
                    .thenComparing(ScanFact::place);

    public ScanFact {
        happenedAt = inMillis(happenedAt);
        receivedAt = inMillis(receivedAt);
    }

    @SuppressWarnings("JavaInstantGetSecondsGetNano") // the fraction alone is meant
    private static Instant inMillis(Instant instant) {
        return instant.getNano() % 1_000_000 == 0
                ? instant
                : instant.truncatedTo(ChronoUnit.MILLIS);
    }

    /** What is kept of {@code scan}. */
    public static ScanFact of(Scan scan) {
        return new ScanFact(
                scan.happenedAt(),
                scan.kind(),
                scan.reason(),
                scan.signedBy(),
                scan.place(),
                ScanIdentity.of(scan),
                scan.receivedAt());
    }

    /** What is kept of each of {@code scans}, in their order. */
    public static List<ScanFact> of(List<Scan> scans) {
        List<ScanFact> facts = new ArrayList<>(scans.size());
        for (Scan scan : scans) {
            facts.add(of(scan));
        }
        return facts;
    }

    /**
     * One line told twice, perhaps with another code: the clearer telling, first heard when either
     * was. The same whichever came first.
     */
    public ScanFact merge(ScanFact other) {
        if (saysTheSame(other)) {
            return receivedAt.isAfter(other.receivedAt) ? other : this;
        }
        ScanFact clearer = CLEARNESS.compare(this, other) >= 0 ? this : other;
        Instant first = receivedAt.isBefore(other.receivedAt) ? receivedAt : other.receivedAt;
        return first.equals(clearer.receivedAt)
                ? clearer
                : new ScanFact(
                        clearer.happenedAt,
                        clearer.kind,
                        clearer.reason,
                        clearer.signedBy,
                        clearer.place,
                        clearer.identity,
                        first);
    }

    private boolean saysTheSame(ScanFact other) {
        return kind == other.kind
                && reason == other.reason
                && signedBy == other.signedBy
                && place.equals(other.place)
                && happenedAt.equals(other.happenedAt)
                && identity == other.identity;
    }

    /** Nothing said, then the vague value, then the others. */
    private static <E extends Enum<E>> Comparator<@Nullable E> vagueFirst(E vague) {
        Comparator<E> told =
                Comparator.<E, Boolean>comparing(value -> value != vague)
                        .thenComparing(Comparator.naturalOrder());
        return Comparator.nullsFirst(told);
    }
}
