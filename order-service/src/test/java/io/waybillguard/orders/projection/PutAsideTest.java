package io.waybillguard.orders.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class PutAsideTest {
    private static final TopicPartition ONE = new TopicPartition("orders.v1", 0);
    private static final TopicPartition TWO = new TopicPartition("orders.v1", 1);

    private final PutAside putAside = new PutAside();

    @Test
    void aLaterRecordThatWasPutAsideFirstDoesNotHideAnEarlierOne() {
        putAside.add(ONE, 7);
        assertThat(putAside.contains(ONE, 7)).isTrue();
        assertThat(putAside.contains(ONE, 5)).isFalse();
        assertThat(putAside.contains(TWO, 7)).isFalse();
    }

    @Test
    void whatIsCommittedIsForgotten() {
        putAside.add(ONE, 5);
        putAside.add(ONE, 7);
        putAside.forget(Map.of(ONE, 6L));
        assertThat(putAside.contains(ONE, 5)).isFalse();
        assertThat(putAside.contains(ONE, 7)).isTrue();
    }
}
