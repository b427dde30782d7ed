package io.waybillguard.orders.projection;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Down once an error has ended the consumer's thread: only a new process reads on. */
final class ProjectionAlive implements HealthIndicator {
    private final Projection projection;

    ProjectionAlive(Projection projection) {
        this.projection = projection;
    }

    @Override
    public Health health() {
        return projection.hasDied() ? Health.down().build() : Health.up().build();
    }
}
