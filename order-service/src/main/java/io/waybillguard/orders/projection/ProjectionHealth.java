package io.waybillguard.orders.projection;

import java.util.OptionalLong;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Up while the consumer runs and knows how far behind it is. */
final class ProjectionHealth implements HealthIndicator {
    private final Projection projection;
    private final ProjectionLag lag;

    ProjectionHealth(Projection projection, ProjectionLag lag) {
        this.projection = projection;
        this.lag = lag;
    }

    @Override
    public Health health() {
        OptionalLong records = lag.known();
        if (!projection.isRunning() || records.isEmpty()) {
            return Health.down().withDetail("lag", "unknown").build();
        }
        return Health.up().withDetail("lag", records.getAsLong()).build();
    }
}
