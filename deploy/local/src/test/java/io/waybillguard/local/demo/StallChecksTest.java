package io.waybillguard.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.events.parcel.Stage;
import io.waybillguard.events.parcel.StallCause;
import io.waybillguard.events.parcel.StallKind;
import io.waybillguard.events.parcel.StallLevel;
import io.waybillguard.events.types.ParcelId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StallChecksTest {

    private static final Halt STANDS =
            new Halt(StallKind.IN_TRANSIT, StallCause.SILENCE, StallLevel.STALLED);
    private static final Halt CIRCLES =
            new Halt(StallKind.IN_TRANSIT, StallCause.DETOUR, StallLevel.STALLED);
    private static final ParcelId OLD = ParcelId.of("YTO", "OLD");

    private final Finding finding = new Finding();

    @Test
    void aStallOfAParcelThatMovesFails() {
        finding.raised.put(Finding.MOVING, List.of(STANDS));
        assertThat(finding.failed()).containsExactly("stalls-as-foreseen");
        assertThat(finding.detail("stalls-as-foreseen")).contains("moves, but stalled");
    }

    @Test
    void aParcelThatNothingWasPublishedAboutFails() {
        finding.stages.remove(Finding.MOVING);
        assertThat(finding.failed()).containsExactly("stalls-as-foreseen");
    }

    @Test
    void aStallOfAnotherCauseFails() {
        finding.foreseen.put(Finding.MOVING, new Foreseen.Stops(STANDS));
        finding.raised.put(Finding.MOVING, List.of(CIRCLES));
        assertThat(finding.failed()).containsExactly("stalls-as-foreseen");
    }

    @Test
    void aStallThatIsRaisedTwiceFails() {
        finding.foreseen.put(Finding.MOVING, new Foreseen.Stops(STANDS));
        finding.raised.put(Finding.MOVING, List.of(STANDS));
        assertThat(finding.failed()).isEmpty();
        finding.raised.put(Finding.MOVING, List.of(STANDS, STANDS));
        assertThat(finding.failed()).containsExactly("stalls-as-foreseen");
    }

    @Test
    void aSilentParcelWithoutAStallFails() {
        replayed(Stage.IN_TRANSIT, Duration.ofDays(5));
        assertThat(finding.failed()).containsExactly("stalls-as-foreseen");
        finding.raised.put(OLD, List.of(STANDS));
        finding.open.add(OLD);
        assertThat(finding.failed()).isEmpty();
    }

    @Test
    void aParcelThatWasHeardOfLatelyNeedsNoStall() {
        replayed(Stage.IN_TRANSIT, Duration.ofDays(5).minusMillis(1));
        assertThat(finding.failed()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"SIGNED", "REFUSED", "RETURNED", "CANCELLED"})
    void anOpenStallOfAParcelAtItsEndFails(Stage stage) {
        replayed(stage, Duration.ofDays(50));
        assertThat(finding.failed()).isEmpty();
        finding.open.add(OLD);
        assertThat(finding.failed()).containsExactly("stalls-as-foreseen");
    }

    @Test
    void stallsAreCheckedAfterAReplayToo() {
        replayed(Stage.COLLECTED, Duration.ofDays(50));
        assertThat(Checklist.afterReplay(finding.found()))
                .filteredOn(check -> !check.ok())
                .extracting(Check::name)
                .containsExactly("stalls-as-foreseen");
    }

    private void replayed(Stage stage, Duration silence) {
        finding.stages.put(OLD, stage);
        finding.foreseen.put(OLD, new Foreseen.Silent(silence));
    }
}
