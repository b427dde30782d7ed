package io.waybillguard.tracker.kuaidi100;

import io.waybillguard.events.parcel.ProblemReason;
import io.waybillguard.events.parcel.Scan;
import io.waybillguard.events.parcel.ScanEvidence;
import io.waybillguard.events.parcel.ScanKind;
import io.waybillguard.events.parcel.SignedBy;
import io.waybillguard.tracker.kuaidi100.CodeTable.Row;
import io.waybillguard.tracker.kuaidi100.CodeTable.Trust;
import io.waybillguard.tracker.kuaidi100.Push.Node;
import io.waybillguard.tracker.lines.Masking;
import io.waybillguard.tracker.lines.Places;
import io.waybillguard.tracker.lines.Words;
import io.waybillguard.tracker.provider.Arrival;
import io.waybillguard.tracker.provider.Decoded.PassedOver;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import org.jspecify.annotations.Nullable;

/** One line of a push to one scan, or the reason why it is none. */
final class LineDecoder {

    /** A line's fate. */
    sealed interface Line {
        record Told(Scan scan) implements Line {}

        record Passed(PassedOver because) implements Line {}
    }

    private record Meaning(ScanKind kind, ScanEvidence evidence) {}

    private static final int LONGEST_TEXT = 500;
    private static final int LONGEST_CODE = 32;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss")
                    .withResolverStyle(ResolverStyle.STRICT);

    private final ZoneId zone;
    private final Arrival arrival;

    LineDecoder(ZoneId zone, Arrival arrival) {
        this.zone = zone;
        this.arrival = arrival;
    }

    Line decode(Node node, Instant receivedAt) {
        Instant happened = timeOf(node);
        if (happened == null) {
            return new Line.Passed(PassedOver.NO_TIME);
        }
        if (!arrival.isPossible(happened, receivedAt)) {
            return new Line.Passed(PassedOver.IN_THE_FUTURE);
        }
        Row row = CodeTable.find(node.statusCode(), node.status());
        Meaning meaning = meaning(row, node.context());
        return meaning == null
                ? new Line.Passed(PassedOver.REMARK)
                : new Line.Told(scan(node, row, meaning, happened, receivedAt));
    }

    /**
     * A code of its own is what a line says; words count where there is none, and where the code is
     * known to lag. A line that says nothing we know is a sign of life.
     */
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
            Node node, @Nullable Row row, Meaning meaning, Instant happened, Instant receivedAt) {
        String masked = Masking.mask(node.context().strip());
        return new Scan(
                meaning.kind(),
                reason(node, row, meaning),
                happened,
                receivedAt,
                Places.in(masked, node.areaName()),
                shortened(masked, LONGEST_TEXT),
                shortened(node.statusCode(), LONGEST_CODE),
                meaning.evidence(),
                signer(node, row, meaning));
    }

    private static @Nullable ProblemReason reason(Node node, @Nullable Row row, Meaning meaning) {
        if (meaning.kind() != ScanKind.PROBLEM && meaning.kind() != ScanKind.DELIVERY_FAILED) {
            return null;
        }
        ProblemReason told = row == null ? null : row.reason();
        return told == null ? Words.reasonIn(node.context()) : told;
    }

    private static @Nullable SignedBy signer(Node node, @Nullable Row row, Meaning meaning) {
        if (meaning.kind() != ScanKind.SIGNED) {
            return null;
        }
        SignedBy told = row == null ? null : row.signedBy();
        return told == null ? Words.signerIn(node.context()) : told;
    }

    private @Nullable Instant timeOf(Node node) {
        Instant time = parsed(node.time());
        return time == null ? parsed(node.ftime()) : time;
    }

    private @Nullable Instant parsed(String time) {
        try {
            return LocalDateTime.parse(time.strip(), TIME).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static String shortened(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }
}
