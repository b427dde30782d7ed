package io.waybillguard.aftersales.dispatch;

import java.util.Collection;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.kafka.listener.MessageListenerContainer;

/**
 * Down when a container of commands has ended though nobody ended it: only a new start brings it
 * back. One that waits for the outside world is up.
 */
record DispatchersHealth(Collection<? extends MessageListenerContainer> containers)
        implements HealthIndicator {

    @Override
    public Health health() {
        Health.Builder health = Health.up();
        for (MessageListenerContainer container : containers) {
            boolean well = container.isInExpectedState();
            health.withDetail(String.valueOf(container.getGroupId()), well ? "well" : "ended");
            if (!well) {
                health.down();
            }
        }
        return health.build();
    }
}
