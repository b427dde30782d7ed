package io.waybillguard.kit.streams;

import org.apache.kafka.streams.KafkaStreams.State;
import org.springframework.boot.health.contributor.Health;

/** What a topology's state says of the service's health. */
final class StreamsHealth {

    private StreamsHealth() {}

    /** Up while records are processed. */
    static Health ready(State state) {
        return health(state, state == State.RUNNING);
    }

    /** Up while it runs or will again without a restart of the service. */
    static Health alive(State state) {
        return health(
                state,
                switch (state) {
                    case CREATED, REBALANCING, RUNNING, PENDING_SHUTDOWN -> true;
                    case NOT_RUNNING, PENDING_ERROR, ERROR -> false;
                });
    }

    private static Health health(State state, boolean good) {
        Health.Builder builder = good ? Health.up() : Health.down();
        return builder.withDetail("state", state.name()).build();
    }
}
