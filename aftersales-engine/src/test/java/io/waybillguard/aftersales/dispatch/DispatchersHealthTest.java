package io.waybillguard.aftersales.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.kafka.listener.MessageListenerContainer;

class DispatchersHealthTest {

    private static MessageListenerContainer container(String group, boolean expected) {
        MessageListenerContainer container = Mockito.mock(MessageListenerContainer.class);
        Mockito.when(container.getGroupId()).thenReturn(group);
        Mockito.when(container.isInExpectedState()).thenReturn(expected);
        return container;
    }

    @Test
    void oneContainerThatEndedByItselfIsDown() {
        Health health =
                new DispatchersHealth(
                                List.of(container("payouts", true), container("others", false)))
                        .health();

        assertThat(health.getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.getDetails()).containsEntry("payouts", "well");
        assertThat(health.getDetails()).containsEntry("others", "ended");
    }

    @Test
    void containersThatRunOrWereStoppedAreUp() {
        assertThat(new DispatchersHealth(List.of(container("payouts", true))).health().getStatus())
                .isEqualTo(Status.UP);
        assertThat(new DispatchersHealth(List.of()).health().getStatus()).isEqualTo(Status.UP);
    }
}
