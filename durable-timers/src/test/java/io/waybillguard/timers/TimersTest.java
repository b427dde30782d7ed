package io.waybillguard.timers;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.timers.Timers.Fired;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TimersTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration SLACK = Duration.ofSeconds(2);

    private final AtomicLong nanos = new AtomicLong();
    private final List<String> due = new ArrayList<>();
    private final Timers<String> timers =
            new Timers<>(
                    new PulseSettings(Duration.ofSeconds(1), SLACK, 3, Duration.ofMillis(200)),
                    nanos::get);

    @Test
    void aPulseProvesTheTimeOfTheSlackBeforeIt() {
        assertThat(timers.now()).isNull();
        assertThat(timers.pulse(NOON.toEpochMilli())).isEqualTo(NOON.minus(SLACK));
        assertThat(timers.now()).isEqualTo(NOON.minus(SLACK));
    }

    @Test
    void whatIsDueFiresOnceAndTellsHowLateItIs() {
        timers.set("a", NOON.minusMillis(30));
        timers.set("b", NOON);
        timers.set("c", NOON.plusMillis(1));

        assertThat(fire(NOON)).isEqualTo(new Fired(2, Duration.ofMillis(30), false));
        assertThat(due).containsExactly("a", "b");
        assertThat(fire(NOON)).isEqualTo(new Fired(0, Duration.ZERO, false));
        assertThat(timers.size()).isEqualTo(1);
    }

    @Test
    void noPulseFiresMoreThanItMayAndTheRestFollowsOldestFirst() {
        for (int i = 0; i < 7; i++) {
            timers.set("k" + i, NOON.minusMillis(i));
        }

        assertThat(fire(NOON)).isEqualTo(new Fired(3, Duration.ofMillis(6), true));
        assertThat(fire(NOON)).isEqualTo(new Fired(3, Duration.ofMillis(3), true));
        assertThat(fire(NOON)).isEqualTo(new Fired(1, Duration.ZERO, false));
        assertThat(due).containsExactly("k6", "k5", "k4", "k3", "k2", "k1", "k0");
    }

    @Test
    void aPulseThatTookItsTimeStops() {
        timers.set("a", NOON);
        timers.set("b", NOON);
        timers.set("c", NOON);

        Fired first = fireTaking(Duration.ofMillis(100));

        assertThat(first).isEqualTo(new Fired(2, Duration.ZERO, true));
        assertThat(fireTaking(Duration.ofMillis(100)))
                .isEqualTo(new Fired(1, Duration.ZERO, false));
        assertThat(due).containsExactly("a", "b", "c");
    }

    @Test
    void aPulseFiresAtLeastOneHoweverSlowItIs() {
        Timers<String> hurried =
                new Timers<>(
                        new PulseSettings(Duration.ofSeconds(1), SLACK, 3, Duration.ofNanos(1)),
                        () -> nanos.addAndGet(1_000_000));
        hurried.set("a", NOON);
        hurried.set("b", NOON);

        assertThat(hurried.fire(NOON, (key, _, _) -> due.add(key)).fired()).isEqualTo(1);
        assertThat(hurried.fire(NOON, (key, _, _) -> due.add(key)).fired()).isEqualTo(1);
        assertThat(due).containsExactly("a", "b");
    }

    @Test
    void aDeadlineThatSetsItselfAgainInThePastIsBoundByThePulse() {
        timers.set("a", NOON);

        Fired fired =
                timers.fire(
                        NOON,
                        (key, at, _) -> {
                            due.add(key);
                            timers.set(key, at);
                        });

        assertThat(fired).isEqualTo(new Fired(3, Duration.ZERO, true));
        assertThat(timers.size()).isEqualTo(1);
    }

    @Test
    void aDeadlineMaySetAndClearOthers() {
        timers.set("a", NOON);
        timers.set("b", NOON);

        timers.fire(
                NOON,
                (key, _, now) -> {
                    due.add(key);
                    timers.set("b", null);
                    timers.set("c", now.plusMillis(1));
                });

        assertThat(due).containsExactly("a");
        assertThat(fire(NOON.plusMillis(1)).fired()).isEqualTo(1);
        assertThat(due).containsExactly("a", "c");
    }

    private Fired fire(Instant now) {
        return timers.fire(now, (key, _, _) -> due.add(key));
    }

    private Fired fireTaking(Duration each) {
        return timers.fire(
                NOON,
                (key, _, _) -> {
                    due.add(key);
                    nanos.addAndGet(each.toNanos());
                });
    }
}
