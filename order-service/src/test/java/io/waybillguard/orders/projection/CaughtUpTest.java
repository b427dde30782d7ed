package io.waybillguard.orders.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CaughtUpTest {
    private static final TopicPartition ONE = new TopicPartition("orders.v1", 0);
    private static final TopicPartition TWO = new TopicPartition("orders.v1", 1);

    private final CaughtUp caughtUp = new CaughtUp();
    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");

    @BeforeEach
    void bothPartitionsHoldTwoRecords() {
        consumer.assign(List.of(ONE, TWO));
        consumer.updateBeginningOffsets(Map.of(ONE, 0L, TWO, 0L));
        consumer.updateEndOffsets(Map.of(ONE, 2L, TWO, 2L));
    }

    @Test
    void beforeAReaderStartsNothingIsReached() {
        assertThat(caughtUp.isReached()).isFalse();
    }

    @Test
    void whatWasThereMustBeReadOfEveryPartition() {
        caughtUp.from(Map.of(), Map.of(ONE, 2L, TWO, 2L));
        read(ONE, 0);
        read(ONE, 1);
        read(TWO, 0);
        assertThat(caughtUp.isReached()).isFalse();
        read(TWO, 1);
        assertThat(caughtUp.isReached()).isTrue();
    }

    @Test
    void whoStartsAtTheEndHasNothingToRead() {
        caughtUp.from(Map.of(ONE, 2L, TWO, 2L), Map.of(ONE, 2L, TWO, 2L));
        assertThat(caughtUp.isReached()).isTrue();
    }

    @Test
    void everyStartBeginsAnew() {
        caughtUp.from(Map.of(ONE, 2L), Map.of(ONE, 2L));
        caughtUp.from(Map.of(ONE, 1L), Map.of(ONE, 2L));
        assertThat(caughtUp.isReached()).isFalse();
    }

    private void read(TopicPartition partition, long offset) {
        consumer.addRecord(
                new ConsumerRecord<>(
                        partition.topic(), partition.partition(), offset, null, new byte[0]));
        consumer.poll(java.time.Duration.ZERO);
        caughtUp.look(consumer);
    }
}
