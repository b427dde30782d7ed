package io.waybillguard.orders.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class PositionsTest {
    private static final TopicPartition ONE = new TopicPartition("orders.v1", 1);
    private static final TopicPartition TWO = new TopicPartition("orders.v1", 2);

    private final Positions positions = new Positions();

    @Test
    void aRecordHasPassedOnceTheNextOffsetIsBehindIt() {
        var seventh = positions.passed(ONE, 7);
        positions.committed(Map.of(ONE, 7L, TWO, 100L));
        assertThat(seventh).isNotDone();
        positions.committed(Map.of(ONE, 8L));
        assertThat(seventh).isCompleted();
    }

    @Test
    void whoComesLateDoesNotWait() {
        positions.committed(Map.of(ONE, 8L));
        assertThat(positions.passed(ONE, 7)).isCompleted();
        assertThat(positions.passed(ONE, 8)).isNotDone();
    }

    @Test
    void whoGaveUpIsForgotten() {
        var gaveUp = positions.passed(ONE, 7);
        assertThat(positions.waiting()).isEqualTo(1);
        gaveUp.cancel(false);
        assertThat(positions.waiting()).isZero();
        positions.committed(Map.of(ONE, 8L));
        assertThat(gaveUp).isCancelled();
    }
}
