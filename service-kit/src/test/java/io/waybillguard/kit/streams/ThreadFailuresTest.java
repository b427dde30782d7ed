package io.waybillguard.kit.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ThreadFailuresTest {

    private static final long WITHIN = Duration.ofMinutes(10).toNanos();

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private final ThreadFailures failures =
            new ThreadFailures(new FailureSettings(2, Duration.ofMinutes(10)), nanos::get);

    @Test
    void asManyThreadsAsToldAreReplacedAndNotOneMore() {
        assertThat(failures.replaceable()).isTrue();
        assertThat(failures.replaceable()).isTrue();
        assertThat(failures.replaceable()).isFalse();
    }

    @Test
    void aFailureIsForgottenWhenItsTimeIsOver() {
        assertThat(failures.replaceable()).isTrue();
        nanos.addAndGet(1);
        assertThat(failures.replaceable()).isTrue();

        nanos.addAndGet(WITHIN - 1);

        assertThat(failures.replaceable()).as("the first is forgotten").isTrue();
        assertThat(failures.replaceable()).as("the second is not").isFalse();
    }

    @Test
    void withoutReplacementsTheFirstFailureIsTheLast() {
        var none = new ThreadFailures(new FailureSettings(0, Duration.ofMinutes(1)), nanos::get);

        assertThat(none.replaceable()).isFalse();
    }
}
