package io.waybillguard.tracker.silence;

import static io.waybillguard.tracker.Scans.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.waybillguard.events.parcel.LearnedSilence;
import io.waybillguard.events.parcel.Stage;
import io.waybillguard.events.types.CourierCode;
import io.waybillguard.tracker.tracking.EndedSilence;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SilencesTest {

    private static final CourierCode ZTO = new CourierCode("ZTO");
    private static final Duration WINDOW = Duration.ofDays(30);

    /** The first instant of a window, from which windows are counted here. */
    private static final Instant BEGIN =
            Instant.EPOCH.plus(WINDOW.multipliedBy(Windows.at(NOON, WINDOW)));

    private final Silences silences = with(2);

    @Test
    void aSilenceCountsForItsLaneAndForItsCourier() {
        learn("浙江", "新疆", 40, BEGIN);
        learn("浙江", "江苏", 10, BEGIN);
        learn("", "新疆", 10, BEGIN);
        silences.settle(BEGIN);

        assertThat(usual("浙江", "新疆"))
                .extracting(LearnedSilence::from, LearnedSilence::to, LearnedSilence::samples)
                .containsExactly(tuple("浙江", "新疆", 1L), tuple("", "", 3L));
        assertThat(usual("湖北", "新疆")).extracting(LearnedSilence::samples).containsExactly(3L);
        assertThat(usual("", "")).extracting(LearnedSilence::samples).containsExactly(3L);
        assertThat(silences.of(ZTO, "浙江", "新疆", Stage.STORED)).isEmpty();
        assertThat(silences.of(new CourierCode("JD"), "浙江", "新疆", Stage.IN_TRANSIT)).isEmpty();
    }

    @Test
    void whatIsLearnedCountsOnlyWhenItIsSettled() {
        learn("浙江", "新疆", 40, BEGIN);
        assertThat(usual("浙江", "新疆")).isEmpty();

        assertThat(silences.settle(BEGIN)).hasSize(2);
        assertThat(usual("浙江", "新疆")).hasSize(2);
        assertThat(silences.settle(BEGIN)).as("nothing changed").isEmpty();
    }

    @Test
    void whatEndedInTheWindowBeforeStillCountsAndOlderIsForgotten() {
        learn("浙江", "新疆", 90, BEGIN);
        silences.settle(BEGIN);
        learn("浙江", "新疆", 10, BEGIN.plus(WINDOW));
        silences.settle(BEGIN.plus(WINDOW));
        assertThat(usual("浙江", "新疆").getFirst().samples()).isEqualTo(2);

        silences.settle(BEGIN.plus(WINDOW.multipliedBy(2)).minusMillis(1));
        assertThat(usual("浙江", "新疆").getFirst().samples()).isEqualTo(2);

        silences.settle(BEGIN.plus(WINDOW.multipliedBy(2)));
        assertThat(usual("浙江", "新疆").getFirst().samples()).isEqualTo(1);
        assertThat(usual("浙江", "新疆").getFirst().silence().toHours()).isBetween(9L, 11L);

        Map<Lane, Windows> stored = silences.settle(BEGIN.plus(WINDOW.multipliedBy(3)));
        assertThat(stored).hasSize(2);
        assertThat(stored.values()).as("they are deleted").containsOnlyNulls();
        assertThat(silences.size()).isZero();
        assertThat(usual("浙江", "新疆")).isEmpty();
    }

    @Test
    void aLongGapForgetsBothWindows() {
        learn("浙江", "新疆", 90, BEGIN);
        silences.settle(BEGIN);

        learn("浙江", "新疆", 10, BEGIN.plus(WINDOW.multipliedBy(5)));
        silences.settle(BEGIN.plus(WINDOW.multipliedBy(5)));

        assertThat(usual("浙江", "新疆").getFirst().samples()).isEqualTo(1);
    }

    @Test
    void aLaneForWhichThereIsNoRoomCountsForItsCourier() {
        assertThat(learn("浙江", "新疆", 10, BEGIN)).isTrue();
        assertThat(learn("浙江", "江苏", 10, BEGIN)).isTrue();
        assertThat(learn("浙江", "湖北", 10, BEGIN)).isFalse();
        assertThat(learn("浙江", "江苏", 10, BEGIN)).isTrue();
        silences.settle(BEGIN);

        assertThat(silences.size()).isEqualTo(3);
        assertThat(usual("浙江", "湖北")).extracting(LearnedSilence::samples).containsExactly(4L);

        silences.settle(BEGIN.plus(WINDOW.multipliedBy(2)));
        assertThat(learn("浙江", "湖北", 10, BEGIN.plus(WINDOW.multipliedBy(2)))).isTrue();
    }

    @Test
    void whatIsRestoredJudgesAsItDid() {
        for (int i = 1; i <= 300; i++) {
            learn("浙江", "新疆", i, BEGIN.plus(Duration.ofHours(i * 4L)));
        }
        Instant end = BEGIN.plus(WINDOW.multipliedBy(2)).minusMillis(1);
        Silences again = with(2);
        silences.settle(end).forEach((lane, windows) -> again.restore(lane, copy(windows)));
        List<LearnedSilence> before = usual("浙江", "新疆");
        learn("浙江", "新疆", 2_000, end);

        assertThat(before.getFirst().samples()).isEqualTo(300);
        assertThat(again.of(ZTO, "浙江", "新疆", Stage.IN_TRANSIT)).isEqualTo(before);
    }

    private static Windows copy(Windows windows) {
        return new Windows(
                windows.window(),
                Sketch.of(windows.current().toBytes()),
                Sketch.of(windows.previous().toBytes()));
    }

    private static Silences with(int lanes) {
        return new Silences(new SilenceRules(0.995, WINDOW, Duration.ofMinutes(1), lanes));
    }

    private boolean learn(String from, String to, int hours, Instant at) {
        return silences.learn(
                new EndedSilence(ZTO, from, to, Stage.IN_TRANSIT, NOON, Duration.ofHours(hours)),
                at);
    }

    private List<LearnedSilence> usual(String from, String to) {
        return silences.of(ZTO, from, to, Stage.IN_TRANSIT);
    }
}
