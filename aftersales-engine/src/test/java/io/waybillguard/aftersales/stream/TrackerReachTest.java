package io.waybillguard.aftersales.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybillguard.events.parcel.TrackerProgress.ReadUntil;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TrackerReachTest {

    private static final Instant T = Instant.parse("2026-03-10T12:00:00Z");

    private final TrackerReach reach = new TrackerReach();

    @Test
    void nothingIsKnownBeforeEveryPartitionHasTold() {
        assertThat(reach.asOf(T)).isNull();

        told(0, 2, T.minusSeconds(3), T.minusSeconds(2));

        assertThat(reach.asOf(T)).isNull();
    }

    @Test
    void thePartitionThatLagsMostSaysHowFar() {
        told(0, 2, T.minusSeconds(3), T.minusSeconds(2));
        told(1, 2, T.minusSeconds(9), T.minusSeconds(2));

        assertThat(reach.asOf(T)).isEqualTo(T.minusSeconds(9));
    }

    @Test
    void aWordCountsOnceNowHasReachedTheInstantItWasGiven() {
        told(0, 1, T.minusSeconds(3), T);

        assertThat(reach.asOf(T.minusMillis(1))).isNull();
        assertThat(reach.asOf(T)).isEqualTo(T.minusSeconds(3));
    }

    @Test
    void itNeverGoesBack() {
        told(0, 1, T.minusSeconds(3), T.minusSeconds(2));
        told(0, 1, T.minusSeconds(5), T.minusSeconds(1));

        assertThat(reach.asOf(T)).isEqualTo(T.minusSeconds(3));
    }

    @Test
    void aPartitionThatCannotBeIsPassedOver() {
        told(2, 2, T, T.minusSeconds(1));
        told(-1, 2, T, T.minusSeconds(1));

        assertThat(reach.asOf(T)).isNull();
    }

    @Test
    void partitionsThatWereAddedAreWaitedFor() {
        told(0, 1, T.minusSeconds(3), T.minusSeconds(2));
        assertThat(reach.asOf(T)).isNotNull();

        told(0, 2, T.minusSeconds(1), T);

        assertThat(reach.asOf(T)).isNull();
    }

    private void told(int partition, int partitions, Instant readUntil, Instant appendedAt) {
        reach.told(new ReadUntil(partition, partitions, readUntil), appendedAt);
    }
}
