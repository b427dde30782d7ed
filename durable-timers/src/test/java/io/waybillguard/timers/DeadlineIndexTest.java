package io.waybillguard.timers;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.timers.DeadlineIndex.Deadline;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadlineIndexTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final DeadlineIndex<String> index = new DeadlineIndex<>();

    @Test
    void anEmptyIndexHasNothingDue() {
        assertThat(index.pollDue(Instant.MAX)).isNull();
        assertThat(index.nextDue()).isNull();
        assertThat(index.size()).isZero();
    }

    @Test
    void aDeadlineIsDueAtItsInstantAndNotAMillisecondBefore() {
        index.set("a", NOON);

        assertThat(index.pollDue(NOON.minusMillis(1))).isNull();
        assertThat(index.pollDue(NOON)).isEqualTo(new Deadline<>("a", NOON));
        assertThat(index.pollDue(NOON)).isNull();
    }

    @Test
    void aKeyHasOneDeadlineTheLastThatWasSet() {
        index.set("a", NOON);
        index.set("a", NOON.plusSeconds(1));

        assertThat(index.size()).isEqualTo(1);
        assertThat(index.pollDue(NOON)).isNull();
        assertThat(index.nextDue()).isEqualTo(NOON.plusSeconds(1));
    }

    @Test
    void keysDueTogetherComeInTheirOrder() {
        index.set("b", NOON);
        index.set("a", NOON);

        assertThat(index.pollDue(NOON)).isEqualTo(new Deadline<>("a", NOON));
        assertThat(index.pollDue(NOON)).isEqualTo(new Deadline<>("b", NOON));
    }

    @Test
    void clearForgetsEverything() {
        index.set("a", NOON);
        index.clear();

        assertThat(index.size()).isZero();
        assertThat(index.pollDue(Instant.MAX)).isNull();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void itDoesWhatANaiveListDoes(long seed) {
        Random random = new Random(seed);
        Map<String, Instant> naive = new HashMap<>();
        for (int step = 0; step < 20_000; step++) {
            String key = "k" + random.nextInt(40);
            Instant time = NOON.plusMillis(random.nextInt(200));
            switch (random.nextInt(4)) {
                case 0, 1 -> {
                    index.set(key, time);
                    naive.put(key, time);
                }
                case 2 -> {
                    index.set(key, null);
                    naive.remove(key);
                }
                default -> {
                    Optional<Deadline<String>> expected = oldest(naive, time);
                    expected.ifPresent(deadline -> naive.remove(deadline.key()));
                    assertThat(index.pollDue(time)).isEqualTo(expected.orElse(null));
                }
            }
            assertThat(index.size()).isEqualTo(naive.size());
            assertThat(index.nextDue())
                    .isEqualTo(oldest(naive, Instant.MAX).map(Deadline::due).orElse(null));
        }
    }

    private static Optional<Deadline<String>> oldest(Map<String, Instant> deadlines, Instant now) {
        return deadlines.entrySet().stream()
                .filter(entry -> !entry.getValue().isAfter(now))
                .map(entry -> new Deadline<>(entry.getKey(), entry.getValue()))
                .min(
                        Comparator.comparing((Deadline<String> deadline) -> deadline.due())
                                .thenComparing(Deadline::key));
    }
}
