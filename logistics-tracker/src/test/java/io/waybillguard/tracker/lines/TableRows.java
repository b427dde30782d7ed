package io.waybillguard.tracker.lines;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.events.parcel.Scan;
import io.waybillguard.events.parcel.ScanEvidence;
import io.waybillguard.events.parcel.ScanKind;
import io.waybillguard.tracker.lines.LineReader.Line;
import io.waybillguard.tracker.provider.Decoded.PassedOver;
import io.waybillguard.tracker.provider.Told;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a provider's table makes of a line whose words say nothing. */
public final class TableRows {

    private static final Instant NOON = Instant.parse("2026-11-11T04:00:00Z");

    private TableRows() {}

    /**
     * Asserts what a code means.
     *
     * @param kind null for the provider's own remark
     */
    public static void means(
            StatusTable table,
            String code,
            @Nullable ScanKind kind,
            @Nullable String reason,
            @Nullable String signedBy) {
        LineReader reader = new LineReader(table, Told.LIMITS);
        Line line = reader.read(new CourierLine(NOON, code, "单号记录", ""), NOON);
        if (kind == null) {
            assertThat(line).isEqualTo(new Line.Passed(PassedOver.REMARK));
            return;
        }
        Line.Told told = (Line.Told) line;
        Scan scan = told.scan();
        assertThat(told.unknownCode()).isFalse();
        assertThat(scan.kind()).isEqualTo(kind);
        assertThat(scan.evidence()).isEqualTo(ScanEvidence.CODE);
        assertThat(scan.code()).isEqualTo(code);
        assertThat(String.valueOf(scan.reason())).isEqualTo(String.valueOf(reason));
        assertThat(String.valueOf(scan.signedBy())).isEqualTo(String.valueOf(signedBy));
    }
}
