package io.waybillguard.tracker.stream;

import static io.waybillguard.tracker.Scans.PARCEL;
import static io.waybillguard.tracker.Scans.at;
import static io.waybillguard.tracker.Scans.claim;
import static io.waybillguard.tracker.Scans.failed;
import static io.waybillguard.tracker.Scans.hour;
import static io.waybillguard.tracker.Scans.problem;
import static io.waybillguard.tracker.Scans.scan;
import static io.waybillguard.tracker.Scans.signed;
import static io.waybillguard.tracker.Scans.under;
import static io.waybillguard.tracker.Scans.worded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waybillguard.events.parcel.LearnedSilence;
import io.waybillguard.events.parcel.ParcelRole;
import io.waybillguard.events.parcel.ProblemReason;
import io.waybillguard.events.parcel.Scan;
import io.waybillguard.events.parcel.ScanKind;
import io.waybillguard.events.parcel.SignedBy;
import io.waybillguard.events.parcel.StallKind;
import io.waybillguard.events.types.OrderId;
import io.waybillguard.events.types.ParcelId;
import io.waybillguard.events.types.Region;
import io.waybillguard.tracker.stall.DefaultThresholds;
import io.waybillguard.tracker.stall.Filings;
import io.waybillguard.tracker.stall.Learning;
import io.waybillguard.tracker.stall.Scope;
import io.waybillguard.tracker.stall.StallJudge;
import io.waybillguard.tracker.stall.ThresholdRow;
import io.waybillguard.tracker.stall.ThresholdTable;
import io.waybillguard.tracker.stall.Watch;
import io.waybillguard.tracker.tracking.Outlook;
import io.waybillguard.tracker.tracking.Parcel;
import io.waybillguard.tracker.tracking.Retention;
import io.waybillguard.tracker.tracking.Tracking;
import io.waybillguard.tracker.tracking.Tracking.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ParcelCodecTest {

    private static final ParcelId OTHER = ParcelId.of("YTO", PARCEL.waybill());
    private static final Tracking TRACKING = tracking(300);

    @ParameterizedTest
    @MethodSource("parcels")
    void aParcelReadIsTheParcelWritten(Parcel parcel) {
        assertThat(ParcelCodec.read(PARCEL, ParcelCodec.write(parcel))).isEqualTo(parcel);
    }

    static Stream<Parcel> parcels() {
        return Stream.of(
                Parcel.unknown(PARCEL, hour(0)),
                rich(),
                folded(),
                calm(),
                settled(),
                learned(),
                halted(),
                gone(),
                come(),
                reused(),
                late());
    }

    @Test
    void aParcelThatNothingElseBelongsToCarriesNoLinks() {
        assertThat(ParcelCodec.write(rich())[0]).isEqualTo(ParcelCodec.write(calm())[0]);
        assertThat(ParcelCodec.write(come())[0]).isNotEqualTo(ParcelCodec.write(calm())[0]);
    }

    @Test
    void bytesOfVersionOneAreStillRead() throws IOException {
        assertThat(ParcelCodec.read(PARCEL, committed("parcel-v1.base64"))).isEqualTo(rich());
        assertThat(ParcelCodec.read(PARCEL, committed("parcel-folded-v1.base64")))
                .isEqualTo(folded());
    }

    @Test
    void bytesOfVersionTwoAreStillRead() throws IOException {
        assertThat(ParcelCodec.read(PARCEL, committed("parcel-v2.base64"))).isEqualTo(settled());
    }

    /** Run with {@code -Dstore.write=true} to write the file of a new version. */
    @Test
    void todaysCodeWritesVersionThree() throws IOException {
        if (Boolean.getBoolean("store.write")) {
            Files.write(
                    Path.of("src/test/resources/store/parcel-v3.base64"),
                    Base64.getMimeEncoder().encode(ParcelCodec.write(learned())));
            Files.write(
                    Path.of("src/test/resources/store/parcel-v3-over.base64"),
                    Base64.getMimeEncoder().encode(ParcelCodec.write(late())));
        }
        assertThat(ParcelCodec.write(learned())).isEqualTo(committed("parcel-v3.base64"));
        assertThat(ParcelCodec.read(PARCEL, committed("parcel-v3.base64"))).isEqualTo(learned());
        assertThat(ParcelCodec.write(late())).isEqualTo(committed("parcel-v3-over.base64"));
        assertThat(ParcelCodec.read(PARCEL, committed("parcel-v3-over.base64"))).isEqualTo(late());
    }

    /** Older versions did not say which stalls they had told: they are not told again. */
    @Test
    void aStallOfAnOlderVersionIsNotToldAgainWhenALateScanComes() {
        Parcel moving =
                TRACKING.reported(
                                halted(),
                                List.of(scan(ScanKind.STORED, 20)),
                                hour(20),
                                Outlook.CLEAR)
                        .parcel();
        Parcel old =
                new Parcel(
                        PARCEL,
                        moving.history(),
                        moving.claims(),
                        new Watch(moving.watch().episodes(), null, List.of()),
                        moving.revision(),
                        moving.changedAt());

        assertThat(
                        TRACKING.reported(
                                        old,
                                        List.of(worded(ScanKind.OTHER, 4, "late")),
                                        hour(21),
                                        Outlook.CLEAR)
                                .stalls())
                .isEmpty();
    }

    @Test
    void anUnknownVersionIsRefused() {
        byte[] bytes = ParcelCodec.write(calm());
        bytes[0] = 4;

        assertThatThrownBy(() -> ParcelCodec.read(PARCEL, bytes))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("version 4");
    }

    @Test
    void aScanCostsLessThanThirtyBytes() {
        Parcel parcel = Parcel.unknown(PARCEL, hour(0));
        int before = ParcelCodec.write(parcel).length;
        List<Scan> scans = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            scans.add(worded(ScanKind.ARRIVED, i, "line " + i));
        }

        int after =
                ParcelCodec.write(
                                TRACKING.reported(parcel, scans, hour(20), Outlook.CLEAR).parcel())
                        .length;

        assertThat(after - before).isLessThan(20 * 30);
    }

    @Test
    void everyConstantHasItsNumber() {
        assertThat(
                        List.of(
                                StoreCodes.KINDS,
                                StoreCodes.REASONS,
                                StoreCodes.SIGNERS,
                                StoreCodes.STAGES,
                                StoreCodes.ROLES,
                                StoreCodes.STALL_KINDS,
                                StoreCodes.CAUSES,
                                StoreCodes.LEVELS))
                .allSatisfy(codes ->
                        assertThat(List.<Object>copyOf(codes.constants()))
                                .containsExactlyInAnyOrder(
                                        (Object[])
                                                codes.constants()
                                                        .getFirst()
                                                        .getDeclaringClass()
                                                        .getEnumConstants()));
    }

    /** Two claims, an open stall, every optional part set somewhere. */
    private static Parcel rich() {
        Parcel parcel = Parcel.unknown(PARCEL, hour(0));
        parcel = TRACKING.claimed(parcel, claim("o-1", 0), hour(0), Outlook.CLEAR).parcel();
        parcel =
                TRACKING.claimed(
                                parcel,
                                claim("o-2", 0.0001, ParcelRole.RETURN, new Region("新疆", "喀什")),
                                hour(0),
                                Outlook.CLEAR)
                        .parcel();
        return TRACKING.reported(
                        parcel,
                        List.of(
                                scan(ScanKind.COLLECTED, 1),
                                at("杭州转运中心", ScanKind.DEPARTED, 2),
                                signed(SignedBy.LOCKER_OR_STATION, 3),
                                at("杭州转运中心", ScanKind.STORED, 4),
                                problem(ProblemReason.UNCLAIMED, 30)),
                        hour(30),
                        Outlook.CLEAR)
                .parcel();
    }

    /** What version 1 did not know: an order that ended, no destination, a failed attempt. */
    private static Parcel settled() {
        Parcel parcel = folded();
        parcel = TRACKING.claimed(parcel, claim("o-1", 0), hour(0), Outlook.CLEAR).parcel();
        parcel =
                TRACKING.claimed(
                                parcel,
                                claim("o-2", 1, ParcelRole.RETURN, null),
                                hour(1),
                                Outlook.CLEAR)
                        .parcel();
        parcel = TRACKING.settled(parcel, new OrderId("o-1"), hour(2), Outlook.CLEAR).parcel();
        return tracking(2)
                .reported(
                        parcel,
                        List.of(
                                failed(ProblemReason.BAD_ADDRESS, 8),
                                scan(ScanKind.OTHER, 9),
                                scan(ScanKind.OTHER, 10)),
                        hour(10),
                        Outlook.CLEAR)
                .parcel();
    }

    /** What version 2 did not know: a stall by what was learned. */
    private static Parcel learned() {
        Outlook outlook =
                new Outlook(
                        Filings.NONE,
                        Set.of(),
                        (_, _, _, _) ->
                                List.of(
                                        new LearnedSilence(
                                                0.995, 1234, Duration.ofHours(61), "四川", "浙江")));
        ThresholdRow row =
                new ThresholdRow(
                        "in-transit-learned",
                        Scope.of(StallKind.IN_TRANSIT),
                        Duration.ofHours(48),
                        null,
                        new Learning(1000, Duration.ofHours(12), Duration.ofHours(96)));
        Tracking learning =
                new Tracking(
                        new StallJudge(
                                new ThresholdTable(List.of(row), DefaultThresholds.STANDARD)),
                        Retention.STANDARD,
                        new Limits(300, 2));
        Parcel parcel = Parcel.unknown(PARCEL, hour(0));
        parcel = learning.claimed(parcel, claim("o-1", 0), hour(0), outlook).parcel();
        List<Scan> scans = List.of(at("成都转运中心", ScanKind.DEPARTED, 1));
        parcel = learning.reported(parcel, scans, hour(1), outlook).parcel();
        return learning.due(parcel, hour(62), outlook).parcel();
    }

    /** What version 2 did not know: stalls that are over, beside one that is open. */
    private static Parcel halted() {
        Parcel parcel = Parcel.unknown(PARCEL, hour(0));
        parcel = TRACKING.claimed(parcel, claim("o-1", 0), hour(0), Outlook.CLEAR).parcel();
        return TRACKING.reported(
                        parcel,
                        List.of(
                                scan(ScanKind.COLLECTED, 1),
                                problem(ProblemReason.HELD, 2),
                                scan(ScanKind.DEPARTED, 3),
                                problem(ProblemReason.DELAYED, 5),
                                scan(ScanKind.ARRIVED, 6),
                                problem(ProblemReason.MISSORTED, 8)),
                        hour(9),
                        Outlook.CLEAR)
                .parcel();
    }

    private static Parcel gone() {
        return TRACKING.moved(rich(), OTHER, hour(31)).parcel();
    }

    /** Claimed by its own id and by another. */
    private static Parcel come() {
        Parcel other = Parcel.unknown(OTHER, hour(0));
        other =
                TRACKING.claimed(other, under(OTHER, claim("o-1", 0)), hour(0), Outlook.CLEAR)
                        .parcel();
        return TRACKING.joined(rich(), other, hour(31), Outlook.CLEAR).parcel();
    }

    /** Under a number that another parcel had before. */
    private static Parcel reused() {
        Parcel parcel =
                TRACKING.reported(
                                halted(),
                                List.of(scan(ScanKind.SIGNED, 20)),
                                hour(20),
                                Outlook.CLEAR)
                        .parcel();
        return TRACKING.reported(
                        parcel, List.of(scan(ScanKind.COLLECTED, 9000)), hour(9000), Outlook.CLEAR)
                .parcel();
    }

    /** An earlier stall was told after the one that is open. */
    private static Parcel late() {
        return TRACKING.reported(
                        halted(),
                        List.of(worded(ScanKind.PROBLEM, 0.5, "late")),
                        hour(10),
                        Outlook.CLEAR)
                .parcel();
    }

    private static Parcel folded() {
        return tracking(2)
                .reported(
                        Parcel.unknown(PARCEL, hour(0)),
                        List.of(
                                scan(ScanKind.COLLECTED, 1),
                                scan(ScanKind.INTERCEPTED, 2),
                                scan(ScanKind.RETURNING, 3),
                                signed(SignedBy.OTHER_PERSON, 4),
                                problem(ProblemReason.DAMAGED, 5),
                                scan(ScanKind.OTHER, 6),
                                scan(ScanKind.OTHER, 7)),
                        hour(8),
                        Outlook.CLEAR)
                .parcel();
    }

    private static Parcel calm() {
        return TRACKING.reported(
                        Parcel.unknown(PARCEL, hour(0)),
                        List.of(scan(ScanKind.ORDERED, -1)),
                        hour(1),
                        Outlook.CLEAR)
                .parcel();
    }

    private static Tracking tracking(int scans) {
        return new Tracking(
                new StallJudge(new ThresholdTable(List.of(), DefaultThresholds.STANDARD)),
                Retention.STANDARD,
                new Limits(scans, 2));
    }

    private static byte[] committed(String name) throws IOException {
        try (InputStream in = ParcelCodecTest.class.getResourceAsStream("/store/" + name)) {
            String text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
            return Base64.getMimeDecoder().decode(text);
        }
    }
}
