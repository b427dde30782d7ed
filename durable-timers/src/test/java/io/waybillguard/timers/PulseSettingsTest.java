package io.waybillguard.timers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PulseSettingsTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void theDefaultsAreThoseTold() {
        assertThat(PulseSettings.DEFAULT)
                .isEqualTo(
                        new PulseSettings(
                                SECOND, Duration.ofSeconds(2), 1000, Duration.ofMillis(200)));
    }

    @Test
    void noSlackIsAllowed() {
        assertThat(new PulseSettings(SECOND, Duration.ZERO, 1, SECOND).slack()).isZero();
    }

    @Test
    void whatCannotWorkIsRefused() {
        assertRefused(Duration.ZERO, SECOND, 1, SECOND);
        assertRefused(SECOND, Duration.ofMillis(-1), 1, SECOND);
        assertRefused(SECOND, SECOND, 0, SECOND);
        assertRefused(SECOND, SECOND, 1, Duration.ZERO);
    }

    private static void assertRefused(
            Duration every, Duration slack, int maxFired, Duration maxFiring) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PulseSettings(every, slack, maxFired, maxFiring));
    }
}
