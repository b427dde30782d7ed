package io.waybillguard.timers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReachTest {

    private static final Instant T = Instant.parse("2026-03-10T12:00:00Z");

    private final Reach reach = new Reach();

    @Test
    void nothingIsKnownBeforeEveryPartitionHasTold() {
        assertThat(reach.least()).isNull();
        reach.told(0, 2, T);
        assertThat(reach.least()).isNull();
    }

    @Test
    void thePartitionThatLagsMostSaysHowFar() {
        reach.told(0, 2, T);
        reach.told(1, 2, T.minusMillis(1));

        assertThat(reach.least()).isEqualTo(T.minusMillis(1));
    }

    @Test
    void itNeverGoesBack() {
        reach.told(0, 1, T);
        reach.told(0, 1, T.minusMillis(1));

        assertThat(reach.least()).isEqualTo(T);
    }

    @Test
    void aPartitionThatCannotBeIsPassedOver() {
        reach.told(0, 1, T);
        reach.told(2, 2, T.minusSeconds(1));
        reach.told(-1, 2, T.minusSeconds(1));

        assertThat(reach.least()).isEqualTo(T);
    }

    @Test
    void partitionsThatWereAddedAreWaitedFor() {
        reach.told(0, 1, T);
        reach.told(0, 2, T);

        assertThat(reach.least()).isNull();
    }
}
