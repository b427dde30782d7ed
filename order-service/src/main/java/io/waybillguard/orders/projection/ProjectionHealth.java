package io.waybillguard.orders.projection;

import java.util.OptionalLong;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Up while the consumer runs, knows how far behind it is, and has read what was there when it
 * started.
 */
final class ProjectionHealth implements HealthIndicator {
    private final Projection projection;
    private final ProjectionLag lag;
    private final CaughtUp caughtUp;

    ProjectionHealth(Projection projection, ProjectionLag lag, CaughtUp caughtUp) {
        this.projection = projection;
        this.lag = lag;
        this.caughtUp = caughtUp;
    }

    @Override
    public Health health() {
        OptionalLong records = lag.known();
        if (!projection.isRunning() || records.isEmpty()) {
            return Health.down().withDetail("lag", "unknown").build();
        }
        if (!caughtUp.isReached()) {
            return Health.down()
                    .withDetail("lag", records.getAsLong())
                    .withDetail("reads", "what was there at the start")
                    .build();
        }
        return Health.up().withDetail("lag", records.getAsLong()).build();
    }
}
