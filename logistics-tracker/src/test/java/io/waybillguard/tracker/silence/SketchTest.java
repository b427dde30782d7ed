package io.waybillguard.tracker.silence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SketchTest {

    private static final double SHARE = 0.995;

    @ParameterizedTest
    @ValueSource(ints = {200, 2_000, 100_000})
    void theQuantileIsExactToOnePartInAHundred(int samples) {
        for (int seed = 0; seed < 20; seed++) {
            List<Duration> silences = silences(samples, seed);
            long[] sorted = silences.stream().mapToLong(Duration::toMinutes).sorted().toArray();
            double exact = sorted[(int) Math.ceil(SHARE * samples) - 1];

            double found = of(silences).quantile(SHARE).toMinutes();

            assertThat(found).isCloseTo(exact, within(exact * 0.01 + 1));
        }
    }

    @Test
    void theSameSilencesMakeTheSameBytesInWhateverOrderTheyComeAndAreMerged() {
        List<Duration> silences = silences(5_000, 1);
        byte[] once = of(silences).toBytes();
        Collections.shuffle(silences, new Random(2));
        Sketch merged =
                of(silences.subList(3_000, 5_000))
                        .with(of(silences.subList(0, 10)))
                        .with(of(silences.subList(10, 3_000)));

        assertThat(of(silences).toBytes()).isEqualTo(once);
        assertThat(merged.toBytes()).isEqualTo(once);
    }

    @Test
    void aSketchReadIsTheSketchWrittenAndStaysSmall() {
        Sketch sketch = of(silences(200_000, 3));
        byte[] bytes = sketch.toBytes();

        assertThat(Sketch.of(bytes).toBytes()).isEqualTo(bytes);
        assertThat(Sketch.of(bytes).quantile(SHARE)).isEqualTo(sketch.quantile(SHARE));
        assertThat(Sketch.of(bytes).samples()).isEqualTo(200_000);
        assertThat(bytes).hasSizeLessThan(2_000);
        assertThat(Sketch.of(new Sketch().toBytes()).samples()).isZero();
    }

    /** What is in the changelogs: another version of the library must read and write the same. */
    @Test
    void theBytesAreThoseOfEver() {
        Sketch sketch =
                of(List.of(Duration.ofMinutes(1), Duration.ofHours(48), Duration.ofHours(48)));

        assertThat(HexFormat.of().formatHex(sketch.toBytes()))
                .isEqualTo("0ec2f1e7e9ed51f03f000000000000000005020002a40603");
    }

    @Test
    void aSilenceCountsAsAMinuteAtLeastAndAsNinetyDaysAtMost() {
        assertThat(of(List.of(Duration.ofMillis(1))).quantile(0.5))
                .isEqualTo(Duration.ofMinutes(1));
        assertThat(of(List.of(Duration.ofDays(10_000))).quantile(0.5).toDays()).isBetween(89L, 91L);
    }

    private static Sketch of(List<Duration> silences) {
        Sketch sketch = new Sketch();
        silences.forEach(sketch::add);
        return sketch;
    }

    /** Minutes between hubs, a night's rest, and a few that lasted days. */
    private static List<Duration> silences(int samples, long seed) {
        Random random = new Random(seed);
        long[] minutes = new long[samples];
        Arrays.setAll(
                minutes,
                _ ->
                        1
                                + Math.round(Math.exp(6.4 + 0.9 * random.nextGaussian()))
                                + (random.nextDouble() < 0.006 ? 2_880 : 0));
        return new ArrayList<>(Arrays.stream(minutes).mapToObj(Duration::ofMinutes).toList());
    }
}
