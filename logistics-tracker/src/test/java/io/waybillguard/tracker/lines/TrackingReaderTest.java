package io.waybillguard.tracker.lines;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.events.parcel.Scan;
import io.waybillguard.events.parcel.ScanEvidence;
import io.waybillguard.events.parcel.ScanKind;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.tracker.lines.StatusTable.Row;
import io.waybillguard.tracker.provider.Decoded.Accepted;
import io.waybillguard.tracker.provider.Decoded.PassedOver;
import io.waybillguard.tracker.provider.Told;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrackingReaderTest {

    private static final StatusTable TABLE =
            StatusTable.of(
                    "p",
                    Row.code("Moved", "moved", ScanKind.DEPARTED),
                    Row.code("Moved_Far", "moved far", ScanKind.CUSTOMS),
                    Row.remark("Silent", "nothing new"));
    private static final Instant EIGHT = Instant.parse("2026-11-11T08:00:00Z");
    private static final Instant NINE = Instant.parse("2026-11-11T09:00:00Z");

    @Test
    void aCodeThatIsNotKnownMeansWhatItsParentMeansAndIsReported() {
        Accepted accepted =
                read(
                        "",
                        "",
                        new CourierLine(EIGHT, "Moved_Sideways", "Moved", "a", ""),
                        new CourierLine(NINE, "Moved_Far", "Moved", "b", ""),
                        new CourierLine(NINE, "Gone", "Lost", "c", ""));

        assertThat(accepted.scans())
                .extracting(Scan::kind)
                .containsExactly(ScanKind.DEPARTED, ScanKind.CUSTOMS, ScanKind.OTHER);
        assertThat(accepted.scans())
                .extracting(Scan::code)
                .containsExactly("Moved_Sideways", "Moved_Far", "Gone");
        assertThat(accepted.scans())
                .extracting(Scan::evidence)
                .containsExactly(ScanEvidence.CODE, ScanEvidence.CODE, ScanEvidence.TEXT);
        assertThat(accepted.unknownCodes()).containsExactly("Moved_Sideways", "Gone");
    }

    @Test
    void theStatusCountsForTheLatestLineInAnyOrder() {
        CourierLine early = new CourierLine(EIGHT, "", "first", "");
        CourierLine late = new CourierLine(NINE, "", "last", "");
        CourierLine timeless = new CourierLine(null, "", "no time", "");

        for (Accepted accepted :
                List.of(
                        read("Moved", "", early, late, timeless),
                        read("Moved", "", timeless, late, early))) {
            assertThat(accepted.scans())
                    .extracting(Scan::text, Scan::kind)
                    .contains(
                            org.assertj.core.groups.Tuple.tuple("last", ScanKind.DEPARTED),
                            org.assertj.core.groups.Tuple.tuple("first", ScanKind.OTHER));
            assertThat(accepted.passedOver()).containsExactly(PassedOver.NO_TIME);
        }
    }

    @Test
    void theStatusNeverOverridesALineThatSaysSomething() {
        assertThat(
                        read("Moved", "", new CourierLine(NINE, "Moved_Far", "", "", ""))
                                .scans()
                                .getFirst()
                                .kind())
                .isEqualTo(ScanKind.CUSTOMS);
        assertThat(
                        read("Moved", "", new CourierLine(NINE, "", "快件已签收", ""))
                                .scans()
                                .getFirst()
                                .kind())
                .isEqualTo(ScanKind.SIGNED);
        assertThat(
                        read("Moved", "", new CourierLine(NINE, "", "Moved", "", ""))
                                .scans()
                                .getFirst()
                                .code())
                .as("a parent alone says something")
                .isEmpty();
    }

    @Test
    void aStatusThatIsARemarkIsNoScanAndTakesNoneAway() {
        Accepted accepted = read("Silent", "", new CourierLine(NINE, "", "somewhere", ""));

        assertThat(accepted.scans()).extracting(Scan::kind).containsExactly(ScanKind.OTHER);
        assertThat(accepted.scans()).extracting(Scan::code).containsExactly("");
        assertThat(accepted.passedOver()).containsExactly(PassedOver.REMARK);
        assertThat(read("Silent", "").reports().getFirst().parcel())
                .isEqualTo(ParcelId.of("YTO", "YT1"));
    }

    @Test
    void aStatusThatIsNotKnownIsKeptOnTheLatestLineAndReported() {
        Accepted accepted = read("New", "Moved", new CourierLine(NINE, "", "somewhere", ""));

        assertThat(accepted.scans()).extracting(Scan::kind).containsExactly(ScanKind.DEPARTED);
        assertThat(accepted.unknownCodes()).containsExactly("New");
    }

    private static Accepted read(String code, String parent, CourierLine... lines) {
        Tracking told =
                new Tracking("YTO", "YT1", code, parent, List.of(lines), List.of("KOSUTOKO"));
        TrackingReader reader = new TrackingReader(TABLE, Told.LIMITS, 10, _ -> List.of(told));
        return (Accepted) reader.decode(Told.webhook("{}"));
    }
}
