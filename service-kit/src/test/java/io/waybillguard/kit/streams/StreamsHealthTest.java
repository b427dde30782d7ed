package io.waybillguard.kit.streams;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.streams.KafkaStreams.State;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

class StreamsHealthTest {

    @ParameterizedTest
    @CsvSource({
        "CREATED,          DOWN, UP",
        "REBALANCING,      DOWN, UP",
        "RUNNING,          UP,   UP",
        "PENDING_SHUTDOWN, DOWN, UP",
        "NOT_RUNNING,      DOWN, DOWN",
        "PENDING_ERROR,    DOWN, DOWN",
        "ERROR,            DOWN, DOWN"
    })
    void aStateSaysWhetherRecordsAreProcessedAndWhetherTheyWillBe(
            State state, String ready, String alive) {
        assertHealth(StreamsHealth.ready(state), ready, state);
        assertHealth(StreamsHealth.alive(state), alive, state);
    }

    private static void assertHealth(Health health, String status, State state) {
        assertThat(health.getStatus()).isEqualTo(new Status(status));
        assertThat(health.getDetails()).containsEntry("state", state.name());
    }
}
